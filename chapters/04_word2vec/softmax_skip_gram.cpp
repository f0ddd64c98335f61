#include "softmax_skip_gram.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/softmax.hpp"

namespace nn {

// [snip:exact-start]
ExactSkipGram exact_start(std::size_t dimension, const arma::vec& log_prior,
                          Rng& rng) {
    require(dimension > 0 && log_prior.n_elem >= 2, "exact_start",
            std::to_string(dimension) + " dimensions and " +
                std::to_string(log_prior.n_elem) +
                " words; give at least 1 and at least 2");
    ExactSkipGram model{arma::mat(dimension, log_prior.n_elem),
                        arma::mat(dimension, log_prior.n_elem), log_prior};
    const double half = 0.5 / static_cast<double>(dimension);
    for (double& x : model.W) x = rng.uniform(-half, half);
    return model;
}
// [snip:exact-start]

namespace {

// [snip:neighbours-of]
/// \brief The neighbours of a place, in their order; none for the end of a line.
std::vector<Token> neighbours_of(std::span<const Token> tokens, std::size_t place,
                                 std::size_t window) {
    std::vector<Token> found;
    if (tokens[place] == line_end) return found;
    std::size_t from = place, to = place + 1;
    while (from > 0 && place - from < window && tokens[from - 1] != line_end)
        --from;
    while (to < tokens.size() && to - place <= window && tokens[to] != line_end)
        ++to;
    for (std::size_t i = from; i < to; ++i)
        if (i != place) found.push_back(tokens[i]);
    return found;
}
// [snip:neighbours-of]

// [snip:require-known]
void require_known(const char* where, const ExactSkipGram& model, Token word) {
    if (word == line_end || word < model.W.n_cols) return;
    require(false, where,
            "word " + std::to_string(word) + " of " +
                std::to_string(model.W.n_cols) + "; words count from 0");
}
// [snip:require-known]

}  // namespace

// [snip:exact-step]
void exact_step(ExactSkipGram& model, std::span<const Token> tokens,
                std::size_t place, std::size_t window, double rate) {
    require(place < tokens.size(), "exact_step",
            "place " + std::to_string(place) + " of " +
                std::to_string(tokens.size()) + "; places count from 0");
    const std::vector<Token> neighbours = neighbours_of(tokens, place, window);
    if (neighbours.empty()) return;
    for (const Token word : neighbours) require_known("exact_step", model, word);
    require_known("exact_step", model, tokens[place]);
    // [snip:exact-step]
    // [snip:exact-gradient]
    const arma::vec w = model.W.col(tokens[place]);    // d
    arma::vec dz = model.C.t() * w + model.log_prior;  // V
    softmax<double>({dz.memptr(), dz.n_elem}, {dz.memptr(), dz.n_elem});
    dz *= static_cast<double>(neighbours.size());   // each neighbour pays, and its
    for (const Token c : neighbours) dz[c] -= 1.0;  // slope is p less the right one
    // forward: z = Cᵀ w
    model.W.col(tokens[place]) -= rate * (model.C * dz);  // d
    model.C -= rate * w * dz.t();                         // d × V
}
// [snip:exact-gradient]

// [snip:exact-loss]
double exact_loss(const ExactSkipGram& model, std::span<const Token> tokens,
                  std::size_t window) {
    double sum = 0.0, pairs = 0.0;
    for (std::size_t place = 0; place < tokens.size(); ++place) {
        require_known("exact_loss", model, tokens[place]);
        const std::vector<Token> neighbours = neighbours_of(tokens, place, window);
        if (neighbours.empty()) continue;
        const arma::vec z =
            model.C.t() * model.W.col(tokens[place]) + model.log_prior;  // V
        const double whole = log_sum_exp<double>({z.memptr(), z.n_elem});
        for (const Token c : neighbours) {
            require_known("exact_loss", model, c);
            sum += whole - z[c];
        }
        pairs += static_cast<double>(neighbours.size());
    }
    require(pairs > 0.0, "exact_loss",
            "no two words in a line; give a longer text");
    return sum / pairs;
}
// [snip:exact-loss]

}  // namespace nn
