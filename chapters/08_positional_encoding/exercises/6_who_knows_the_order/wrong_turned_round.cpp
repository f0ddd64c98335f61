// mistake: turning the tokens round is not enough
#include <algorithm>
#include <cmath>
#include <cstddef>

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
    std::reverse(other.begin(), other.end());
    Sequence outputs = layer(other);
    std::reverse(outputs.begin(), outputs.end());
    if (differ(plain, outputs)) return true;
    return false;
}

}  // namespace nn::exercise
