// mistake: only the first word is used
#include "contract.hpp"

namespace nn::exercise {

double uniform_from_bits(std::uint32_t a, std::uint32_t b) {
    return a / 0x1p32;
}

}  // namespace nn::exercise
