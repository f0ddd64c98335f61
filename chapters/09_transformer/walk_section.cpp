#include <algorithm>
#include <cmath>

#include "gelu.hpp"
#include "nn/io/shown.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"
#include "walk_shown.hpp"

namespace nn {

namespace {

// [snip:walk-seed]
/// \brief Chapter 1: the seed, and the first weight that came of it.
void show_seed(const Options& options, const TrainedModel& trained,
               const PromptWalk& walk, Report& report) {
    report.section("walk-seed", "From the seed to the first weight");
    const auto line = [&](const char* name, const char* id, double number) {
        report.print("%-44s %10s\n", name,
                     report.value(id, "%.6f", number).c_str());
    };
    const double normal = Rng(options.seed).normal(), first = walk.begun[0];
    report.print("%-44s %10s\n", "the seed",
                 report.value("walk-seed", "%u", options.seed).c_str());
    line("its first uniform number", "walk-uniform", Rng(options.seed).uniform());
    line("its first normal number", "walk-normal", normal);
    line("the spread of a vector's numbers", "walk-spread", first / normal);
    line("the first weight of all, before training", "walk-weight-begun", first);
    line("the same weight now", "walk-weight", trained.parameters[0]);
    const std::string of = token_shown(trained.codec, 0);
    report.print("%-44s %10s\n", "it is the first number in the vector of",
                 report.value("walk-weight-token", "%s", of.c_str()).c_str());
}
// [snip:walk-seed]

// [snip:walk-rows]
/// \brief The first rows of a column, and its length; the first row is a value.
void print_column(const char* name, const char* id, const arma::fvec& column,
                  Report& report) {
    report.print("%-24s", name);
    for (std::size_t i = 0; i < std::min<std::size_t>(4, column.n_elem); ++i)
        report.print(" %8.4f", double(column[i]));
    report.value(std::string("walk-") + id, "%.4f", double(column[0]));
    report.print(" %8s\n", report
                               .value(std::string("walk-") + id + "-length", "%.2f",
                                      column_lengths(column)[0])
                               .c_str());
}
// [snip:walk-rows]

// [snip:walk-column]
/// \brief Chapters 4, 8 and 9: the last token's vector, that of its place, and one
/// size for both.
void show_column(const TrainedModel& trained, const PromptWalk& walk,
                 Report& report) {
    report.section("walk-column", "From tokens to columns");
    const std::size_t t = walk.last();
    const Token token = walk.prompt.tokens[t];
    std::string numbers;
    for (const Token each : walk.prompt.tokens)
        numbers += (numbers.empty() ? "" : " ") + std::to_string(each);
    print_wrapped(trained.codec.decode(walk.prompt.tokens), report);
    print_wrapped(numbers, report);
    report.value("walk-tokens", "%zu", walk.prompt.tokens.size());
    report.value("walk-last-token", "%zu", std::size_t(token));
    report.print("\n%-24s %8d %8d %8d %8d %8s\n", "row", 1, 2, 3, 4, "length");
    const ParameterLayout& layout = trained.model.layout();
    const auto table = [&](std::size_t tensor) {
        return layout.matrix(trained.parameters, tensor);
    };
    const LayerNormPass<float>& norm = walk.pass.blocks[0].residual_1.norm;
    print_column("the last token's vector", "vector",
                 table(trained.model.token_vectors()).col(token), report);
    print_column("its place's vector", "place",
                 table(trained.model.position_vectors()).col(t), report);
    print_column("the sum of both", "sum", walk.growth.streams[0].col(t), report);
    print_column("brought to one size", "sized", norm.normal.col(t), report);
    print_column("times gain, plus bias", "read", norm.Y.col(t), report);
}
// [snip:walk-column]

// [snip:walk-head]
/// \brief Chapter 7: where the last token looks, in the head that looks back most.
void show_head(const TrainedModel& trained, const PromptWalk& walk,
               Report& report) {
    report.section("walk-head", "What the last token looks at");
    const LookBack look = look_back(trained, walk);
    report.print("block 1, head %s\n",
                 report.value("walk-head", "%zu", look.head + 1).c_str());
    const arma::uvec order = arma::stable_sort_index(look.weights, "descend");
    double others = 1.0;
    for (std::size_t i = 0; i < std::min<std::size_t>(4, order.n_elem); ++i) {
        const std::size_t k = order[i];
        const double weight = look.weights[k];
        const std::string id = "walk-look-" + std::to_string(i + 1);
        const std::string token = token_shown(trained.codec, walk.prompt.tokens[k]);
        report.value(id + "-token", "%s", token.c_str());
        report.value(id + "-back", "%zu", walk.last() - k);
        report.print("%2zu tokens back  %-14s %8s\n", walk.last() - k,
                     token.c_str(), report.value(id, "%.3f", weight).c_str());
        others -= weight;
    }
    report.print(
        "%-30s %8s\n", "all others",
        report.value("walk-look-others", "%.3f", std::abs(others)).c_str());
}
// [snip:walk-head]

// [snip:walk-unit]
/// \brief Chapters 2 and 3: one unit, its sum, its gate, and what comes through.
void show_unit(const TrainedModel& trained, const PromptWalk& walk,
               Report& report) {
    report.section("walk-unit", "One neuron");
    const OpenUnit open = most_open_unit(trained, walk);
    const auto line = [&](const char* name, const char* id, double number) {
        report.print("%-36s %10s\n", name,
                     report.value(id, "%.4f", number).c_str());
    };
    report.print(
        "block 1, unit %s of %s\n",
        report.value("walk-unit", "%zu", open.unit + 1).c_str(),
        report
            .value("walk-units", "%zu",
                   std::size_t(walk.pass.blocks[0].feed_forward.sums.n_rows))
            .c_str());
    line("its inputs, weighed and added up", "walk-weighed", open.weighed);
    line("its bias", "walk-bias", open.bias);
    line("its sum z", "walk-z", open.z);
    line("its gate", "walk-gate", gate(gelu_logit(open.z)));
    line("what comes through", "walk-gelu", gelu(open.z));
    report.print("%-36s %10s\n", "units more than half open",
                 report.value("walk-open-units", "%zu", open.open).c_str());
}
// [snip:walk-unit]

// [snip:walk-stream]
/// \brief Chapter 6: the sum that runs through all blocks, and what it would say.
void show_lengths(const TrainedModel& trained, const PromptWalk& walk,
                  Report& report) {
    report.section("walk-stream", "The last column, block by block");
    const std::size_t t = walk.last();
    const auto length = [t](const arma::fmat& X) {
        return column_lengths(X.cols(t, t))[0];
    };
    const std::string next = token_shown(trained.codec, walk.prompt.next);
    report.print("%-16s %9s %9s %9s   p of %s, asked here\n", "", "length",
                 "attention", "feed-fwd", next.c_str());
    for (std::size_t block = 0; block < walk.growth.streams.size(); ++block) {
        const std::string id = "walk-stream-" + std::to_string(block);
        const std::string place =
            block == 0 ? "before block 1" : "behind block " + std::to_string(block);
        report.print(
            "%-16s %9s", place.c_str(),
            report.value(id, "%.2f", length(walk.growth.streams[block])).c_str());
        if (block == 0)
            report.print(" %9s %9s", "", "");
        else
            report.print(" %9.2f %9.2f", length(walk.growth.looked[block - 1]),
                         length(walk.growth.thought[block - 1]));
        const double p =
            softmax_of(scores_behind(trained, walk, block))[walk.prompt.next];
        report.print("   %s\n", report.value(id + "-p", "%.4f", p).c_str());
    }
}
// [snip:walk-stream]

}  // namespace

// [snip:show-walk]
void show_walk(const Options& options, const TrainedModel& trained,
               const TextToLearn& text, Report& report) {
    const PromptWalk walk =
        walk_prompt(trained, usual_prompt(trained, text.held_out), options.seed);
    show_seed(options, trained, walk, report);
    show_column(trained, walk, report);
    show_head(trained, walk, report);
    show_unit(trained, walk, report);
    show_lengths(trained, walk, report);
    show_walk_scores(trained, walk, text, report);
    show_walk_draw(options, trained, walk, report);
}
// [snip:show-walk]

}  // namespace nn
