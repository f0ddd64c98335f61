#include "last_answer.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/clipping.hpp"
#include "nn/initialisation.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:hidden-within]
std::size_t hidden_within(AnswerShape shape, std::size_t parameters) {
    const std::size_t gates = make_cell<float>(shape.cell)->gates();
    const auto numbers = [&](std::size_t n) {
        return gates * n * (shape.inputs + n + 1) + shape.answers * (n + 1);
    };
    require(numbers(1) <= parameters, "hidden_within",
            "one unit has " + std::to_string(numbers(1)) +
                " parameters; allow at least as many");
    std::size_t n = 1;
    while (numbers(n + 1) <= parameters) ++n;
    return n;
}
// [snip:hidden-within]

namespace {

// [snip:begin-weights]
/// \brief What the biases of the gates are before training.
void set_gate_biases(const AnswerShape& shape, arma::fmat bias) {
    const std::size_t n = shape.hidden;
    const auto b = static_cast<float>(shape.gate_bias);
    bias.zeros();
    if (shape.cell == CellKind::elman) return;
    bias.rows(n, 2 * n - 1).fill(b);  // f of an LSTM, z of a GRU: what is kept
    if (shape.cell == CellKind::lstm)
        bias.rows(0, n - 1).fill(-b);  // i: what comes in
}

/// \brief Each gate's W_h an orthogonal matrix times a number.
void make_orthogonal(arma::fmat W, double scale, Rng& rng) {
    const std::size_t n = W.n_cols;
    for (std::size_t first = 0; first < W.n_rows; first += n)
        W.rows(first, first + n - 1) = arma::conv_to<arma::fmat>::from(
            arma::mat(scale * orthogonal_matrix(n, rng)));
}
// [snip:begin-weights]

}  // namespace

// [snip:last-answer-begin]
LastAnswer::LastAnswer(const AnswerShape& shape, Rng& rng)
    : shape_(shape),
      stack_(layout_, "recurrent", {shape.cell, shape.inputs, shape.hidden, 1}),
      readout_(layout_, "readout", shape.hidden, shape.answers),
      parameters_(layout_.size()),
      gradient_(layout_.size()) {
    require(shape.answers > 0, "LastAnswer", "no answers; give at least 1");
    const std::span<float> all = parameters_;
    fill_uniform(all, 1.0 / std::sqrt(static_cast<double>(shape.hidden)), rng);
    const RecurrentLayer& layer = stack_.layers()[0];
    set_gate_biases(shape, layout_.matrix(all, layer.b()));
    if (shape.orthogonal > 0)
        make_orthogonal(layout_.matrix(all, layer.W_h()), shape.orthogonal, rng);
}
// [snip:last-answer-begin]

// [snip:last-states]
arma::fmat LastAnswer::last_states(const MemoryBatch& batch) {
    const std::size_t B = batch.sequences;
    stack_.prepare(pass_, batch.X.n_cols / B, B);
    clear_states(pass_);
    stack_.forward(layout_, parameters_, batch.X, pass_);
    return pass_.outputs().tail_cols(B);  // n × B
}
// [snip:last-states]

// [snip:number-loss]
/// \brief The squared error of the one answer, as SoftmaxReadout::loss() gives the
/// cross-entropy.
double LastAnswer::number_loss(const MemoryBatch& batch, const arma::fmat& H,
                               arma::fmat& dH) {
    const std::span<float> slopes = gradient_;
    const arma::frowvec right(batch.numbers);  // 1 × B
    const arma::fmat missed =
        readout_.scores(layout_, parameters_, H) - right;  // 1 × B
    const arma::fmat dZ =
        2.0F / static_cast<float>(batch.sequences) * missed;  // 1 × B
    // forward: Z = W H + b
    arma::fmat dW = layout_.matrix(slopes, readout_.W()),
               db = layout_.matrix(slopes, readout_.b());
    dW += dZ * H.t();        // 1 × n
    db += arma::sum(dZ, 1);  // 1 × 1
    const std::span<const float> values = parameters_;
    dH = layout_.matrix(values, readout_.W()).t() * dZ;  // n × B
    return static_cast<double>(arma::accu(arma::square(missed)));
}
// [snip:number-loss]

// [snip:answer-loss]
double LastAnswer::loss(const MemoryBatch& batch) {
    const std::size_t B = batch.sequences;
    const arma::fmat H = last_states(batch);  // n × B
    std::fill(gradient_.begin(), gradient_.end(), 0.0F);
    arma::fmat dlast, dX;  // n × B, inputs × T B
    const double sum =
        shape_.answers == 1
            ? number_loss(batch, H, dlast)
            : readout_.loss(layout_, parameters_, H, batch.symbols,
                            1.0F / static_cast<float>(B), dlast, gradient_);
    pass_.dH.zeros(shape_.hidden, batch.X.n_cols);  // n × T B
    pass_.dH.tail_cols(B) = dlast;
    stack_.backward(layout_, parameters_, batch.X, pass_, gradient_, dX);
    return sum / static_cast<double>(B);
}
// [snip:answer-loss]

// [snip:answer-train]
std::vector<AnswerUpdate> LastAnswer::train(
    const AnswerTraining& training, Optimizer<float>& optimizer,
    const std::function<MemoryBatch()>& next) {
    std::vector<AnswerUpdate> updates;
    for (std::size_t i = 0; i < training.updates; ++i) {
        const double mean = loss(next());
        const double length =
            clip_by_norm<float>(gradient_, training.longest_gradient);
        updates.push_back({mean, length});
        optimizer.step(parameters_, gradient_);
    }
    return updates;
}
// [snip:answer-train]

// [snip:answer-accuracy]
double LastAnswer::accuracy(const MemoryBatch& batch) {
    const arma::fmat Z =
        readout_.scores(layout_, parameters_, last_states(batch));  // answers × B
    std::size_t right = 0;
    for (std::size_t s = 0; s < batch.sequences; ++s)
        right += shape_.answers == 1
                     ? std::abs(Z(0, s) - batch.numbers[s]) < adding_tolerance
                     : Z.col(s).index_max() == batch.symbols[s];
    return static_cast<double>(right) / static_cast<double>(batch.sequences);
}
// [snip:answer-accuracy]

}  // namespace nn
