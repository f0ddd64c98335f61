// mistake: the remainder of a division
#include "contract.hpp"

namespace nn::exercise {

std::uint32_t interval(std::uint32_t max, const NextWord& next_word) {
    if (max == 0) return 0;
    return static_cast<std::uint32_t>(next_word() % (std::uint64_t{max} + 1));
}

}  // namespace nn::exercise
