# Shared by the tests that play a reader. Source it, then begin_play FIXTURE.
# shellcheck shell=sh

here=$(dirname -- "$0")
failures=0

fail() {
    echo "FAILED: $1"
    failures=$((failures + 1))
}

# Puts the two exercises back as they were, nothing written, nothing done.
begin_play() {
    tree=$1
    exercises=$tree/chapters/00_fixture/exercises
    rm -rf "$tree/chapters"
    cp -r "$here/fixture/chapters" "$tree/"
    rm -f "$tree"/build/exercises/0.*/passed "$tree"/build/exercises/0.*/hint
}

# Restores the tree, so that the next build finds the exercises unwritten.
end_play() {
    begin_play "$tree"
    cmake --build "$tree/build" --target exercise_0.1_variants exercise_0.2_variants >/dev/null
    [ $failures = 0 ]
}

# write_body 1 'return x;' saves exercise 0.1 with that body.
write_body() {
    set -- "$exercises/$1"_*/exercise.cpp "$2"
    sed -i "7s/.*/    $(printf '%s' "$2" | sed 's|[/&]|\\&|g')/" "$1"
}

ask() {
    status=0
    answer=$(sh "$tree/tests/exercises/exercise.sh" "$@" 2>&1) || status=$?
}

# expect "what" STATUS "words" command...
expect() {
    what=$1
    wanted=$2
    words=$3
    shift 3
    ask "$@"
    case $status-$answer in
        "$wanted"-*"$words"*) ;;
        *) fail "$what; status $status, answer: $answer" ;;
    esac
}

# refuse_words "what" "words that must not be there" command...
refuse_words() {
    what=$1
    words=$2
    shift 2
    ask "$@"
    case $answer in *"$words"*) fail "$what; answer: $answer" ;; esac
}
