#!/bin/sh
# Goes through exercises 0.1 and 0.2 as a reader would: check, hints, list.
#   reader_test.sh FIXTURE
set -eu

. "$(dirname -- "$0")/play.sh"
begin_play "$1"

expect "the unwritten exercise says where to write" 1 "write doubled, line 7" check 0.1
expect "and which file to open" 1 "1_double_it/exercise.cpp" check 0.1
refuse_words "the solution stays hidden" "solution.cpp" check 0.1
expect "hints come one at a time" 0 "hint 1 of 3" hints 0.1
expect "the next call gives the next hint" 0 "Add it to itself." hints 0.1
expect "a hint can be asked for by number" 0 "hint 1 of 3" hints 0.1 1
expect "the last hint stays" 0 "x + x" hints 0.1 3
expect "the last hint stays" 0 "x + x" hints 0.1
expect "no hint beyond the last" 2 "hints 1 to 3, and none is '4'" hints 0.1 4
expect "an unknown exercise names those there are" 2 "there are: 0.1 0.2" check 0.7
expect "an unknown command is refused" 2 "no such command: solve" solve 0.1

write_body 1 'return x * x;'
expect "a wrong answer is named" 1 "squared, not doubled" check 0.1
write_body 1 'return 2 * y;'
expect "a compiler error is shown" 1 "was not declared in this scope" check 0.1
refuse_words "and not the compiler's command line" "-std=c++20" check 0.1
write_body 1 'return x;'
sed -i 's/int doubled/int twice/' "$exercises/1_double_it/exercise.cpp"
expect "a function that is not there is named" 1 "nn::exercise::doubled(int)" check 0.1
sed -i 's/int twice/int doubled/' "$exercises/1_double_it/exercise.cpp"
write_body 1 '__builtin_abort();'
expect "a crash is explained" 1 "It crashed" check 0.1
write_body 1 'for (;;) x = x / 2;'
expect "an endless loop is stopped" 1 "did not end within" check 0.1

write_body 1 'return x + x;'
expect "success shows the solution to compare with" 0 "1_double_it/solution.cpp" check 0.1
expect "and is remembered" 0 "0.1   done   practice  Twice a number" list
write_body 1 'return x + x + 0;'
expect "a later change is noticed" 0 "0.1   again" list
write_body 1 'return x;'
expect "and a broken one is broken" 1 "returned as it came" check 0.1
expect "and no longer done" 0 "0.1          practice" list

sed -i 's/return 2/int unused = 0;\n    return 2/' "$exercises/1_double_it/solution.cpp"
if cmake --build "$tree/build" --target exercise_0.1_solution >/dev/null; then
    fail "a compiler warning in the solution went unnoticed"
fi

end_play
