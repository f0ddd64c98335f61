#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> nucleus(std::span<const double> probabilities, double share) {
    not_written("9.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
