#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/tiled_attention.hpp"
#include "random_matrix.hpp"
#include "sections.hpp"
#include "self_attention.hpp"

namespace nn {

namespace {

// [snip:differences]
struct Differences {
    std::size_t numbers = 0;  ///< that differ
    double worst = 0.0;       ///< in ulp of the largest number

    void add(const arma::mat& one, const arma::mat& other) {
        const double largest = arma::abs(one).max();
        const double ulp = std::nextafter(largest, 2 * largest) - largest;
        add({arma::accu(one != other), arma::abs(one - other).max() / ulp});
    }

    void add(const Differences& more) {
        numbers += more.numbers;
        worst = std::max(worst, more.worst);
    }
};
// [snip:differences]

// [snip:permuted]
/// \brief 10 random orders of random tokens: `differ` compares what comes of the
/// tokens X with what comes of X.cols(order).
template <class Differ>
Differences permuted(arma::uword tokens, const Differ& differ, Rng& rng) {
    Differences differences;
    for (int round = 0; round < 10; ++round) {
        const arma::mat X = random_matrix(8, tokens, rng);  // 8 × tokens
        const std::vector<std::size_t> order = rng.permutation(tokens);
        differ(X, arma::conv_to<arma::uvec>::from(order), differences);
    }
    return differences;
}

/// \brief Look, then permute the outputs; or permute all tokens, then look.
template <class Look>
Differences permuted_tokens(arma::uword tokens, const Look& look, Rng& rng) {
    return permuted(
        tokens,
        [&](const arma::mat& X, const arma::uvec& order, Differences& differences) {
            differences.add(look(X).eval().cols(order), look(X.cols(order)));
        },
        rng);
}

/// \brief The queries alone change places, the keys stay.
Differences permuted_queries(arma::uword tokens, Rng& rng) {
    return permuted(
        tokens,
        [](const arma::mat& X, const arma::uvec& order, Differences& differences) {
            const arma::mat O = attention_by_loops(X, X, SumOrder::of_places);
            differences.add(O.cols(order), attention_by_loops(X.cols(order), X,
                                                              SumOrder::of_places));
        },
        rng);
}
// [snip:permuted]

// [snip:claim-equivariant]
void claim_equivariant(const Differences& exact, const Differences& near,
                       Report& report) {
    report.claim(
        {.id = "equivariant",
         .statement = "Permuted tokens, permuted outputs: exactly, where no "
                      "sum depends on the order.",
         .quantity = "numbers that differ: queries alone, two tokens, sorted "
                     "sums",
         .low = 0.0,
         .high = 0.0},
        double(exact.numbers));
    report.claim({.id = "equivariant-nearly",
                  .statement = "Elsewhere the rounding of sums in another order is "
                               "all that differs.",
                  .quantity = "worst difference, in ulp of the largest number",
                  .high = 64.0},
                 near.worst);
}
// [snip:claim-equivariant]

}  // namespace

// [snip:show-equivariance]
void show_equivariance(const Options& options, Report& report) {
    report.section("equivariance", "Permuted tokens, permuted outputs?");
    const auto in_order = [](const arma::mat& X) {
        return attention_by_loops(X, X, SumOrder::of_places);
    };
    const auto sorted = [](const arma::mat& X) {
        return attention_by_loops(X, X, SumOrder::of_values);
    };
    const auto tables = [](const arma::mat& X) {
        return attention_by_tables<double>(X, {});
    };
    const auto tiles = [](const arma::mat& X) {
        return tiled_attention<double>(X, X, X, {}).O;
    };
    Rng rng(options.seed);
    report.print("%-42s %7s %9s\n", "of 8000 numbers (two tokens: 160)", "differ",
                 "worst ulp");
    Differences exact, near;
    const auto show = [&](const std::string& id, const char* what,
                          const Differences& one, Differences& sum) {
        report.print("%-42s %7s %9s\n", what,
                     report.value("differ-" + id, "%zu", one.numbers).c_str(),
                     report.value("differ-ulp-" + id, "%.1f", one.worst).c_str());
        sum.add(one);
    };
    show("queries", "loops, the queries alone permuted", permuted_queries(100, rng),
         exact);
    show("two", "loops, two tokens", permuted_tokens(2, in_order, rng), exact);
    show("sorted", "loops that sort before they add",
         permuted_tokens(100, sorted, rng), exact);
    show("places", "loops that add as the tokens stand",
         permuted_tokens(100, in_order, rng), near);
    show("tables", "matrix products", permuted_tokens(100, tables, rng), near);
    show("tiles", "tiles", permuted_tokens(100, tiles, rng), near);
    claim_equivariant(exact, near, report);
}
// [snip:show-equivariance]

}  // namespace nn
