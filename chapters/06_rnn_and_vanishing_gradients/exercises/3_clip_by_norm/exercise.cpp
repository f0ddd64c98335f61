#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double clip_parts(Parts& gradient, double longest) {
    not_written("6.3");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
