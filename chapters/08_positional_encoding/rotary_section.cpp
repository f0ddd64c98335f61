#include <algorithm>
#include <cmath>

#include "nn/rng.hpp"
#include "nn/rotary.hpp"
#include "position_geometry.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:turned-everywhere]
/// \brief A vector turned for each of the positions 0 … T − 1: d × T.
arma::mat turned_everywhere(const arma::vec& x, std::size_t positions) {
    arma::mat X = arma::repmat(x, 1, positions);  // d × T
    rotate(X, RotaryTurns<double>(x.n_elem, positions));
    return X;
}
// [snip:turned-everywhere]

// [snip:print-turned]
void print_turned(Report& report) {
    const arma::vec q{1.0, 0.0}, k{0.6, 0.8};
    const arma::mat Q = turned_everywhere(q, 101), K = turned_everywhere(k, 101);
    report.print("q = (1, 0), k = (0.6, 0.8), one clock: a radian a token\n");
    report.print("%7s %7s %20s %20s %8s\n", "place q", "place k", "q turned",
                 "k turned", "score");
    const std::size_t places[][2] = {{0, 0}, {3, 1}, {10, 8}, {100, 98}, {1, 3}};
    for (const auto [m, n] : places)
        report.print("%7zu %7zu   (%7.4f, %7.4f)   (%7.4f, %7.4f) %8.4f\n", m, n,
                     Q(0, m), Q(1, m), K(0, n), K(1, n),
                     arma::dot(Q.col(m), K.col(n)));
    report.value("rotary-two-after", "%.4f", arma::dot(Q.col(3), K.col(1)));
    report.value("rotary-two-before", "%.4f", arma::dot(Q.col(1), K.col(3)));
}
// [snip:print-turned]

// [snip:rotary-worst]
/// \brief How far rotary positions are, at worst, from what they promise.
struct RotaryWorst {
    double score = 0;   ///< from the distance alone, of the lengths' product
    double length = 0;  ///< of a turned query from its length, of that
};

RotaryWorst rotary_worst(std::size_t d, std::size_t tokens, Rng& rng) {
    arma::vec q(d), k(d);
    rng.fill_normal({q.memptr(), d});
    rng.fill_normal({k.memptr(), d});
    const arma::mat Q = turned_everywhere(q, tokens),
                    K = turned_everywhere(k, tokens);
    const arma::mat S = K.t() * Q;  // keys × queries
    const double lengths = arma::norm(q) * arma::norm(k);
    RotaryWorst worst;
    for (std::size_t m = 0; m < tokens; ++m)
        for (std::size_t n = 0; n < tokens; ++n) {
            const double apart = S(n, m) - (m >= n ? S(0, m - n) : S(n - m, 0));
            worst.score = std::max(worst.score, std::abs(apart) / lengths);
        }
    for (std::size_t m = 0; m < tokens; ++m)
        worst.length = std::max(worst.length,
                                std::abs(arma::norm(Q.col(m)) / arma::norm(q) - 1));
    return worst;
}
// [snip:rotary-worst]

}  // namespace

// [snip:show-rotary]
void show_rotary(const Options& options, Report& report) {
    report.section("rotary", "Queries and keys that are turned");
    print_turned(report);
    Rng rng(options.seed);
    const RotaryWorst worst = rotary_worst(64, 512, rng);
    report.claim(
        {.id = "rotary-relative",
         .statement = "After turning, a score knows the distance alone.",
         .quantity = "largest difference of scores at one distance, of the "
                     "product of the lengths; d = 64, 512 tokens",
         .high = 1e-12},
        worst.score);
    report.claim({.id = "rotary-keeps-length",
                  .statement = "Turning leaves a query as long as it was.",
                  .quantity = "largest relative difference of a length",
                  .high = 2e-15},
                 worst.length);
}
// [snip:show-rotary]

}  // namespace nn
