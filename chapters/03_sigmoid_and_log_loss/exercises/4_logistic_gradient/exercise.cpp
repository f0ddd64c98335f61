#include "nn/exercise.hpp"
#include "contract.hpp"
#include "nn/sigmoid.hpp"

namespace nn::exercise {

std::vector<double> loss_gradient(std::span<const double> parameters,
                                  const Columns& examples, double l2) {
    not_written("3.4");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
