// mistake: exchanging the first two is not enough
#include <cmath>
#include <cstddef>
#include <utility>

#include "contract.hpp"

namespace nn::exercise {

namespace {

bool differ(const Sequence& a, const Sequence& b) {
    for (std::size_t t = 0; t < a.size(); ++t)
        for (std::size_t i = 0; i < a[t].size(); ++i)
            if (std::abs(a[t][i] - b[t][i]) > 1e-9) return true;
    return false;
}

}  // namespace

bool knows_order(const Layer& layer, const Sequence& tokens) {
    const Sequence plain = layer(tokens);
    Sequence other = tokens;
    std::swap(other[0], other[1]);
    Sequence outputs = layer(other);
    std::swap(outputs[0], outputs[1]);
    if (differ(plain, outputs)) return true;
    return false;
}

}  // namespace nn::exercise
