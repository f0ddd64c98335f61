#include "simple_glove.hpp"

#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:simple-start]
SimpleGlove::SimpleGlove(std::size_t words, const GloveOptions& options)
    : options_(options) {
    require_options("SimpleGlove", options, words);
    Rng rng(options.seed);
    word_ = start(words, rng);
    context_ = start(words, rng);
}

SimpleGlove::Side SimpleGlove::start(std::size_t words, Rng& rng) const {
    const std::size_t d = options_.dimension;
    Side side{arma::mat(d, words), arma::mat(d, words, arma::fill::ones),
              arma::vec(words), arma::vec(words, arma::fill::ones)};
    for (std::size_t i = 0; i < words; ++i) {
        for (double& x : side.vectors.col(i)) x = glove_start(rng, d);
        side.biases[i] = glove_start(rng, d);
    }
    return side;
}
// [snip:simple-start]

// [snip:simple-cell]
double SimpleGlove::learn(const Cell& cell, const GloveWeighting& weighting) {
    const std::size_t d = options_.dimension, i = cell.row, j = cell.column;
    double *const w = word_.vectors.colptr(i), *const c =
                                                   context_.vectors.colptr(j);
    double &b_w = word_.biases[i], &b_c = context_.biases[j];
    const double score = glove_score<double>({w, d}, {c, d}, b_w, b_c),
                 log_x = std::log(cell.x);
    const double weight = glove_weight(cell.x, weighting.x_max, weighting.power);
    const double slope = glove_slope(score, log_x, weight);
    // [snip:simple-cell]
    // [snip:simple-steps]
    const double rate = options_.learning_rate;
    double *const w_sums = word_.sums.colptr(i), *const c_sums =
                                                     context_.sums.colptr(j);
    for (std::size_t k = 0; k < d; ++k) {
        const double w_k = w[k];  // c's slope needs it as it was
        adagrad_step(w[k], w_sums[k], slope * c[k], rate);
        adagrad_step(c[k], c_sums[k], slope * w_k, rate);
    }
    adagrad_step(b_w, word_.bias_sums[i], slope, rate);
    adagrad_step(b_c, context_.bias_sums[j], slope, rate);
    return glove_cost(score, log_x, weight);
}
// [snip:simple-steps]

namespace {

// [snip:require-cell]
void require_cell(const Cell& cell, std::size_t words) {
    if (cell.row < words && cell.column < words && cell.x > 0 &&
        std::isfinite(cell.x))
        return;
    require(false, "SimpleGlove::learn",
            "cell (" + std::to_string(cell.row) + ", " +
                std::to_string(cell.column) + ") is " + std::to_string(cell.x) +
                "; the table is of " + std::to_string(words) +
                " words, and its cells are above 0");
}
// [snip:require-cell]

}  // namespace

// [snip:simple-learn]
double SimpleGlove::learn(std::span<const Cell> cells,
                          const GloveWeighting& weighting) {
    require(!cells.empty(), "SimpleGlove::learn", "no cells; give at least 1");
    double cost = 0.0;
    for (const Cell& cell : cells) {
        require_cell(cell, word_.vectors.n_cols);
        cost += learn(cell, weighting);
    }
    cost /= static_cast<double>(cells.size());
    require(std::isfinite(cost), "SimpleGlove::learn",
            "the mean cost is not finite; a learning rate of " +
                std::to_string(options_.learning_rate) + " is too large");
    return cost;
}
// [snip:simple-learn]

}  // namespace nn
