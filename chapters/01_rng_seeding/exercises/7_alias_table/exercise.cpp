#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

AliasTable alias_table(std::span<const double> p) {
    not_written("1.7");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
