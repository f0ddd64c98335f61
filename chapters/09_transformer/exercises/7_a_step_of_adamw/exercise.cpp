#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

Parameter stepped(const Parameter& parameter, double slope, std::size_t step,
                  const Settings& settings) {
    not_written("9.7");  // your code goes here, in the place of this line
}

}  // namespace nn::exercise
