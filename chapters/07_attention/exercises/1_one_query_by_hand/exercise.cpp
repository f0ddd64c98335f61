#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Found look_up(std::span<const double> query, const Columns& keys,
              const Columns& values) {
    not_written("7.1");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
