#!/bin/sh
# Doxygen's filter for an exercise's statement: gives the page its id and hides the size.
#   chapters/01_rng_seeding/exercises/3_slug/exercise.md → # Title {#exercise_1_3}
id=$(printf '%s\n' "$1" | sed -E 's|.*/0*([0-9]+)_[^/]*/exercises/([0-9]+)_[^/]*/exercise\.md$|exercise_\1_\2|')
sed -e "1s/\$/ {#$id}/" -e '2s/^size:.*//' "$1"
