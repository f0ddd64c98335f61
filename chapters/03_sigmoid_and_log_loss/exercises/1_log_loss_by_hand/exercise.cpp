#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

double log_loss(double p, double y) {
    not_written("3.1");  // your code goes here, in the place of this line
}

double log_loss_from_logit(double z, double y) {
    not_written("3.1");  // and here
}

}  // namespace nn::exercise
