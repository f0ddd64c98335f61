#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

NormSlopes layer_norm_back(std::span<const double> x, std::span<const double> gain,
                           std::span<const double> dy) {
    not_written("9.9");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
