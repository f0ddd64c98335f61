#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::size_t parameters_of(const Shape& shape) {
    not_written("9.3");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
