#include "token_loss.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/attention_tile.hpp"
#include "nn/lanes.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:column-loss]
/// \brief A column of scores becomes its slopes; returns its cross-entropy.
template <class T>
double column_loss(std::span<T> z, Token right, T weight, T smoothing) {
    const std::size_t n = z.size();
    const T even = smoothing / T(n);  // what each class is worth
    const T largest = *std::max_element(z.begin(), z.end());
    for (T& score : z) score -= largest;
    const T wanted = (1 - smoothing) * z[right] +
                     even * sum_in_lanes<T>(n, [z](std::size_t i) { return z[i]; });
    for (T& score : z) score = exp_of(score);
    const T sum = sum_in_lanes<T>(n, [z](std::size_t i) { return z[i]; });
    const T share = weight / sum;
    for (T& score : z) score = share * score - weight * even;
    z[right] -= weight * (1 - smoothing);
    return std::log(double(sum)) - double(wanted);
}
// [snip:column-loss]

}  // namespace

// [snip:token-loss]
template <class T>
double token_loss(arma::Mat<T>& Z, std::span<const Token> right, T weight,
                  T smoothing) {
    require(
        right.size() == Z.n_cols && smoothing >= 0 && smoothing < 1, "token_loss",
        std::to_string(right.size()) + " answers for " + std::to_string(Z.n_cols) +
            " columns, and a smoothing of " + std::to_string(double(smoothing)) +
            "; give an answer a column, and a smoothing in [0, 1)");
    double sum = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (right[i] >= Z.n_rows)
            require(false, "token_loss",
                    "class " + std::to_string(right[i]) + " of " +
                        std::to_string(Z.n_rows) + "; classes count from 0");
        sum += column_loss<T>({Z.colptr(i), Z.n_rows}, right[i], weight, smoothing);
    }
    return sum;
}

template double token_loss(arma::fmat&, std::span<const Token>, float, float);
template double token_loss(arma::mat&, std::span<const Token>, double, double);
// [snip:token-loss]

}  // namespace nn
