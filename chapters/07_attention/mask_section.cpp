#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "nn/attention.hpp"
#include "nn/softmax.hpp"
#include "random_matrix.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:print-weights]
/// \brief A row for each key, a column for each query; a point where it is 0.
void print_weights(const std::string& title, const arma::mat& A, Report& report) {
    report.print("%s\n", title.c_str());
    for (arma::uword k = 0; k < A.n_rows; ++k) {
        report.print("  key %llu ", static_cast<unsigned long long>(k + 1));
        for (arma::uword q = 0; q < A.n_cols; ++q)
            A(k, q) == 0 ? report.print("      .")
                         : report.print(" %6.4f", A(k, q));
        report.print("\n");
    }
}
// [snip:print-weights]

// [snip:sums-of-weights]
struct Sums {
    double worst = 0.0;     ///< of |sum − 1|, in ulp of 1 for each key
    double smallest = 0.0;  ///< weight
};

/// \brief Tables of up to 64 keys and queries, scores up to some hundreds, each key
/// filling or not, causal or not.
Sums sums_of_weights(Rng& rng) {
    Sums sums;
    for (int table = 0; table < 1000; ++table) {
        const arma::uword keys = 1 + rng.interval(63),
                          queries = 1 + rng.interval(63);
        AttentionRule rule{.causal = rng.uniform() < 0.5};
        for (arma::uword k = 0; k < keys; ++k)
            rule.padding.push_back(rng.uniform() < 0.3);
        const double size = std::exp(rng.uniform(-3.0, 5.0));
        const arma::mat A = attention_weights<double>(
            size * random_matrix(keys, queries, rng), rule);
        sums.smallest = std::min(sums.smallest, A.min());
        for (arma::uword q = 0; q < queries; ++q) {
            const double sum = arma::accu(A.col(q));
            if (sum == 0.0) continue;  // it may look at nobody
            sums.worst = std::max(sums.worst, std::abs(sum - 1.0) / double(keys));
        }
    }
    sums.worst /= std::numeric_limits<double>::epsilon();
    return sums;
}
// [snip:sums-of-weights]

// [snip:nobody]
/// \brief All numbers that a query without any key leads to, by their sizes: its
/// weights, its output, the slopes in its scores and what it adds to those in V.
double left_by_nobody(Rng& rng) {
    const arma::mat S = random_matrix(5, 1, rng), V = random_matrix(3, 5, rng);
    const arma::mat A = attention_weights<double>(
        S, {.padding = std::vector<bool>(5, true)});  // 5 × 1
    const arma::mat O = attention_output(V, A);       // 3 × 1
    const auto back = attention_back(V, A, random_matrix(3, 1, rng));
    return arma::accu(arma::abs(A)) + arma::accu(arma::abs(O)) +
           arma::accu(arma::abs(back.scores)) + arma::accu(arma::abs(back.V));
}
// [snip:nobody]

// [snip:claim-masks]
void claim_masks(Rng& rng, Report& report) {
    const Sums sums = sums_of_weights(rng);
    report.claim(
        {.id = "weights-sum-to-one",
         .statement = "The weights of a query sum to 1.",
         .quantity = "worst |sum − 1|, in ulp of 1 for each key, 1000 tables",
         .high = 1.0},
        sums.worst);
    report.claim({.id = "weights-non-negative",
                  .statement = "No weight is negative.",
                  .quantity = "smallest weight, or 0, of 1000 tables",
                  .low = 0.0},
                 sums.smallest);
    report.claim(
        {.id = "full-mask-zero",
         .statement = "A query that may see no key gets 0, and passes on no "
                      "slope.",
         .quantity = "sum of all sizes in its weights, output and slopes",
         .low = 0.0,
         .high = 0.0},
        left_by_nobody(rng));
}
// [snip:claim-masks]

}  // namespace

// [snip:show-masks]
void show_masks(const Options& options, Report& report) {
    report.section("masks", "Who may look at whom");
    Rng rng(options.seed);
    const arma::mat S = random_matrix(5, 5, rng);  // keys × queries
    const auto table = [&](const std::string& title, const AttentionRule& rule) {
        print_weights(title, attention_weights<double>(S, rule), report);
    };
    const std::vector<bool> last_two{false, false, false, true, true};
    const std::vector<bool> first{true, false, false, false, false};
    table("everybody: a column for each query", {});
    table("causal: nobody looks ahead", {.causal = true});
    table("padding: keys 4 and 5 only fill the matrix", {.padding = last_two});
    table("causal, and key 1 is filling: query 1 has nobody",
          {.causal = true, .padding = first});
    std::vector<double> all(5, -std::numeric_limits<double>::infinity());
    softmax<double>(all, all);
    report.print("plain softmax of five scores of -infinity: %s\n",
                 std::isnan(all[0]) ? "no number, five times" : "a number");
    claim_masks(rng, report);
}
// [snip:show-masks]

}  // namespace nn
