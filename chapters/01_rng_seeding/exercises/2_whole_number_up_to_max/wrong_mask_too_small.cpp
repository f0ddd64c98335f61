// mistake: the mask has one bit too few
#include <bit>

#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    if (max == 0) return 0;
    const std::uint32_t mask = (1u << (std::bit_width(max) - 1)) - 1;
    return next_word() & mask;
}

}  // namespace nn::exercise
