// mistake: a word is drawn for max = 0
#include <bit>

#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    const std::uint32_t mask = max == 0 ? 0 : 0xffffffffu >> std::countl_zero(max);
    std::uint32_t value = 0;
    do {
        value = next_word() & mask;
    } while (value > max);
    return value;
}

}  // namespace nn::exercise
