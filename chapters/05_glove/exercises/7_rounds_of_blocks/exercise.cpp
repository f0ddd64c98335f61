#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<Round> rounds(std::size_t row_parts, std::size_t column_parts) {
    not_written("5.7");  // your code goes here, in the place of this line
}

std::vector<Round> rounds_of_one_table(std::size_t parts) {
    not_written("5.7");  // and here
}

}  // namespace nn::exercise
