#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> slopes_of_heads(std::size_t heads) {
    not_written("8.2");  // your code goes here, in the place of this line
}

std::vector<double> biased(std::span<const double> scores, double slope) {
    not_written("8.2");  // and here
}

}  // namespace nn::exercise
