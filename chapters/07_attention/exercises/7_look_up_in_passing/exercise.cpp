#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> look_up_in_passing(std::span<const double> query,
                                       std::size_t size, TokenStream& tokens) {
    not_written("7.7");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
