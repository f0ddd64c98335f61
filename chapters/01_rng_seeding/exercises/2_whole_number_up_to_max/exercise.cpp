#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    not_written("1.2");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
