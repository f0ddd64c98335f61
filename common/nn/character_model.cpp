#include "nn/character_model.hpp"

#include <algorithm>
#include <cmath>

#include "nn/initialisation.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:parameters-counted]
std::size_t parameters_of(const CharacterShape& shape) {
    ParameterLayout layout;
    RecurrentStack(layout, "rnn",
                   {shape.cell, shape.symbols, shape.hidden, shape.layers});
    SoftmaxReadout(layout, "out", shape.hidden, shape.symbols);
    return layout.size();
}
// [snip:parameters-counted]

// [snip:character-construct]
CharacterModel::CharacterModel(const CharacterShape& shape, Rng& rng)
    : shape_(shape),
      stack_(layout_, "rnn",
             {shape.cell, shape.symbols, shape.hidden, shape.layers}),
      readout_(layout_, "out", shape.hidden, shape.symbols),
      parameters_(layout_.size()) {
    require(shape.symbols > 1, "CharacterModel",
            "a text of " + std::to_string(shape.symbols) +
                " symbols; there must be something to foretell: give at least 2");
    fill_uniform<float>(parameters_, 1 / std::sqrt(double(shape.hidden)), rng);
    for (const TensorPlace& place : layout_.tensors())
        if (place.columns == 1)
            std::fill_n(parameters_.begin() + std::ptrdiff_t(place.offset),
                        place.rows, 0.0F);
    if (shape.cell != CellKind::lstm) return;
    for (const RecurrentLayer& layer : stack_.layers()) {
        const auto b = layout_.values<float>(parameters_, layer.b());
        const auto forget = gate_rows(b, 1, shape.hidden);
        std::fill(forget.begin(), forget.end(), float(shape.forget_bias));
    }
}
// [snip:character-construct]

// [snip:character-read]
arma::fmat CharacterModel::read(std::span<const Token> symbols,
                                StackPass& pass) const {
    stack_.forward(layout_, parameters_, symbols, pass);
    return readout_.scores(layout_, parameters_, pass.outputs());
}

double CharacterModel::learn(std::span<const Token> symbols,
                             std::span<const Token> next, float weight,
                             StackPass& pass, std::span<float> gradient) const {
    stack_.forward(layout_, parameters_, symbols, pass);
    const double loss = readout_.loss(layout_, parameters_, pass.outputs(), next,
                                      weight, pass.dH, gradient);
    stack_.backward(layout_, parameters_, symbols, pass, gradient);
    return loss;
}
// [snip:character-read]

}  // namespace nn
