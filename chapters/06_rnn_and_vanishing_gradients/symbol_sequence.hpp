/// \file
/// \brief A recurrent network that says which symbol comes next: the simple way.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nn/cell_kind.hpp"
#include "nn/recurrent_step.hpp"
#include "nn/require.hpp"
#include "nn/softmax.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief One recurrent layer, and scores V h_t + c for each symbol.
// [snip:symbol-shape]
struct SymbolShape {
    CellKind cell = CellKind::elman;
    std::size_t symbols = 3, hidden = 2;

    std::size_t sums() const { return make_cell<double>(cell)->gates() * hidden; }
    std::size_t layer() const { return sums() * (symbols + hidden + 1); }
    std::size_t parameters() const { return layer() + symbols * (hidden + 1); }
};

/// \brief The parts of its numbers, or of their slopes.
template <class T>
struct SymbolWeights {
    RecurrentWeights<T> layer;  ///< W_x, W_h, b
    std::span<T> V, c;          ///< symbols × hidden, symbols
};

/// \brief Cuts one array into W_x, W_h, b, V and c, in this order. Throws
/// std::invalid_argument for another length.
template <class T>
SymbolWeights<T> symbol_weights(const SymbolShape& shape, std::span<T> all) {
    require(all.size() == shape.parameters(), "symbol_weights",
            std::to_string(all.size()) + " numbers for " +
                std::to_string(shape.parameters()) +
                " parameters; the lengths must agree");
    const std::span<T> readout = all.subspan(shape.layer());
    return {recurrent_weights(all.first(shape.layer()), shape.sums(), shape.symbols,
                              shape.hidden),
            readout.first(shape.symbols * shape.hidden),
            readout.last(shape.symbols)};
}
// [snip:symbol-shape]

/// \brief A symbol as a vector: 1 in its place, 0 elsewhere.
// [snip:one-hot]
template <class T>
std::vector<T> one_hot(Token symbol, std::size_t symbols) {
    require(symbol < symbols, "one_hot",
            "symbol " + std::to_string(symbol) + " of " + std::to_string(symbols) +
                "; symbols count from 0");
    std::vector<T> x(symbols);
    x[symbol] = 1;
    return x;
}
// [snip:one-hot]

/// \brief The scores of each symbol: V h + c.
// [snip:symbol-scores]
template <class T>
std::vector<T> symbol_scores(const SymbolWeights<const T>& weights,
                             std::span<const T> state) {
    std::vector<T> z(weights.c.begin(), weights.c.end());
    add_product<T>(weights.V, state, z);
    return z;
}
// [snip:symbol-scores]

/// \brief The loss over a sequence: the mean cross-entropy of each next symbol, in
/// nats.
/// \implements{sequence-loss}
///
/// Reads all symbols but the last; throws std::invalid_argument if there are fewer
/// than two, or one that there is not. Error: ≤ 1e-13 in double, for 20 steps.
// [snip:sequence-loss]
template <class T>
T sequence_loss(const SymbolShape& shape, std::span<const T> parameters,
                std::span<const Token> symbols) {
    // [snip:sequence-loss-checks]
    require(symbols.size() > 1, "sequence_loss",
            "no next symbol; give at least 2 symbols");
    // [snip:sequence-loss-checks]
    const SymbolWeights<const T> weights = symbol_weights(shape, parameters);
    const auto cell = make_cell<T>(shape.cell);
    Unrolled<T> layer(*cell, weights.layer);
    T sum = 0;
    for (std::size_t t = 1; t < symbols.size(); ++t) {
        layer.read(one_hot<T>(symbols[t - 1], shape.symbols));
        sum +=
            cross_entropy<T>(symbol_scores(weights, layer.hidden(t)), symbols[t]);
    }
    return sum / static_cast<T>(symbols.size() - 1);
}
// [snip:sequence-loss]

/// \brief One chunk: reads it from a state, adds its slopes, leaves the state after
/// it.
// [snip:chunk-gradient]
template <class T>
void add_chunk_gradient(const SymbolShape& shape,
                        const SymbolWeights<const T>& weights,
                        std::span<const Token> symbols, T weight,
                        std::vector<T>& hidden, std::vector<T>& cell_state,
                        const SymbolWeights<T>& slopes) {
    const auto cell = make_cell<T>(shape.cell);
    Unrolled<T> layer(*cell, weights.layer);
    layer.start(hidden, cell_state);
    const std::size_t steps = symbols.size() - 1;
    std::vector<std::vector<T>> outside(steps, std::vector<T>(shape.hidden));
    for (std::size_t t = 1; t <= steps; ++t) {
        layer.read(one_hot<T>(symbols[t - 1], shape.symbols));
        std::vector<T> dz(shape.symbols);
        cross_entropy_grad<T>(symbol_scores(weights, layer.hidden(t)), symbols[t],
                              dz);
        for (T& slope : dz) slope *= weight;
        // forward: z_t = V h_t + c
        add_outer_product<T>(dz, layer.hidden(t), slopes.V);
        for (std::size_t i = 0; i < dz.size(); ++i) slopes.c[i] += dz[i];
        add_transposed_product<T>(weights.V, dz, outside[t - 1]);
    }
    layer.back(outside, slopes.layer);
    hidden.assign(layer.hidden(steps).begin(), layer.hidden(steps).end());
    cell_state.assign(layer.cell_state(steps).begin(),
                      layer.cell_state(steps).end());
}
// [snip:chunk-gradient]

/// \brief The gradient of sequence_loss() by truncated backpropagation through
/// time: no slope flows from one chunk of so many steps back into the one before.
/// \implements{truncated-bptt}
///
/// With as many steps as the sequence has, it is the whole gradient. Throws
/// std::invalid_argument for chunks of 0 steps, and as sequence_loss(). Relative
/// error: ≤ 1e-9 in double.
// [snip:sequence-gradient]
template <class T>
std::vector<T> sequence_gradient(const SymbolShape& shape,
                                 std::span<const T> parameters,
                                 std::span<const Token> symbols,
                                 std::size_t chunk) {
    // [snip:sequence-gradient-begin]
    require(symbols.size() > 1 && chunk > 0, "sequence_gradient",
            std::to_string(symbols.size()) + " symbols in chunks of " +
                std::to_string(chunk) + " steps; give at least 2 and 1");
    const SymbolWeights<const T> weights = symbol_weights(shape, parameters);
    std::vector<T> gradient(parameters.size()), hidden(shape.hidden), cell_state;
    if (make_cell<T>(shape.cell)->has_cell_state()) cell_state.resize(shape.hidden);
    const SymbolWeights<T> slopes = symbol_weights(shape, std::span<T>(gradient));
    // [snip:sequence-gradient-begin]
    const std::size_t steps = symbols.size() - 1;
    for (std::size_t first = 0; first < steps; first += chunk) {
        const std::size_t count = std::min(chunk, steps - first);
        add_chunk_gradient<T>(shape, weights, symbols.subspan(first, count + 1),
                              T(1) / T(steps), hidden, cell_state, slopes);
    }
    return gradient;
}
// [snip:sequence-gradient]

}  // namespace nn
