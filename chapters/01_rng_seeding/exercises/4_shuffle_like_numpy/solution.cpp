#include <utility>

#include "contract.hpp"

namespace nn::exercise {

void shuffle(std::span<int> items, const Interval& interval) {
    for (std::size_t i = items.size(); i-- > 1;)
        std::swap(items[i], items[interval(i)]);
}

}  // namespace nn::exercise
