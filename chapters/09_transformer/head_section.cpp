#include <algorithm>
#include <string>

#include "head_looks.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:look-names]
constexpr std::array look_names{"itself", "previous", "first", "same", "after"};
constexpr std::size_t looked_through = 16;  // pieces of unseen text

/// \brief What a head looks at: where its weight is most above that of a head that
/// looks at all alike, by at least a tenth; or else at many.
std::string looks_at(const arma::vec& looks, const arma::vec& even) {
    const arma::vec above = looks - even;
    return above.max() < 0.1 ? "many" : look_names[above.index_max()];
}
// [snip:look-names]

// [snip:print-looks]
void print_row(const std::string& name, const arma::vec& looks, Report& report) {
    report.print("%-9s", name.c_str());
    for (const double weight : looks) report.print(" %8.2f", weight);
}

void print_looks(const arma::mat& looks, const arma::vec& even, std::size_t heads,
                 Report& report) {
    report.print("%-9s", "");
    for (const char* name : look_names) report.print(" %8s", name);
    report.print("  above all\n");
    for (std::size_t i = 0; i < looks.n_cols; ++i) {
        const arma::vec of_head = looks.col(i);
        const std::string name = "block " + std::to_string(i / heads + 1) + "." +
                                 std::to_string(i % heads + 1);
        print_row(name, of_head, report);
        report.print("  %s\n", looks_at(of_head, even).c_str());
    }
    print_row("all alike", even, report);
    report.print("\n");
}
// [snip:print-looks]

// [snip:keep-heads]
/// \brief The weights of all heads on the first tokens of a sentence.
void keep_maps(const TrainedModel& trained, std::span<const Token> tokens,
               Report& report) {
    TransformerPass<float> pass;
    trained.model.forward(trained.parameters, tokens, 1, pass);
    const arma::fcube A = head_weights(trained.model, pass, 0);
    const std::size_t heads = trained.model.shape().block.attention.heads;
    Csv table({"block", "head", "query", "key", "weight", "token"});
    for (std::size_t i = 0; i < A.n_slices; ++i)
        for (std::size_t t = 0; t < tokens.size(); ++t)
            for (std::size_t k = 0; k <= t; ++k)
                table.row({double(i / heads + 1), double(i % heads + 1), double(t),
                           double(k), double(A(k, t, i)),
                           trained.codec.decode(tokens.subspan(k, 1))});
    report.data("heads.csv", table);
}
// [snip:keep-heads]

// [snip:value-heads]
/// \brief Of each kind of look the head that does it most.
void value_heads(const arma::mat& looks, const arma::vec& even, std::size_t heads,
                 Report& report) {
    for (std::size_t look = 0; look < all_looks.size(); ++look) {
        const std::size_t most = looks.row(look).index_max();
        const std::string id = std::string("look-") + look_names[look];
        report.value(id + "-head", "%zu.%zu", most / heads + 1, most % heads + 1);
        report.value(id, "%.2f", looks(look, most));
        report.value(id + "-even", "%.2f", even[look]);
    }
}
// [snip:value-heads]

}  // namespace

// [snip:show-head-maps]
void show_head_maps(const TrainedModel& trained, std::span<const Token> held_out,
                    std::string_view sentence, Report& report) {
    report.section("heads", "What every head looks at");
    const TransformerShape& shape = trained.model.shape();
    const std::size_t heads = shape.block.attention.heads, most_shown = 32;
    const std::size_t pieces =
        std::min(looked_through, (held_out.size() - 1) / shape.context);
    const CausalBatch batch = first_pieces(held_out, shape.context, pieces);
    const arma::mat looks = head_looks(trained.model, trained.parameters,
                                       batch.symbols, batch.sequences);
    const arma::vec even = even_looks(batch.symbols, batch.sequences);
    report.print("mean weight on tokens of unseen text, %zu times %zu of them\n",
                 pieces, shape.context);
    print_looks(looks, even, heads, report);
    value_heads(looks, even, heads, report);
    report.claim({.id = "previous-head",
                  .statement = "A head of the trained model looks at the token "
                               "before.",
                  .quantity = "largest mean weight of a head on it",
                  .low = 0.5},
                 looks.row(std::size_t(Look::previous)).max());
    std::vector<Token> tokens = trained.codec.encode(sentence);
    tokens.resize(std::min({tokens.size(), most_shown, shape.context}));
    keep_maps(trained, tokens, report);
}
// [snip:show-head-maps]

}  // namespace nn
