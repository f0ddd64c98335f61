/// Attention and its gradient, in 50 digits.
#include "nn/gradient_check.hpp"
#include "nn/tiled_attention.hpp"
#include "support/exact_attention.hpp"
#include "support/random_matrix.hpp"

using nn::AttentionRule;
using oracle::Real;
using oracle::Worst;

namespace {

/// All rules for so many keys: causal or not, with filling or not, with a price of
/// distance or not.
std::vector<AttentionRule> rules(std::size_t keys) {
    std::vector<bool> padding(keys);
    for (std::size_t k = 0; k < keys; k += 4) padding[k] = true;
    std::vector<AttentionRule> all;
    for (const bool causal : {false, true})
        for (const double slope : {0.0, 0.3})
            for (const auto& filling : {std::vector<bool>(), padding})
                all.push_back({causal, filling, slope});
    return all;
}

template <class T>
void see_weights(Worst& worst, std::size_t keys, const AttentionRule& rule,
                 nn::Rng& rng) {
    const std::size_t query = rng.interval(keys - 1);
    const arma::Mat<T> scores = T(5) * random_matrix<T>(keys, 1, rng);
    arma::Mat<T> got = scores;
    nn::weights_of_query<T>({got.memptr(), keys}, query, rule);
    // what distance costs is rounded in T; from there on, all is exact
    ExactMatrix priced{keys, 1};
    Real largest = -1e9, sum = 0;
    for (std::size_t k = 0; k < keys; ++k) {
        const std::size_t distance = k > query ? k - query : query - k;
        const T price = T(rule.slope * static_cast<double>(distance));
        priced(k, 0) = Real(T(scores[k] - price));
        if (rule.sees(k, query)) largest = std::max(largest, priced(k, 0));
    }
    for (std::size_t k = 0; k < keys; ++k)
        if (rule.sees(k, query)) sum += exp(priced(k, 0));
    for (std::size_t k = 0; k < keys; ++k) {
        if (!rule.sees(k, query)) {
            CHECK(got[k] == 0);
            continue;
        }
        const double below = static_cast<double>(largest - priced(k, 0));
        worst.see(oracle::ulp_error(got[k], Real(exp(priced(k, 0)) / sum)) /
                  (static_cast<double>(keys) + below + 4));
    }
}

/// Weights that sum to one, mixed: a column of the result may not exceed V.
template <class T>
void see_output(Worst& worst, std::size_t keys, nn::Rng& rng) {
    const arma::Mat<T> V = random_matrix<T>(6, keys, rng);
    const arma::Mat<T> A = nn::attention_weights<T>(
        T(2) * random_matrix<T>(keys, 5, rng), {.causal = keys > 4});
    worst.see(ulp_of_largest(nn::attention_output(V, A),
                             product(exact_matrix(V), exact_matrix(A)),
                             Real(arma::abs(V).max())) /
              static_cast<double>(keys));
}

}  // namespace

TEST_CASE("weights of a query", "[attention-weights]") {
    nn::Rng rng(71);
    Worst worst;
    for (std::size_t keys = 1; keys <= 40; ++keys)
        for (const AttentionRule& rule : rules(keys)) {
            see_weights<float>(worst, keys, rule, rng);
            see_weights<double>(worst, keys, rule, rng);
        }
    worst.hold("attention-weights", "of n + d + 4 ulp", 1.0);
}

TEST_CASE("values mixed by weights", "[attention-output]") {
    nn::Rng rng(72);
    Worst worst;
    for (const std::size_t keys : {1, 2, 5, 16, 100}) {
        see_output<float>(worst, keys, rng);
        see_output<double>(worst, keys, rng);
    }
    worst.hold("attention-output", "of n ulp", 1.0);
}

// The parameters: scores and V, or Q, K and V; the loss: a weighted sum of O.
TEST_CASE("back through mixture and softmax", "[attention-gradient]") {
    constexpr std::size_t keys = 6, queries = 5, values = 3, d = 4;
    nn::Rng rng(73);
    Worst worst;
    for (const AttentionRule& rule : rules(keys)) {
        const arma::mat S = random_matrix<double>(keys, queries, rng),
                        V = random_matrix<double>(values, keys, rng),
                        dO = random_matrix<double>(values, queries, rng);
        const arma::mat A = nn::attention_weights(S, rule);
        const nn::AttentionSlopes<double> slopes = nn::attention_back(V, A, dO);
        const arma::vec at = arma::join_cols(S.as_col(), V.as_col()),
                        got = arma::join_cols(slopes.scores.as_col(),
                                              slopes.V.as_col());
        const ExactMatrix C = exact_matrix(dO);
        const auto loss = [&](std::span<const Real> p) {
            const ExactMatrix s = take(p, keys, queries);
            return weighted_sum(
                C, product(take(p, values, keys), exact_weights(s, rule)));
        };
        worst.see(nn::check_gradient(loss, {at.memptr(), at.n_elem},
                                     {got.memptr(), got.n_elem})
                      .worst);
    }
    for (const AttentionRule& rule : rules(keys)) {
        const arma::mat Q = random_matrix<double>(d, queries, rng),
                        K = random_matrix<double>(d, keys, rng),
                        V = random_matrix<double>(values, keys, rng),
                        dO = random_matrix<double>(values, queries, rng);
        const auto pass = nn::tiled_attention(Q, K, V, rule);
        const auto slopes = nn::tiled_attention_back(Q, K, V, pass, dO, rule);
        const arma::vec at = arma::join_cols(Q.as_col(), K.as_col(), V.as_col()),
                        got = arma::join_cols(slopes.Q.as_col(), slopes.K.as_col(),
                                              slopes.V.as_col());
        const ExactMatrix C = exact_matrix(dO);
        const auto loss = [&](std::span<const Real> p) {
            const ExactMatrix q = take(p, d, queries), k = take(p, d, keys);
            return weighted_sum(C,
                                exact_attention(q, k, take(p, values, keys), rule));
        };
        worst.see(nn::check_gradient(loss, {at.memptr(), at.n_elem},
                                     {got.memptr(), got.n_elem})
                      .worst);
    }
    worst.hold("attention-gradient", "relative", 1e-9);
}

TEST_CASE("a softmax whose numbers come one after the other",
          "[streaming-softmax]") {
    nn::Rng rng(74);
    Worst worst;
    const auto see = [&](auto number, std::size_t T, const AttentionRule& rule) {
        using Number = decltype(number);
        const auto Q = random_matrix<Number>(8, T, rng),
                   K = random_matrix<Number>(8, T, rng),
                   V = random_matrix<Number>(3, T, rng);
        worst.see(ulp_of_largest(nn::tiled_attention(Q, K, V, rule).O,
                                 exact_attention(exact_matrix(Q), exact_matrix(K),
                                                 exact_matrix(V), rule)));
    };
    for (const std::size_t T : {1, 7, 64, 65})
        for (const AttentionRule& rule : rules(T))
            see(0.0F, T, rule), see(0.0, T, rule);
    for (const bool causal : {false, true})
        see(0.0F, 150, {causal}), see(0.0, 150, {causal});
    worst.hold("streaming-softmax", "ulp of the largest output", 16.0);
}
