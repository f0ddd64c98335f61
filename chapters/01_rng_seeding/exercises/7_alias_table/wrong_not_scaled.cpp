// mistake: the probabilities are not multiplied by n
#include "contract.hpp"

namespace nn::exercise {

AliasTable alias_table(std::span<const double> p) {
    const std::size_t n = p.size();
    AliasTable table{std::vector<double>(n), std::vector<std::size_t>(n)};
    std::vector<double> left(n);
    std::vector<std::size_t> small, large;
    for (std::size_t i = 0; i < n; ++i) {
        left[i] = p[i];
        (left[i] < 1.0 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const std::size_t s = small.back(), l = large.back();
        small.pop_back();
        table.keep[s] = left[s];
        table.alias[s] = l;
        left[l] = (left[l] + left[s]) - 1.0;
        if (left[l] >= 1.0) continue;
        large.pop_back();
        small.push_back(l);
    }
    for (const std::size_t i : small) table.keep[i] = 1.0;
    for (const std::size_t i : large) table.keep[i] = 1.0;
    return table;
}

}  // namespace nn::exercise
