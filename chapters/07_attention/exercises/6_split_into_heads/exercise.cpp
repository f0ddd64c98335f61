#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<Columns> split_into_heads(const Columns& X, std::size_t heads) {
    not_written("7.6");  // your code goes here, in the place of this line
}

Columns stacked(const std::vector<Columns>& heads) {
    not_written("7.6");  // and here
}

}  // namespace nn::exercise
