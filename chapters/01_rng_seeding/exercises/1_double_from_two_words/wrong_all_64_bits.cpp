// mistake: all 64 bits are used, and a double has room for 53
#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    return (a * 0x1p32 + b) / 0x1p64;
}

}  // namespace nn::exercise
