#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Matrix cooccurrence(std::span<const Token> text, std::size_t words,
                    std::size_t context_window) {
    not_written("5.1");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
