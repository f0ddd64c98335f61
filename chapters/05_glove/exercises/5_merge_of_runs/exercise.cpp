#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

void merge(std::span<Run* const> runs,
           const std::function<void(const Cell&)>& merged) {
    not_written("5.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
