#!/bin/sh
# Plants faults in a sound exercise, one at a time, and sees the three-way check find each.
#   three_way_test.sh FIXTURE
set -eu

fixture=$1
here=$(dirname -- "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# A sound copy of exercise 0.1 and its programs.
sound_copy() {
    rm -rf "$work/folder" "$work/programs"
    cp -r "$here/fixture/chapters/00_fixture/exercises/1_double_it" "$work/folder"
    mkdir "$work/programs"
    for program in exercise solution wrong_squared wrong_unchanged; do
        cp "$fixture/build/exercises/0.1/$program" "$work/programs/"
    done
}

judge() {
    answer=$(CI=${ci-true} sh "$here/three_way.sh" 0.1 "$work/folder" "$work/programs") &&
        verdict=sound || verdict=faulty
}

fail() {
    echo "FAILED $1; the check said: $answer"
    failures=$((failures + 1))
}

# expect_fault "what is planted" "words of the complaint" command...
expect_fault() {
    sound_copy
    planted=$1
    complaint=$2
    shift 2
    "$@"
    judge
    case $verdict-$answer in
        faulty-*"$complaint"*) echo "found: $planted" ;;
        *) fail "$planted was not found" ;;
    esac
}

use() { cp "$work/programs/$1" "$work/programs/$2"; }
remove() { rm "$work/folder/$1"; }
write() { printf '%b' "$2" >"$work/folder/$1"; }
edit() { sed -i "$2" "$work/folder/$1"; }
remove_program() { rm "$work/programs/$1"; }

sound_copy
judge
[ "$verdict" = sound ] || fail "a sound exercise was refused"

expect_fault "a solution that fails" "solution.cpp fails" use wrong_squared solution
expect_fault "a wrong variant that passes" "wrong_squared.cpp passes, with a mistake in it" \
    use solution wrong_squared
expect_fault "a message that names another mistake" \
    "wrong_squared.cpp fails without the words 'squared, not doubled'" \
    use wrong_unchanged wrong_squared
expect_fault "a wrong variant without its mistake" "does not begin with // mistake:" \
    edit wrong_squared.cpp 1d
expect_fault "a wrong variant that was not built" "wrong_squared.cpp is not built" \
    remove_program wrong_squared
expect_fault "too few wrong variants" "1 wrong variants" remove wrong_squared.cpp
expect_fault "an unwritten exercise that passes" "exercise.cpp passes" use solution exercise
expect_fault "an unwritten exercise that fails otherwise" "does not say that it is not written" \
    use wrong_squared exercise
expect_fault "missing hints" "hints.md is missing" remove hints.md
expect_fault "a single hint" "two or more hints" write hints.md 'Add.\n'
expect_fault "an empty hint" "none of them empty" write hints.md 'Add.\n---\n---\nx + x\n'
expect_fault "a missing statement" "exercise.md is missing" remove exercise.md
expect_fault "a statement without title" "has no title" edit exercise.md '1s/# //'
expect_fault "an unknown size" "not size: practice, core or stretch" \
    edit exercise.md '2s/practice/huge/'
expect_fault "an empty statement" "does not say what is to be done" edit exercise.md '4,9d'
expect_fault "a stray file" "notes.txt has no place" write notes.txt 'later\n'
expect_fault "a stray hidden file" ".notes has no place" write .notes 'later\n'

sound_copy
use solution exercise
ci=
judge
[ "$verdict" = sound ] || fail "a reader's own written exercise was refused outside of CI"

[ $failures = 0 ]
