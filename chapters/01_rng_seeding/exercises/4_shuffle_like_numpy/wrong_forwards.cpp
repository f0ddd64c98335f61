// mistake: it goes forwards
#include <utility>

#include "contract.hpp"

namespace nn::exercise {

void shuffle(std::span<int> items, const Interval& interval) {
    for (std::size_t i = 0; i + 1 < items.size(); ++i)
        std::swap(items[i], items[i + interval(items.size() - 1 - i)]);
}

}  // namespace nn::exercise
