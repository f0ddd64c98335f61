#include <array>
#include <span>
#include <string>
#include <vector>

#include "nn/softmax.hpp"
#include "sections.hpp"
#include "symbol_sequence.hpp"

namespace nn {

namespace {

// [snip:hand-network]
constexpr SymbolShape hand_shape{CellKind::elman, 3, 2};
constexpr std::array<Token, 4> hand_text{0, 1, 2, 0};  // a b c a

/// \brief Weights that are easy to work with by hand.
constexpr std::array hand_weights{
    1.0, 0.0, 0.0,  1.0, -1.0, -1.0,  // W_x, a column for each of a, b, c
    0.5, 0.5, -0.5, 0.5,              // W_h: an eighth of a turn, shorter
    0.0, 0.0,                         // b
    0.0, 1.0, -1.0, 1.0, 0.0,  -1.0,  // V, a column for each unit
    0.0, 0.0, 0.0};                   // c
// [snip:hand-network]

// [snip:print-step]
void print_pair(const char* name, std::span<const double> pair, Report& report) {
    report.print("    %-22s (%7.4f, %7.4f)\n", name, pair[0], pair[1]);
}

/// \brief The same, for the prose to quote.
void quote_pair(const std::string& id, std::span<const double> pair,
                Report& report) {
    report.value(id, "(%.4f, %.4f)", pair[0], pair[1]);
}

/// \brief One step with all that is computed on the way; returns its loss.
double print_step(const SymbolWeights<const double>& weights,
                  const Unrolled<double>& layer, std::size_t t, Report& report) {
    const Token read = hand_text[t - 1], next = hand_text[t];
    report.print("step %zu reads %c, next comes %c\n", t, "abc"[read], "abc"[next]);
    std::vector<double> recurrent(2), sum(2);
    add_product<double>(weights.layer.recurrent, layer.hidden(t - 1), recurrent);
    add_product<double>(weights.layer.input, one_hot<double>(read, 3), sum);
    print_pair("W_x x", sum, report);
    print_pair("W_h h before", recurrent, report);
    quote_pair("hand-heard-" + std::to_string(t), recurrent, report);
    quote_pair("hand-state-" + std::to_string(t), layer.hidden(t), report);
    for (std::size_t k = 0; k < 2; ++k) sum[k] += recurrent[k];
    print_pair("sum", sum, report);
    print_pair("h = tanh of it", layer.hidden(t), report);
    const std::vector<double> z = symbol_scores(weights, layer.hidden(t));
    std::vector<double> p(3);
    softmax<double>(z, p);
    const double loss = cross_entropy<double>(z, next);
    report.print("    scores of a, b, c      (%7.4f, %7.4f, %7.4f)\n", z[0], z[1],
                 z[2]);
    report.print("    probabilities          (%7.4f, %7.4f, %7.4f)\n", p[0], p[1],
                 p[2]);
    report.print(
        "    loss, -log p(%c)         %s\n", "abc"[next],
        report.value("hand-loss-" + std::to_string(t), "%.4f", loss).c_str());
    return loss;
}
// [snip:print-step]

// [snip:print-back]
/// \brief The same steps backwards: what arrives at each state.
void print_back(const SymbolWeights<const double>& weights, Unrolled<double>& layer,
                Report& report) {
    std::vector<std::vector<double>> outside(3, std::vector<double>(2));
    for (std::size_t t = 1; t <= 3; ++t) {
        std::vector<double> dz(3);
        cross_entropy_grad<double>(symbol_scores(weights, layer.hidden(t)),
                                   hand_text[t], dz);
        for (double& slope : dz) slope /= 3.0;
        add_transposed_product<double>(weights.V, dz, outside[t - 1]);
    }
    std::vector<double> slopes(hand_shape.layer());
    const auto back =
        layer.back(outside, recurrent_weights<double>(slopes, 2, 3, 2));
    report.print("backwards: the slopes of the mean loss\n");
    for (std::size_t t = 3; t > 0; --t) {
        const std::string step = std::to_string(t);
        print_pair(("in h_" + step + ", from step " + step).c_str(), outside[t - 1],
                   report);
        print_pair(("in h_" + step + ", in all").c_str(), back.hidden[t], report);
        quote_pair("hand-own-" + step, outside[t - 1], report);
        quote_pair("hand-all-" + step, back.hidden[t], report);
    }
    report.print("    in W_h                 (%7.4f, %7.4f; %7.4f, %7.4f)\n",
                 slopes[6], slopes[8], slopes[7], slopes[9]);
}
// [snip:print-back]

}  // namespace

// [snip:show-three-characters]
void show_three_characters(Report& report) {
    report.section("three-characters", "A network with two units reads a b c a");
    const auto weights = symbol_weights<const double>(hand_shape, hand_weights);
    const ElmanCell<double> cell;
    Unrolled<double> layer(cell, weights.layer);
    double sum = 0.0;
    for (std::size_t t = 1; t < hand_text.size(); ++t) {
        layer.read(one_hot<double>(hand_text[t - 1], 3));
        sum += print_step(weights, layer, t, report);
    }
    report.print("mean loss %s\n",
                 report.value("hand-loss", "%.4f", sum / 3.0).c_str());
    print_back(weights, layer, report);
}
// [snip:show-three-characters]

}  // namespace nn
