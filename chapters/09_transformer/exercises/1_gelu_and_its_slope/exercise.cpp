#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double gelu(double x) {
    not_written("9.1");  // your code goes here, in the place of this line
}

double gelu_slope(double x) {
    not_written("9.1");  // and here
}

}  // namespace nn::exercise
