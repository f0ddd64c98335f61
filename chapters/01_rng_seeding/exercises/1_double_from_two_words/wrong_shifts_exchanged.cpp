// mistake: the two shifts are exchanged
#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    const double high = a >> 6;
    const double low = b >> 5;
    return (high * 0x1p26 + low) / 0x1p53;
}

}  // namespace nn::exercise
