#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double threshold(double w, double b) {
    not_written("2.3");  // your code goes here, in the place of this line
}

double signed_distance(std::span<const double> w, std::span<const double> x,
                       double b) {
    not_written("2.3");  // and here
}

std::vector<double> nearest_on_boundary(std::span<const double> w,
                                        std::span<const double> x, double b) {
    not_written("2.3");  // and here
}

}  // namespace nn::exercise
