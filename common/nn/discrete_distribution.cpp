#include "nn/discrete_distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:total-weight]
double total_weight(std::span<const double> weights, const char* where) {
    double total = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] >= 0.0 && std::isfinite(weights[i])))
            require(false, where,
                    "weight " + std::to_string(i) + " is " +
                        std::to_string(weights[i]) +
                        "; weights must be finite and not negative");
        total += weights[i];
    }
    require(total > 0.0, where,
            "the weights sum to 0; at least one must be positive");
    return total;
}
// [snip:total-weight]

}  // namespace

// [snip:inverse-cdf]
InverseCdf::InverseCdf(std::span<const double> weights)
    : cumulated_(weights.size()) {
    total_weight(weights, "InverseCdf");
    std::partial_sum(weights.begin(), weights.end(), cumulated_.begin());
}

std::size_t InverseCdf::draw(double u) const {
    const double target = u * cumulated_.back();
    const auto found =
        std::upper_bound(cumulated_.begin(), cumulated_.end(), target);
    return static_cast<std::size_t>(found - cumulated_.begin());
}
// [snip:inverse-cdf]

// [snip:alias-build]
AliasTable::AliasTable(std::span<const double> weights) : columns_(weights.size()) {
    const double mean =
        total_weight(weights, "AliasTable") / static_cast<double>(weights.size());
    std::vector<std::uint32_t> small, large;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        columns_[i] = {weights[i] / mean, i};
        (columns_[i].keep < 1.0 ? small : large).push_back(i);
    }
    // [snip:alias-build]
    // [snip:alias-fill]
    while (!small.empty() && !large.empty()) {
        const std::uint32_t poor = small.back(), rich = large.back();
        small.pop_back();
        columns_[poor].alias = rich;  // the rich one fills up the poor one's column
        columns_[rich].keep -= 1.0 - columns_[poor].keep;
        if (columns_[rich].keep < 1.0) {
            large.pop_back();
            small.push_back(rich);
        }
    }
    // [snip:alias-fill]
    // [snip:alias-rest]
    for (const std::uint32_t i : small)
        columns_[i].keep = 1.0;  // 1 but for rounding
    for (const std::uint32_t i : large) columns_[i].keep = 1.0;
}
// [snip:alias-rest]

// [snip:alias-draw]
std::size_t AliasTable::draw(double u) const {
    const double place = u * static_cast<double>(columns_.size());
    const auto index = static_cast<std::size_t>(place);
    const double fraction = place - static_cast<double>(index);
    return fraction < columns_[index].keep ? index : columns_[index].alias;
}
// [snip:alias-draw]

// [snip:alias-probability]
double AliasTable::probability(std::size_t index) const {
    double share = columns_[index].keep;
    for (const Column& column : columns_)
        if (column.alias == index) share += 1.0 - column.keep;
    return share / static_cast<double>(columns_.size());
}
// [snip:alias-probability]

}  // namespace nn
