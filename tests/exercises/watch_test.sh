#!/bin/sh
# A reader at work while `watch` runs: saves in two ways, a success, the next exercise.
# Measures how long the verdict takes after a save.
#   watch_test.sh FIXTURE
set -eu

. "$(dirname -- "$0")/play.sh"
begin_play "$1"
log=$(mktemp)

# wait_for "words" count: until the log holds the words `count` times; fails after 10 s.
wait_for() {
    tries=0
    until [ "$(grep -c -- "$1" "$log")" -ge "$2" ]; do
        tries=$((tries + 1))
        if [ $tries -gt 500 ]; then
            cat "$log"
            fail "watch never said '$1' $2 times"
            return
        fi
        sleep 0.02
    done
}

now() { date +%s%3N; }

# react "what was saved" "words of the verdict" count: waits for the verdict, and times it.
react() {
    saved=$(now)
    wait_for "$2" "$3"
    taken=$(($(now) - saved))
    echo "$taken ms from the save to the verdict: $1"
    [ $taken -lt 3000 ] || fail "the reaction took $taken ms; it must be below 3000"
}

# A background job ignores Ctrl-C unless it is told otherwise.
start_watch() {
    : >"$log"  # at once: nobody may read what an earlier watch has said
    env --default-signal=INT setsid sh "$tree/tests/exercises/exercise.sh" watch \
        >"$log" 2>&1 &
    watcher=$!
}

start_watch
trap 'kill -s TERM -- "-$watcher" 2>/dev/null || true; rm -f "$log"' EXIT
wait_for "Waiting for you to save .*1_double_it" 1

write_body 1 'return x * x;'
react "a wrong answer, written in place" "squared, not doubled" 1

sed 's/x \* x/x/' "$exercises/1_double_it/exercise.cpp" >"$exercises/new"
sleep 0.5  # an editor that first moves the old file away
mv "$exercises/1_double_it/exercise.cpp" "$exercises/old"
sleep 0.5
mv "$exercises/new" "$exercises/1_double_it/exercise.cpp"
react "another wrong answer, in a new file" "returned as it came" 1

write_body 1 'return 2 * y;'
react "a compiler error" "does not compile yet" 1
write_body 1 'return 2 * x;'
react "the right answer" "Exercise 0.1 passed" 1
wait_for "Waiting for you to save .*2_halve_it" 1
write_body 2 'return x / 2;'
react "the right answer to the next one" "All exercises are done" 1
wait $watcher || fail "watch ended with status $?"

write_body 2 'return x;'
start_watch
wait_for "Waiting for you to save .*2_halve_it" 1
status=0
kill -s INT -- "-$watcher"
wait $watcher || status=$?
[ $status = 130 ] || fail "after Ctrl-C watch ended with status $status, not 130"
wait_for "Stopped. Next time" 1

end_play
