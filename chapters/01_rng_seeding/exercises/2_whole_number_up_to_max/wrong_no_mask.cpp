// mistake: a number took more than 10000 words
#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    if (max == 0) return 0;
    std::uint32_t value = 0;
    do {
        value = next_word();
    } while (value > max);
    return value;
}

}  // namespace nn::exercise
