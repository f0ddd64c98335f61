#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double NormalStream::normal() {
    not_written("1.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
