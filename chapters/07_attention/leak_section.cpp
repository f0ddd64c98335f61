#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include "nn/initialisation.hpp"
#include "nn/multi_head.hpp"
#include "random_matrix.hpp"
#include "sections.hpp"
#include "self_attention.hpp"

namespace nn {

namespace {

// [snip:leak]
/// \brief Outputs, as columns, that a changed token changed.
struct Leak {
    std::size_t before = 0, after = 0;  ///< the token: of 4950 each
};

/// \brief Changes each token but the first, one at a time.
template <class T, class Look>
Leak leak_of(const Look& look, Rng& rng) {
    constexpr arma::uword tokens = 100;
    const arma::Mat<T> X =
        arma::conv_to<arma::Mat<T>>::from(random_matrix(16, tokens, rng));
    const arma::Mat<T> O = look(X);  // 16 × tokens
    Leak leak;
    for (arma::uword t = 1; t < tokens; ++t) {
        arma::Mat<T> changed = X;  // 16 × tokens
        changed.col(t) += 1;
        const arma::Mat<T> other = look(changed);  // 16 × tokens
        for (arma::uword q = 0; q < tokens; ++q)
            if (std::memcmp(O.colptr(q), other.colptr(q), O.n_rows * sizeof(T)))
                ++(q < t ? leak.before : leak.after);
    }
    return leak;
}
// [snip:leak]

// [snip:leak-layer]
/// \brief The same for a layer of four heads with random weights.
Leak leak_of_layer(Rng& rng) {
    ParameterLayout layout;
    const MultiHead<float> layer(layout, "attention", {.width = 16, .heads = 4});
    std::vector<float> parameters(layout.size());
    fill_uniform<float>(parameters, 0.5, rng);
    return leak_of<float>(
        [&](const arma::fmat& X) {
            MultiHeadPass<float> pass;
            return layer.forward(layout, std::span<const float>(parameters), X, 1,
                                 pass);
        },
        rng);
}
// [snip:leak-layer]

// [snip:infinite]
/// \brief How many of 50 outputs before a token of infinite numbers are no numbers
/// any more.
template <class Look>
std::size_t spoiled(const Look& look, Rng& rng) {
    arma::mat X = random_matrix(16, 100, rng);  // 16 × 100
    X.col(50).fill(std::numeric_limits<double>::infinity());
    const arma::mat O = look(X);  // 16 × 100
    std::size_t count = 0;
    for (arma::uword q = 0; q < 50; ++q) count += O.col(q).has_nan();
    return count;
}
// [snip:infinite]

// [snip:print-spoiled]
void print_spoiled(std::size_t tables, std::size_t tiles, Report& report) {
    report.print("a token of infinite numbers spoils, of 50 outputs before it:\n");
    report.print("tables %s, tiles %s (0 times infinity is not a number)\n",
                 report.value("leak-spoiled-tables", "%zu", tables).c_str(),
                 report.value("leak-spoiled-tiles", "%zu", tiles).c_str());
}
// [snip:print-spoiled]

}  // namespace

// [snip:show-leak]
void show_leak(const Options& options, Report& report) {
    report.section("leak",
                   "Does a token reach back? 100 tokens, each changed once");
    const AttentionRule causal{.causal = true};
    const auto tables = [&](const auto& X) {
        return attention_by_tables(X, causal);
    };
    const auto tiles = [&](const auto& X) {
        return tiled_attention(X, X, X, causal).O;
    };
    const auto open = [](const arma::mat& X) {
        return attention_by_tables<double>(X, {});
    };
    Rng rng(options.seed);
    report.print("%-32s %9s %9s\n", "outputs changed, of 4950 each", "before",
                 "after");
    std::size_t leaked = 0;
    const auto show = [&](const char* what, const Leak& leak) {
        report.print("%-32s %9zu %9zu\n", what, leak.before, leak.after);
        return leak.before;
    };
    leaked += show("tables, double", leak_of<double>(tables, rng));
    leaked += show("tables, float", leak_of<float>(tables, rng));
    leaked += show("tiles, double", leak_of<double>(tiles, rng));
    leaked += show("tiles, float", leak_of<float>(tiles, rng));
    leaked += show("a layer of 4 heads, float", leak_of_layer(rng));
    show("tables without the mask", leak_of<double>(open, rng));
    const std::size_t by_tables = spoiled(tables, rng);
    const std::size_t by_tiles = spoiled(tiles, rng);
    print_spoiled(by_tables, by_tiles, report);
    report.claim({.id = "never-leaks",
                  .statement = "No output up to a token sees what comes after it.",
                  .quantity = "earlier outputs of which a bit changed, five forms",
                  .low = 0.0,
                  .high = 0.0},
                 double(leaked));
}
// [snip:show-leak]

}  // namespace nn
