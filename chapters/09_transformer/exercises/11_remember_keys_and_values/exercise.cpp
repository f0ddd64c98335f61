#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Column read_next(const Head& head, const Column& token, Cache& cache) {
    not_written("9.11");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
