#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/gradient_check.hpp"
#include "nn/parallel.hpp"
#include "plain_transformer.hpp"
#include "sections.hpp"
#include "token_loss.hpp"

namespace nn {

namespace {

// [snip:model-task]
/// \brief A small transformer with random weights, and a sequence of three tokens.
struct ModelTask {
    ModelTask(NormPlacement norm, std::size_t layers, std::uint32_t seed)
        : shape{.vocabulary = 4,
                .context = 3,
                .layers = layers,
                .block = {.attention = {.width = 4, .heads = 2}, .norm = norm}},
          model(shape),
          parameters(model.layout().size()) {
        Rng rng(seed);
        for (double& x : parameters) x = 0.5 * rng.normal();
    }

    TransformerShape shape;
    Transformer<double> model;
    std::vector<double> parameters;
    std::vector<Token> tokens{0, 2, 1}, right{2, 1, 3};
};
// [snip:model-task]

// [snip:model-gradient]
std::vector<double> model_gradient(const ModelTask& task,
                                   TransformerPass<double>& pass) {
    std::vector<double> gradient(task.parameters.size());
    task.model.forward(task.parameters, task.tokens, 1, pass);
    token_loss<double>(pass.logits, task.right, 1.0);
    task.model.backward(task.parameters, task.tokens, pass, gradient);
    // What is added to all keys alike changes no weight: that slope is 0, and what
    // is there instead is rounding.
    for (double& slope : gradient)
        if (std::abs(slope) < 1e-14) slope = 0;
    return gradient;
}

GradientCheck check_model(const ModelTask& task,
                          const std::vector<double>& gradient) {
    return check_gradient(
        [&](std::span<const Real50> at) {
            return plain_loss<Real50>(task.shape, at, task.tokens, task.right);
        },
        task.parameters, gradient);
}
// [snip:model-gradient]

// [snip:forgotten-input]
/// \brief A typical mistake: a token's vector is due only what it gave as a row of
/// scores, not what it gave as an input.
std::vector<double> input_forgotten(const ModelTask& task) {
    TransformerPass<double> pass;
    std::vector<double> gradient = model_gradient(task, pass);
    arma::mat dE = task.model.layout().matrix(std::span<double>(gradient),
                                              task.model.token_vectors());
    dE = pass.norm.Y * pass.logits.t();  // width × vocabulary
    return gradient;
}
// [snip:forgotten-input]

// [snip:check-row]
struct CheckRow {
    const char *name, *id;
    NormPlacement norm;
    std::size_t layers;
    bool forgets = false;  ///< makes the mistake
    GradientCheck check{};
};

void fill(CheckRow& row, std::uint32_t seed) {
    const ModelTask task(row.norm, row.layers, seed);
    TransformerPass<double> pass;
    row.check = check_model(
        task, row.forgets ? input_forgotten(task) : model_gradient(task, pass));
}
// [snip:check-row]

// [snip:claim-row]
void claim_row(const CheckRow& row, Report& report) {
    report.value(std::string("worst-") + row.name, "%.0e", row.check.worst);
    report.claim({.id = row.id,
                  .statement = std::string("Normalised ") + row.name +
                               ": the slopes of the whole model.",
                  .quantity = "worst relative error against 50-digit differences",
                  .high = 1e-8},
                 row.check.worst);
}
// [snip:claim-row]

}  // namespace

// [snip:show-model-check]
void show_model_check(const Options& options, Report& report) {
    report.section("gradient-check", "The whole model against 50 digits");
    std::array rows{
        CheckRow{"before", "gradient-before", NormPlacement::before, 2},
        CheckRow{"after", "gradient-after", NormPlacement::after, 1},
        CheckRow{"nowhere", "gradient-nowhere", NormPlacement::nowhere, 1},
        CheckRow{"mistake", "", NormPlacement::before, 1, true}};
    for_each_shard(rows.size(), options.threads,
                   [&](std::size_t i) { fill(rows[i], options.seed); });
    for (std::size_t i = 0; i < 3; ++i) claim_row(rows[i], report);
    report.print(
        "a vector's slopes as an input forgotten: %s\n",
        report.value("gradient-mistake", "%.1f", rows[3].check.worst).c_str());
}
// [snip:show-model-check]

}  // namespace nn
