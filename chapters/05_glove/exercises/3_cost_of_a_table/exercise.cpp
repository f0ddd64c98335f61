#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double cell_weight(double x, double x_max) {
    not_written("5.3");  // your code goes here, in the place of this line
}

double mean_cost(const Matrix& counts, const Matrix& scores, double x_max) {
    not_written("5.3");  // and here
}

}  // namespace nn::exercise
