#!/bin/sh
# Checks an exercise itself: unwritten it says so, its solution passes, each wrong variant
# fails with a message that names the mistake, and its folder is complete.
#   three_way.sh 1.3 FOLDER PROGRAMS
# PROGRAMS holds the test linked to each variant: exercise, solution, wrong_*.
set -u

number=$1
folder=$2
programs=$3
faults=0

fault() {
    echo "exercise $number: $1"
    faults=$((faults + 1))
}

# Runs a variant; leaves its words in $words and its status in $status.
run() {
    status=0
    words=$(timeout 60 "$programs/$1" --reporter reader --abort 2>&1) || status=$?
}

built() {
    [ -x "$programs/$1" ] || { fault "$1.cpp is not built" && return 1; }
}

check_unwritten() {
    built exercise || return
    run exercise
    if [ $status = 0 ]; then
        [ -z "${CI:-}" ] || fault "exercise.cpp passes, and its reader has not written it yet"
    elif [ -n "${CI:-}" ]; then
        case $words in
            *"exercise $number is not written yet"*) ;;
            *) fault "exercise.cpp does not say that it is not written yet: $words" ;;
        esac
    fi
}

check_solution() {
    built solution || return
    run solution
    [ $status = 0 ] || fault "solution.cpp fails: $words"
}

check_wrong() {
    mistake=$(sed -n '1s|^// mistake: ||p' "$folder/$1.cpp")
    [ -n "$mistake" ] || { fault "$1.cpp does not begin with // mistake: ..." && return; }
    built "$1" || return
    run "$1"
    [ $status != 0 ] || { fault "$1.cpp passes, with a mistake in it: $mistake" && return; }
    case $words in
        *"$mistake"*) ;;
        *) fault "$1.cpp fails without the words '$mistake': $words" ;;
    esac
}

check_wrongs() {
    found=0
    for path in "$folder"/wrong_*.cpp; do
        [ -f "$path" ] || continue
        found=$((found + 1))
        check_wrong "$(basename "$path" .cpp)"
    done
    [ $found -ge 2 ] || fault "$found wrong variants; there must be at least 2"
}

check_statement() {
    [ -f "$folder/exercise.md" ] || { fault "exercise.md is missing" && return; }
    head -n 1 "$folder/exercise.md" | grep -q '^# .' || fault "exercise.md has no title"
    sed -n 2p "$folder/exercise.md" | grep -qxE 'size: (practice|core|stretch)' ||
        fault "the second line of exercise.md is not size: practice, core or stretch"
    [ "$(sed -n '4,$p' "$folder/exercise.md" | wc -w)" -ge 20 ] ||
        fault "exercise.md does not say what is to be done"
}

check_hints() {
    [ -f "$folder/hints.md" ] || { fault "hints.md is missing" && return; }
    awk 'BEGIN { hints = 1 } /^---$/ { hints++; next } NF { written[hints] = 1 }
         END { for (i = 1; i <= hints; i++) if (!written[i]) exit 1; exit hints < 2 }' \
        "$folder/hints.md" || fault "hints.md needs two or more hints, none of them empty"
}

check_folder() {
    for path in "$folder"/* "$folder"/.[!.]*; do
        name=$(basename "$path")
        case $name in
            exercise.md | hints.md | contract.hpp | exercise.cpp | solution.cpp | test.cpp) ;;
            wrong_*.cpp | '*' | '.[!.]*') ;;
            *) fault "$name has no place in the folder" ;;
        esac
    done
}

check_unwritten
check_solution
check_wrongs
check_statement
check_hints
check_folder
[ $faults = 0 ] && echo "exercise $number: sound"
