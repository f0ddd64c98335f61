#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Paid smoothed_loss(std::span<const double> scores, std::size_t right,
                   double smoothing) {
    not_written("9.6");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
