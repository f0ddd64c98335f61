#include "causal_model.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/initialisation.hpp"
#include "nn/positional_encoding.hpp"

namespace nn {

// [snip:position-name]
const char* name_of(PositionKind kind) {
    switch (kind) {
        case PositionKind::none:
            return "none";
        case PositionKind::sinusoidal:
            return "sinusoidal";
        case PositionKind::learned:
            return "learned";
        case PositionKind::rotary:
            return "rotary";
        case PositionKind::linear_bias:
            return "linear bias";
    }
    return "";
}
// [snip:position-name]

namespace {

// [snip:causal-layers]
RelativePositions within_heads(PositionKind kind) {
    if (kind == PositionKind::rotary) return RelativePositions::rotary;
    if (kind == PositionKind::linear_bias) return RelativePositions::linear_bias;
    return RelativePositions::none;
}

std::vector<MultiHead<float>> layers_of(ParameterLayout& layout,
                                        const CausalShape& shape) {
    require(shape.layers > 0, "CausalModel", "no layers; give at least 1");
    std::vector<MultiHead<float>> layers;
    for (std::size_t l = 0; l < shape.layers; ++l)
        layers.emplace_back(
            layout, "layer" + std::to_string(l),
            MultiHeadShape{.width = shape.width,
                           .heads = shape.heads,
                           .causal = true,
                           .positions = within_heads(shape.positions)});
    return layers;
}
// [snip:causal-layers]

}  // namespace

// [snip:causal-construct]
CausalModel::CausalModel(const CausalShape& shape, Rng& rng)
    : shape_(shape),
      tokens_(layout_.add("tokens", shape.width, shape.symbols)),
      layers_(layers_of(layout_, shape)),
      readout_(layout_, "out", shape.width, shape.symbols) {
    require(shape.symbols > 1, "CausalModel",
            "a text of " + std::to_string(shape.symbols) +
                " symbols; there must be something to foretell: give at least 2");
    if (shape.positions == PositionKind::learned)
        table_.emplace(layout_, "positions", shape.width, shape.longest);
    parameters_.resize(layout_.size());
    begin(rng);
}

/// \brief How far from 0 the numbers of a matrix may begin.
double CausalModel::bound_of(std::size_t tensor) const {
    if (tensor == tokens_) return 1.0;  // as large as sinusoids
    if (table_ && tensor == table_->P()) return 0.1;
    return 1 / std::sqrt(double(shape_.width));
}

void CausalModel::begin(Rng& rng) {
    for (std::size_t tensor = 0; tensor < layout_.tensors().size(); ++tensor)
        if (layout_.tensors()[tensor].columns > 1)  // biases stay 0
            fill_uniform(layout_.values<float>(parameters_, tensor),
                         bound_of(tensor), rng);
}
// [snip:causal-construct]

// [snip:learned-positions]
arma::fmat CausalModel::learned_positions() {
    require(table_.has_value(), "CausalModel::learned_positions",
            "the model has no learned positions");
    return layout_.matrix<float>(parameters_, table_->P());
}
// [snip:learned-positions]

// [snip:add-positions]
/// \brief What stands at a place gets the vector of the place added to its own.
void CausalModel::add_positions(std::size_t sequences, CausalPass& pass) const {
    arma::fmat& X = pass.X.front();  // width × B T
    if (shape_.positions == PositionKind::learned)
        table_->add_to(layout_, parameters_, sequences, X);
    if (shape_.positions != PositionKind::sinusoidal) return;
    const std::size_t steps = X.n_cols / sequences;
    if (pass.sinusoids.n_cols < steps)
        pass.sinusoids = arma::conv_to<arma::fmat>::from(
            sinusoidal_encoding(shape_.width, steps));  // width × T
    for (std::size_t s = 0; s < sequences; ++s)
        X.cols(s * steps, (s + 1) * steps - 1) += pass.sinusoids.head_cols(steps);
}
// [snip:add-positions]

// [snip:causal-forward]
const arma::fmat& CausalModel::forward(std::span<const Token> symbols,
                                       std::size_t sequences,
                                       CausalPass& pass) const {
    if (symbols.empty() || sequences == 0 || symbols.size() % sequences)
        require(false, "CausalModel",
                std::to_string(symbols.size()) + " symbols in " +
                    std::to_string(sequences) +
                    " sequences; give each as many, at least 1");
    const arma::fmat E = layout_.matrix<float>(parameters(), tokens_);
    pass.X.resize(layers_.size() + 1);
    pass.layers.resize(layers_.size());
    arma::fmat& X = pass.X.front();
    X.set_size(shape_.width, symbols.size());  // width × B T
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (symbols[i] >= E.n_cols)
            require(false, "CausalModel",
                    "symbol " + std::to_string(symbols[i]) + " of " +
                        std::to_string(E.n_cols) + "; symbols count from 0");
        X.col(i) = E.col(symbols[i]);
    }
    add_positions(sequences, pass);
    for (std::size_t l = 0; l < layers_.size(); ++l)
        pass.X[l + 1] =
            pass.X[l] + layers_[l].forward(layout_, parameters(), pass.X[l],
                                           sequences, pass.layers[l]);
    return pass.X.back();
}
// [snip:causal-forward]

// [snip:causal-backward]
void CausalModel::backward(std::span<const Token> symbols, arma::fmat& dX,
                           const CausalPass& pass,
                           std::span<float> gradient) const {
    // forward: X_{l+1} = X_l + MultiHead(X_l)
    for (std::size_t l = layers_.size(); l-- > 0;)
        dX += layers_[l].backward(layout_, parameters(), pass.X[l], dX,
                                  pass.layers[l], gradient);  // width × B T
    // forward: X_0 = E_{s_t} + p_t
    if (table_)
        table_->backward(layout_, dX, pass.layers.front().sequences, gradient);
    arma::fmat dE = layout_.matrix(gradient, tokens_);  // width × symbols
    for (std::size_t i = 0; i < symbols.size(); ++i)
        dE.col(symbols[i]) += dX.col(i);
}
// [snip:causal-backward]

// [snip:causal-learn]
arma::fmat CausalModel::read(std::span<const Token> symbols, std::size_t sequences,
                             CausalPass& pass) const {
    return readout_.scores(layout_, parameters_, forward(symbols, sequences, pass));
}

double CausalModel::learn(std::span<const Token> symbols,
                          std::span<const Token> next, std::size_t sequences,
                          float weight, CausalPass& pass,
                          std::span<float> gradient) const {
    arma::fmat dX;  // width × B T
    const double loss =
        readout_.loss(layout_, parameters_, forward(symbols, sequences, pass), next,
                      weight, dX, gradient);
    backward(symbols, dX, pass, gradient);
    return loss;
}
// [snip:causal-learn]

}  // namespace nn
