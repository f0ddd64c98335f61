#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Column stream_back(std::span<const Part> parts, const Column& x,
                   const Column& slopes) {
    not_written("9.8");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
