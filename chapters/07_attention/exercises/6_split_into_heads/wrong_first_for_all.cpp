// mistake: all heads have the numbers of the first
#include <string>

#include "contract.hpp"
#include "nn/require.hpp"

namespace nn::exercise {

std::vector<Columns> split_into_heads(const Columns& X, std::size_t heads) {
    const std::size_t width = X[0].size();
    require(heads > 0 && width % heads == 0, "split_into_heads",
            std::to_string(heads) + " heads for a width of " +
                std::to_string(width) + "; the heads must divide the width");
    const std::size_t d = width / heads;
    std::vector<Columns> all(heads, Columns(X.size(), std::vector<double>(d)));
    for (std::size_t h = 0; h < heads; ++h)
        for (std::size_t t = 0; t < X.size(); ++t)
            for (std::size_t i = 0; i < d; ++i) all[h][t][i] = X[t][i];
    return all;
}

Columns stacked(const std::vector<Columns>& heads) {
    Columns X(heads[0].size());
    for (const Columns& head : heads)
        for (std::size_t t = 0; t < X.size(); ++t)
            X[t].insert(X[t].end(), head[t].begin(), head[t].end());
    return X;
}

}  // namespace nn::exercise
