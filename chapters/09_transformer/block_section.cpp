#include <cstring>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "sections.hpp"
#include "transformer_block.hpp"

namespace nn {

namespace {

// [snip:small-block]
/// \brief A block of width 4 with two heads, and three tokens.
struct SmallBlock {
    explicit SmallBlock(std::uint32_t seed)
        : block(layout, "block", {.attention = {.width = 4, .heads = 2}}),
          parameters(layout.size()) {
        Rng rng(seed);
        for (const TensorPlace& place : layout.tensors())
            for (std::size_t i = 0; i < place.rows * place.columns; ++i)
                parameters[place.offset + i] = place.columns > 1
                                                   ? 0.5 * rng.normal()
                                               : place.name.ends_with("gain") ? 1.0
                                                                              : 0.0;
        rng.fill_normal({X.memptr(), X.n_elem});
    }

    arma::mat forward(arma::mat stream) {
        block.forward(layout, parameters, stream, 1, pass);
        return stream;
    }

    ParameterLayout layout;
    TransformerBlock<double> block;
    std::vector<double> parameters;
    arma::mat X = arma::mat(4, 3);  // 4 × 3
    BlockPass<double> pass;
};
// [snip:small-block]

// [snip:print-stream]
void print_stream(const char* what, const arma::mat& X, Report& report) {
    report.print("%s\n", what);
    for (arma::uword i = 0; i < X.n_rows; ++i) {
        for (arma::uword t = 0; t < X.n_cols; ++t) report.print(" %9.4f", X(i, t));
        report.print("\n");
    }
}

void print_block(SmallBlock& small, Report& report) {
    const arma::mat behind = small.forward(small.X);
    const arma::mat normal = small.pass.residual_1.norm.Y,
                    normal_2 = small.pass.residual_2.norm.Y;
    const MultiHead<double>& heads = small.block.attention();
    print_stream("the stream before, a column a token", small.X, report);
    print_stream("normalised", normal, report);
    for (std::size_t h = 0; h < 2; ++h)
        print_stream(("head " + std::to_string(h + 1) + " looks at").c_str(),
                     heads.weights(small.pass.attention, 0, h), report);
    MultiHeadPass<double> again;
    const arma::mat seen =
        heads.forward(small.layout, small.parameters, normal, 1, again);
    print_stream("attention adds", seen, report);
    print_stream("the stream between", small.X + seen, report);
    print_stream("normalised", normal_2, report);
    print_stream("feed-forward adds", behind - small.X - seen, report);
    print_stream("the stream behind", behind, report);
    report.value("block-before", "%.4f", small.X(0, 1));
    report.value("block-seen", "%.4f", seen(0, 1));
    report.value("block-between", "%.4f", small.X(0, 1) + seen(0, 1));
}
// [snip:print-stream]

// [snip:claim-block]
/// \brief The last token becomes another one.
void claim_causal(SmallBlock& small, Report& report) {
    const arma::mat before = small.forward(small.X);
    arma::mat X = small.X;
    X.col(2) *= -3;
    const arma::mat after = small.forward(X);
    const auto changed = [&](arma::uword t) {
        return std::memcmp(before.colptr(t), after.colptr(t), 4 * sizeof(double)) !=
               0;
    };
    report.claim({.id = "block-causal",
                  .statement = "No token learns of one that comes after it.",
                  .quantity = "columns before a changed one that changed by a bit",
                  .low = 0,
                  .high = 0},
                 double(changed(0)) + double(changed(1)));
}
// [snip:claim-block]

}  // namespace

// [snip:show-block]
void show_block(const Options& options, Report& report) {
    report.section("block", "One block on three tokens, every number");
    SmallBlock small(options.seed);
    print_block(small, report);
    report.value("block-numbers", "%zu", small.layout.size());
    claim_causal(small, report);
}
// [snip:show-block]

}  // namespace nn
