#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Average averaged_perceptron(std::span<const Line> lines, std::size_t inputs,
                            std::size_t passes) {
    not_written("2.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
