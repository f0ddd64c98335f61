// mistake: a small difference is taken for rounding
#include <cmath>
#include <cstddef>
#include <utility>

#include "contract.hpp"

namespace nn::exercise {

namespace {

bool differ(const Sequence& a, const Sequence& b) {
    for (std::size_t t = 0; t < a.size(); ++t)
        for (std::size_t i = 0; i < a[t].size(); ++i)
            if (std::abs(a[t][i] - b[t][i]) > 1e-3) return true;
    return false;
}

}  // namespace

bool knows_order(const Layer& layer, const Sequence& tokens) {
    const Sequence plain = layer(tokens);
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
        Sequence other = tokens;
        std::swap(other[t], other[t + 1]);
        Sequence outputs = layer(other);
        std::swap(outputs[t], outputs[t + 1]);  // back to their tokens
        if (differ(plain, outputs)) return true;
    }
    return false;
}

}  // namespace nn::exercise
