#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

void gru_step_back(const CellStep<double>& step, const CellSlopes<double>& slopes) {
    not_written("6.7");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
