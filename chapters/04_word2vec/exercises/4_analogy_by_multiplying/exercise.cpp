#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::size_t answer_by_multiplying(const std::vector<std::vector<double>>& words,
                                  std::size_t a, std::size_t b, std::size_t c) {
    not_written("4.4");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
