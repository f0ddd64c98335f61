#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Pair most_common_pair(std::span<const CountedWord> words) {
    not_written("9.4");  // your code goes here, in the place of this line
}

std::vector<Token> merged(std::span<const Token> word, const Pair& pair,
                          Token whole) {
    not_written("9.4");  // and here
}

}  // namespace nn::exercise
