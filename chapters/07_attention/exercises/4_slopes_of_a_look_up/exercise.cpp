#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

LookUpSlopes look_up_back(const LookUp& look_up, std::span<const double> dO) {
    not_written("7.4");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
