#!/bin/sh
# Checks the reader's exercises; `learn` passes its commands on to this script.
#   exercise.sh check 1.3       build it, test it, say what is missing
#   exercise.sh hints 1.3 [n]   the next hint, or hint n
#   exercise.sh watch           check at each save; the next exercise after success
#   exercise.sh list            all exercises, and which are done
# Status: 0 passed, 1 not yet, 2 a command that makes no sense.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=$root/build
cd "$root"

stop() {
    echo "exercise: $1" >&2
    exit 2
}

# Lines "1.3 chapters/01_rng_seeding/exercises/3_mersenne_twister", in the book's order.
exercises() {
    for folder in chapters/[0-9]*/exercises/[0-9]*_*; do
        chapter=${folder#chapters/}
        chapter=${chapter%%_*}
        place=${folder##*/}
        echo "${chapter#0}.${place%%_*} $folder"
    done | sort -t . -k 1,1n -k 2,2n
}

folder_of() {
    found=$(exercises | sed -n "s/^$1 //p")
    [ -n "$found" ] ||
        stop "there is no exercise $1; there are: $(exercises | cut -d ' ' -f 1 | xargs)"
    echo "$found"
}

title_of() { sed -n '1s/^# //p' "$1/exercise.md"; }
size_of() { sed -n 's/^size: //p' "$1/exercise.md"; }

# What the passed check was about: a later change to any of these asks for a new one.
fingerprint() { cat "$1/exercise.cpp" "$1/contract.hpp" "$1/test.cpp" | cksum; }

is_done() {
    mark=$build/exercises/$1/passed
    [ -f "$mark" ] && [ "$(cat "$mark")" = "$(fingerprint "$2")" ]
}

list() {
    exercises | while read -r number folder; do
        state='      '
        if is_done "$number" "$folder"; then
            state='done  '
        elif [ -f "$build/exercises/$number/passed" ]; then
            state='again '  # it passed once and has changed since
        fi
        printf '%-5s %s %-9s %s\n' "$number" "$state" "$(size_of "$folder")" \
            "$(title_of "$folder")"
    done
}

# The compiler's words without the frame that ninja and CMake put around them.
compiler_words() {
    awk '/^\[[0-9]+\// || /^ninja: / || /^-- / { next }
         /^FAILED: / { getline; next }
         { print }' "$1" | sed "s|$root/||g" | head -n 30
}

# What the contract declares and the linker did not find, a line each.
undefined() { sed -n "s/.*undefined reference to \`\(.*\)'$/    \1/p" "$1" | sort -u; }

explain_build() {
    if [ -n "$(undefined "$1")" ]; then
        echo "contract.hpp declares this, and exercise.cpp does not define it so:"
        undefined "$1"
    else
        compiler_words "$1"
        echo "It does not compile yet."
    fi
}

not_written() {
    place=$(sed -n "s/^exercise $1 is not written yet: //p" "$2" | head -n 1)
    echo "It is not written yet. Open"
    echo "    $3/exercise.cpp"
    echo "and write $place. What it is to do is told in exercise.md and contract.hpp"
    echo "beside it. A hint: ./learn hints $1"
}

congratulate() {
    fingerprint "$2" >"$build/exercises/$1/passed"
    echo "Exercise $1 passed: well done! One way to write it, to compare with yours:"
    echo "    $2/solution.cpp"
}

explain_failure() {
    words=$build/exercises/$1/words.txt
    if [ "$2" = 124 ]; then
        echo "It did not end within 10 seconds. Is there a loop that cannot stop?"
    elif [ "$2" -gt 128 ]; then
        sed -e '/^Aborted/d' -e '/^Segmentation fault/d' -e 's/^.*: Assertion/Assertion/' \
            -e 's/^/    /' "$words"
        echo "It crashed. Is there an index that leaves its range?"
    elif grep -q "exercise $1 is not written yet" "$words"; then
        not_written "$1" "$words" "$3"
    else
        fold -s -w 86 "$words" | sed 's/^/    /'
        echo "Not yet. A hint: ./learn hints $1"
    fi
}

test_it() {
    status=0
    { timeout 10 "$build/exercises/$1/exercise" --reporter reader --abort; } \
        >"$build/exercises/$1/words.txt" 2>&1 || status=$?
    if [ $status = 0 ]; then
        congratulate "$1" "$2"
    else
        rm -f "$build/exercises/$1/passed"
        explain_failure "$1" $status "$2"
        return 1
    fi
}

check() {
    folder=$(folder_of "$1") || return 2
    echo "Exercise $1: $(title_of "$folder")"
    mkdir -p "$build/exercises/$1"
    log=$build/exercises/$1/build.txt
    cmake --build "$build" --target "exercise_$1" >"$log" 2>&1 || {
        explain_build "$log"
        return 1
    }
    compiler_words "$log"
    test_it "$1" "$folder"
}

next_hint() {
    shown=$(cat "$1" 2>/dev/null || echo 0)
    if [ "$shown" -lt "$2" ]; then echo $((shown + 1)); else echo "$2"; fi
}

hints() {
    folder=$(folder_of "$1")
    last=$(($(grep -c '^---$' "$folder/hints.md") + 1))
    memory=$build/exercises/$1/hint
    mkdir -p "$build/exercises/$1"
    number=${2:-$(next_hint "$memory" "$last")}
    seq "$last" | grep -qx -- "$number" ||
        stop "exercise $1 has hints 1 to $last, and none is '$number'"
    echo "$number" >"$memory"
    echo "Exercise $1, hint $number of $last:"
    awk -v wanted="$number" 'BEGIN { n = 1 } /^---$/ { n++; next } n == wanted' \
        "$folder/hints.md"
}

# Changes at each save, also where an editor puts a new file in the old one's place.
signature() { stat -c '%i %y' "$1" 2>/dev/null || echo gone; }

wait_for_save() {
    while now=$(signature "$1") && { [ "$now" = "$2" ] || [ "$now" = gone ]; }; do
        sleep 0.2
    done
}

watch() {
    trap 'echo; echo "Stopped. Next time watch goes on from here."; exit 130' INT TERM
    for number in $(exercises | cut -d ' ' -f 1); do
        folder=$(folder_of "$number")
        is_done "$number" "$folder" && continue
        while saved=$(signature "$folder/exercise.cpp") && ! check "$number"; do
            echo "Waiting for you to save $folder/exercise.cpp (Ctrl-C ends)"
            wait_for_save "$folder/exercise.cpp" "$saved"
            printf '\n%s  ' "$(date +%T)"
        done
        echo
    done
    echo "All exercises are done. There are open ones in the chapters' exercises/open.md"
}

command=${1:-list}
[ $# = 0 ] || shift
case $command in
    list) list ;;
    watch) watch ;;
    check) if [ $# = 0 ]; then list; else check "$1"; fi ;;
    hints) [ $# -ge 1 ] || stop "which exercise? ./learn hints 1.1"; hints "$@" ;;
    *) stop "no such command: $command; there are check, hints, watch and list" ;;
esac
