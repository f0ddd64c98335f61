#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

TwoLayers xor_network() {
    not_written(
        "2.6");  // return {{hidden neurons}, output} in the place of this line
}

TwoLayers parity_network(std::size_t n) {
    not_written("2.6");  // your code goes here
}

}  // namespace nn::exercise
