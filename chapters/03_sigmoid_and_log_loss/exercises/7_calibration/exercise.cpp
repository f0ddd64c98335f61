#include "nn/exercise.hpp"
#include "contract.hpp"

namespace nn::exercise {

std::vector<Bin> bins_of_equal_count(std::span<const double> p,
                                     std::span<const double> y, std::size_t bins) {
    not_written("3.7");  // your code goes here, in the place of this line
}

double calibration_error_of(std::span<const Bin> bins) {
    not_written("3.7");  // and here
}

}  // namespace nn::exercise
