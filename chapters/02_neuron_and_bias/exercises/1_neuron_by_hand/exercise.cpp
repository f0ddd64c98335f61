#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double weighted_sum(std::span<const double> w, std::span<const double> x,
                    double b) {
    not_written("2.1");  // your code goes here, in the place of this line
}

double answer(std::span<const double> w, std::span<const double> x, double b) {
    not_written("2.1");  // and here
}

}  // namespace nn::exercise
