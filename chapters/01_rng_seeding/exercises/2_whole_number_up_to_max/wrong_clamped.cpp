// mistake: clamped to max instead of drawn again
#include <algorithm>
#include <bit>

#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    if (max == 0) return 0;
    const std::uint32_t mask = 0xffffffffu >> std::countl_zero(max);
    return std::min(next_word() & mask, max);
}

}  // namespace nn::exercise
