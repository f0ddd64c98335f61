#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Tile merged(const Tile& a, const Tile& b) {
    not_written("7.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
