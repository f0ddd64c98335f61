#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::size_t one_pass(Learner& learner, std::span<const Example> examples) {
    not_written("2.4");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
