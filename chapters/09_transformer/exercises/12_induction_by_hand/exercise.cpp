#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Head previous_token_head(const Stream& stream) {
    not_written("9.12");  // your code goes here, in the place of this line
}

Head induction_head(const Stream& stream) {
    not_written("9.12");  // and here
}

}  // namespace nn::exercise
