#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Columns slopes_of_positions(const Columns& dX, std::size_t sequences,
                            std::size_t positions) {
    not_written("8.5");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
