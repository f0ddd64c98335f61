#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double log_sum_exp(std::span<const double> z) {
    not_written("3.2");  // your code goes here, in the place of this line
}

std::vector<double> softmax(std::span<const double> z) {
    not_written("3.2");  // and here
}

}  // namespace nn::exercise
