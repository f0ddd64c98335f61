#include "nn/recurrent_layer.hpp"

#include <algorithm>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:columns-view]
/// \brief Some columns of a matrix, sharing its memory: a step of a batch.
arma::fmat columns(arma::fmat& matrix, std::size_t first, std::size_t count) {
    return {matrix.colptr(first), matrix.n_rows, count, false, true};
}

std::span<float> column(arma::fmat& matrix, std::size_t number) {
    if (matrix.n_rows == 0) return {};
    return {matrix.colptr(number), matrix.n_rows};
}
// [snip:columns-view]

// [snip:layer-step-view]
/// \brief Step t of sequence s.
CellStep<float> step_of(LayerPass& pass, arma::fmat& recurrent, std::size_t t,
                        std::size_t s) {
    const std::size_t before = t * pass.sequences + s;
    const std::size_t after = before + pass.sequences;
    return {column(pass.gates, before),  column(recurrent, s),
            column(pass.hidden, before), column(pass.cell, before),
            column(pass.hidden, after),  column(pass.cell, after),
            column(pass.kept, before)};
}
// [snip:layer-step-view]

}  // namespace

// [snip:pass-outputs]
const arma::fmat LayerPass::outputs() const {
    float* const first = const_cast<float*>(hidden.colptr(sequences));
    return {first, hidden.n_rows, steps * sequences, false, true};
}
// [snip:pass-outputs]

// [snip:layer-construct]
RecurrentLayer::RecurrentLayer(ParameterLayout& layout, const std::string& name,
                               CellKind kind, std::size_t inputs,
                               std::size_t hidden)
    : inputs_(inputs),
      hidden_(hidden),
      W_x_(layout.tensors().size()),
      cell_(make_cell<float>(kind)) {
    require(inputs > 0 && hidden > 0, "RecurrentLayer",
            std::to_string(inputs) + " inputs and " + std::to_string(hidden) +
                " hidden units; a layer needs at least 1 of each");
    layout.add(name + ".W_x", sums(), inputs);
    layout.add(name + ".W_h", sums(), hidden);
    layout.add(name + ".b", sums(), 1);
}

void RecurrentLayer::prepare(LayerPass& pass, std::size_t steps,
                             std::size_t sequences) const {
    if (pass.steps == steps && pass.sequences == sequences) return;
    const std::size_t all = steps * sequences;
    const std::size_t cells = cell_->has_cell_state() ? hidden_ : 0;
    pass.steps = steps, pass.sequences = sequences;
    pass.gates.set_size(sums(), all);             // sums × T B
    pass.kept.set_size(hidden_, all);             // n × T B
    pass.hidden.zeros(hidden_, all + sequences);  // n × (T + 1) B
    pass.cell.zeros(cells, all + sequences);      // n × (T + 1) B, or none
    pass.dgates.set_size(sums(), all);            // sums × T B
    pass.drecurrent.set_size(sums(), all);        // sums × T B
    pass.dhidden.zeros(hidden_, sequences);       // n × B
    pass.dcell.zeros(cells, sequences);           // n × B, or none
}
// [snip:layer-construct]

// [snip:layer-project]
void RecurrentLayer::project(const ParameterLayout& layout,
                             std::span<const float> parameters, const arma::fmat& X,
                             LayerPass& pass) const {
    const arma::fmat W = layout.matrix(parameters, W_x());   // sums × inputs
    const arma::fmat bias = layout.matrix(parameters, b());  // sums × 1
    pass.gates = W * X;                                      // sums × T B
    pass.gates.each_col() += bias.col(0);
}
// [snip:layer-project]

// [snip:layer-project-tokens]
void RecurrentLayer::project(const ParameterLayout& layout,
                             std::span<const float> parameters,
                             std::span<const Token> tokens, LayerPass& pass) const {
    const arma::fmat W = layout.matrix(parameters, W_x());   // sums × inputs
    const arma::fmat bias = layout.matrix(parameters, b());  // sums × 1
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] >= inputs_)
            require(false, "RecurrentLayer",
                    "token " + std::to_string(tokens[i]) + " where there are " +
                        std::to_string(inputs_) + "; tokens count from 0");
        pass.gates.col(i) = W.col(tokens[i]) + bias;
    }
}
// [snip:layer-project-tokens]

// [snip:layer-forward]
void RecurrentLayer::forward(const ParameterLayout& layout,
                             std::span<const float> parameters,
                             LayerPass& pass) const {
    const arma::fmat W = layout.matrix(parameters, W_h());  // sums × n
    const std::size_t B = pass.sequences;
    arma::fmat recurrent(sums(), B);  // sums × B
    for (std::size_t t = 0; t < pass.steps; ++t) {
        recurrent = W * columns(pass.hidden, t * B, B);  // sums × B
        for (std::size_t s = 0; s < B; ++s)
            cell_->forward(step_of(pass, recurrent, t, s));
    }
}
// [snip:layer-forward]

// [snip:layer-backward]
void RecurrentLayer::backward(const ParameterLayout& layout,
                              std::span<const float> parameters,
                              const arma::fmat& dH, LayerPass& pass,
                              std::span<float> gradient) const {
    const arma::fmat W = layout.matrix(parameters, W_h());  // sums × n
    const std::size_t B = pass.sequences;
    arma::fmat none(sums(), B), dnext(hidden_, B), dnext_cell;
    for (std::size_t t = pass.steps; t-- > 0;) {
        dnext = pass.dhidden + dH.cols(t * B, t * B + B - 1);  // n × B
        dnext_cell = pass.dcell;
        // [snip:layer-cells-back]
        for (std::size_t s = 0; s < B; ++s)
            cell_->backward(
                step_of(pass, none, t, s),
                {column(dnext, s), column(dnext_cell, s),
                 column(pass.dgates, t * B + s), column(pass.drecurrent, t * B + s),
                 column(pass.dhidden, s), column(pass.dcell, s)});
        // [snip:layer-cells-back]
        // forward: W_h h_{t−1}
        pass.dhidden += W.t() * columns(pass.drecurrent, t * B, B);  // n × B
    }
    // [snip:layer-backward-weights]
    // forward: W_h h_{t−1} and b, at all steps
    const arma::fmat before = columns(pass.hidden, 0, pass.steps * B);  // n × T B
    arma::fmat dW = layout.matrix(gradient, W_h());
    dW += pass.drecurrent * before.t();  // sums × n
    arma::fmat db = layout.matrix(gradient, b());
    db += arma::sum(pass.dgates, 1);  // sums × 1
    // [snip:layer-backward-weights]
}
// [snip:layer-backward]

// [snip:layer-project-back]
void RecurrentLayer::project_back(const ParameterLayout& layout,
                                  std::span<const float> parameters,
                                  const arma::fmat& X, const LayerPass& pass,
                                  std::span<float> gradient, arma::fmat& dX) const {
    // forward: W_x X + b
    arma::fmat dW = layout.matrix(gradient, W_x());
    dW += pass.dgates * X.t();  // sums × inputs
    const arma::fmat W = layout.matrix(parameters, W_x());
    dX = W.t() * pass.dgates;  // inputs × T B
}

void RecurrentLayer::project_back(const ParameterLayout& layout,
                                  std::span<const Token> tokens,
                                  const LayerPass& pass,
                                  std::span<float> gradient) const {
    arma::fmat dW = layout.matrix(gradient, W_x());  // sums × inputs
    // forward: the column of W_x that the token names
    for (std::size_t i = 0; i < tokens.size(); ++i)
        dW.col(tokens[i]) += pass.dgates.col(i);
}
// [snip:layer-project-back]

}  // namespace nn
