#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    const double high = a >> 5;             // 27 bits
    const double low = b >> 6;              // 26 bits
    return (high * 0x1p26 + low) / 0x1p53;  // 53 bits in all: every step is exact
}

}  // namespace nn::exercise
