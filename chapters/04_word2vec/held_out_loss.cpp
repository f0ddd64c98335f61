#include "held_out_loss.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "nn/parallel.hpp"
#include "nn/require.hpp"
#include "nn/vector_math.hpp"

namespace nn {

namespace {

// [snip:require-held-out]
void require_pairs_of(const char* where, std::size_t words, std::size_t weights,
                      std::span<const TokenPair> pairs) {
    const bool known = std::all_of(pairs.begin(), pairs.end(), [&](TokenPair pair) {
        return std::max(pair.first, pair.second) < words;
    });
    require(!pairs.empty() && known && words == weights, where,
            std::to_string(pairs.size()) + " pairs, vectors of " +
                std::to_string(words) + " words and " + std::to_string(weights) +
                " priors; give pairs of these words, and a prior each");
}
// [snip:require-held-out]

// [snip:log-sum-exp-float]
/// \brief log Σ e^z of float scores, in lanes.
double log_sum_exp_of(std::span<const float> z) {
    const float largest = *std::max_element(z.begin(), z.end());
    std::array<double, vector_lanes> sums{};
    std::size_t i = 0;
    for (; i + vector_lanes <= z.size(); i += vector_lanes)
        for (std::size_t lane = 0; lane < vector_lanes; ++lane)
            sums[lane] +=
                static_cast<double>(exp_nonpositive(z[i + lane] - largest));
    for (; i < z.size(); ++i)
        sums[0] += static_cast<double>(exp_nonpositive(z[i] - largest));
    return static_cast<double>(largest) +
           std::log(std::accumulate(sums.begin(), sums.end(), 0.0));
}
// [snip:log-sum-exp-float]

// [snip:cut-by-first-word]
/// \brief Pairs of up to `most` different first words each.
std::vector<std::span<const TokenPair>> cut_by_first_word(
    std::span<const TokenPair> pairs, std::size_t most) {
    std::vector<std::span<const TokenPair>> parts;
    std::size_t begin = 0, words = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i > 0 && pairs[i].first == pairs[i - 1].first) continue;
        if (words++ == most) {
            parts.push_back(pairs.subspan(begin, i - begin));
            begin = i, words = 1;
        }
    }
    parts.push_back(pairs.subspan(begin));
    return parts;
}
// [snip:cut-by-first-word]

// [snip:loss-of-part]
/// \brief The sum of the prices of one part's pairs.
double loss_of_part(const WordEmbedding& embedding, const arma::fvec& log_prior,
                    std::span<const TokenPair> pairs) {
    std::vector<arma::uword> words;
    for (const TokenPair& pair : pairs)
        if (words.empty() || words.back() != pair.first)
            words.push_back(pair.first);
    const arma::fmat W = embedding.centre.cols(arma::uvec(words));  // d × words
    arma::fmat Z = embedding.neighbour.t() * W;                     // V × words
    Z.each_col() += log_prior;
    double sum = 0.0, whole = 0.0;
    for (std::size_t i = 0, column = 0; i < pairs.size(); ++i) {
        const bool next = i == 0 || pairs[i].first != pairs[i - 1].first;
        if (next && i > 0) ++column;
        const float* const z = Z.colptr(column);
        if (next) whole = log_sum_exp_of({z, Z.n_rows});
        sum += whole - static_cast<double>(z[pairs[i].second]);
    }
    return sum;
}
// [snip:loss-of-part]

}  // namespace

// [snip:held-out-loss]
double held_out_loss(const WordEmbedding& embedding, std::span<const double> prior,
                     std::span<const TokenPair> pairs, unsigned threads) {
    require_pairs_of("held_out_loss", embedding.centre.n_cols, prior.size(), pairs);
    arma::fvec log_prior(prior.size());  // V
    for (std::size_t c = 0; c < prior.size(); ++c)
        log_prior[c] = static_cast<float>(std::log(prior[c]));
    const auto parts = cut_by_first_word(pairs, 64);
    std::vector<double> sums(parts.size());
    for_each_shard(parts.size(), threads, [&](std::size_t part) {
        sums[part] = loss_of_part(embedding, log_prior, parts[part]);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0) /
           static_cast<double>(pairs.size());
}
// [snip:held-out-loss]

// [snip:unigram-loss]
double unigram_loss(std::span<const double> weights,
                    std::span<const TokenPair> pairs) {
    require_pairs_of("unigram_loss", weights.size(), weights.size(), pairs);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    double sum = 0.0;
    for (const TokenPair& pair : pairs)
        sum -= std::log(weights[pair.second] / total);
    return sum / static_cast<double>(pairs.size());
}
// [snip:unigram-loss]

}  // namespace nn
