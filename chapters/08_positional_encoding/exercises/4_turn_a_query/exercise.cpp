#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> turned(std::span<const double> x, std::size_t position) {
    not_written("8.4");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
