#include "nn/exercise.hpp"
#include "contract.hpp"
#include "nn/sigmoid.hpp"

namespace nn::exercise {

Network backward(const Network& network, std::span<const double> x, double y) {
    not_written("3.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
