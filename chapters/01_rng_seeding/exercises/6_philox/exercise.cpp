#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Block philox(Block counter, Key key) {
    not_written("1.6");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
