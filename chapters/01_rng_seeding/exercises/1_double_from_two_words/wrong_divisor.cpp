// mistake: divided by 2^53 - 1 instead of 2^53
#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    const double high = a >> 5;
    const double low = b >> 6;
    return (high * 0x1p26 + low) / (0x1p53 - 1);
}

}  // namespace nn::exercise
