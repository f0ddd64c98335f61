// mistake: the two words are swapped
#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    const double high = b >> 5;
    const double low = a >> 6;
    return (high * 0x1p26 + low) / 0x1p53;
}

}  // namespace nn::exercise
