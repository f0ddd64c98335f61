#include "nn/fast_logistic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "nn/require.hpp"
#include "nn/vector_math.hpp"

namespace nn {

namespace {

// [snip:dot-in-lanes]
constexpr std::size_t examples_in_cache = 256;  // of some hundred inputs each, L2

/// \brief wᵀx: in lanes, as a single sum would have to wait for each addition.
float dot_in_lanes(const float* w, const float* x, std::size_t n) {
    std::array<float, vector_lanes> sums{};
    const std::size_t whole = n / vector_lanes * vector_lanes;
    for (std::size_t i = 0; i < whole; i += vector_lanes)
        for (std::size_t lane = 0; lane < vector_lanes; ++lane)
            sums[lane] = multiply_add(w[i + lane], x[i + lane], sums[lane]);
    float rest = 0;
    for (std::size_t i = whole; i < n; ++i) rest = multiply_add(w[i], x[i], rest);
    return std::accumulate(sums.begin(), sums.end(), rest);
}
// [snip:dot-in-lanes]

// [snip:add-gradient]
void add_gradient(const arma::fvec& parameters, const float* X, const float* y,
                  std::size_t examples, arma::fvec& gradient) {
    const std::size_t n = parameters.n_elem - 1;
    const float b = parameters[n];
    std::array<float, examples_in_cache> d;
    for (std::size_t j = 0; j < examples; ++j)
        d[j] = dot_in_lanes(parameters.memptr(), X + j * n, n) + b;
    for (std::size_t j = 0; j < examples; ++j) d[j] = fast_sigmoid(d[j]) - y[j];
    float* const sum = gradient.memptr();
    for (std::size_t j = 0; j < examples; ++j) {
        for (std::size_t i = 0; i < n; ++i)
            sum[i] = multiply_add(d[j], X[j * n + i], sum[i]);
        sum[n] += d[j];
    }
}
// [snip:add-gradient]

// [snip:sum-of-gradients]
arma::fvec sum_of_gradients(const arma::fvec& parameters, const arma::fmat& X,
                            const arma::frowvec& y, arma::uword begin,
                            arma::uword examples) {
    arma::fvec gradient(parameters.n_elem, arma::fill::zeros);
    const arma::uword end = begin + examples;
    for (arma::uword j = begin; j < end; j += examples_in_cache)
        add_gradient(parameters, X.colptr(j), y.memptr() + j,
                     std::min<std::size_t>(examples_in_cache, end - j), gradient);
    return gradient;
}
// [snip:sum-of-gradients]

// [snip:require-epoch]
void require_epoch(const arma::fvec& parameters, const arma::fmat& X,
                   const arma::frowvec& y, arma::uword batch, float learning_rate) {
    const auto number = [](auto n) { return std::to_string(n); };
    const char* here = "logistic_epoch";
    require(X.n_cols > 0 && batch > 0, here,
            "no examples, or batches of none; give at least 1");
    require(parameters.n_elem == X.n_rows + 1, here,
            number(parameters.n_elem) + " parameters and " + number(X.n_rows) +
                " inputs; give a weight an input and a bias");
    require(y.n_elem == X.n_cols, here,
            number(X.n_cols) + " examples and " + number(y.n_elem) +
                " labels; give one label an example");
    // [snip:require-epoch]
    // [snip:require-epoch-values]
    const auto label = [](float v) { return v == 0 || v == 1; };
    require(std::all_of(y.begin(), y.end(), label), here,
            "a label is neither 0 nor 1; give 0 or 1");
    require(learning_rate > 0 && std::isfinite(learning_rate), here,
            "the learning rate is " + number(learning_rate) +
                "; it must be above 0 and finite");
}
// [snip:require-epoch-values]

}  // namespace

// [snip:logistic-epoch]
void logistic_epoch(arma::fvec& parameters, const arma::fmat& X,
                    const arma::frowvec& y, arma::uword batch,
                    float learning_rate) {
    require_epoch(parameters, X, y, batch, learning_rate);
    for (arma::uword at = 0; at < X.n_cols; at += batch) {
        const arma::uword n = std::min(batch, X.n_cols - at);
        const arma::fvec gradient = sum_of_gradients(parameters, X, y, at, n);
        require(gradient.is_finite(), "logistic_epoch",
                "an input of the " + std::to_string(n) + " examples from " +
                    std::to_string(at) + " is NaN, infinite or too large");
        parameters -= learning_rate / static_cast<float>(n) * gradient;
    }
}
// [snip:logistic-epoch]

}  // namespace nn
