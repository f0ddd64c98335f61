#include <bit>

#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    if (max == 0) return 0;
    const std::uint32_t mask = 0xffffffffu >> std::countl_zero(max);
    std::uint32_t value = 0;
    do {
        value = next_word() & mask;
    } while (value > max);
    return value;
}

}  // namespace nn::exercise
