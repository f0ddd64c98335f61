// mistake: it grows from the first place
#include <utility>

#include "contract.hpp"

namespace nn::exercise {

void shuffle(std::span<int> items, const Interval& interval) {
    for (std::size_t i = 1; i < items.size(); ++i)
        std::swap(items[i], items[interval(i)]);
}

}  // namespace nn::exercise
