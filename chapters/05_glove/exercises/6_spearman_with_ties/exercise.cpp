#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> ranks(std::span<const double> numbers) {
    not_written("5.6");  // your code goes here, in the place of this line
}

double rank_correlation(std::span<const double> x, std::span<const double> y) {
    not_written("5.6");  // and here
}

}  // namespace nn::exercise
