/// \file
/// \brief A small causal model of attention alone, which learns order in one of
/// five ways.
#pragma once

#include <armadillo>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "nn/multi_head.hpp"
#include "nn/parameters.hpp"
#include "nn/position_table.hpp"
#include "nn/readout.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief How a model may learn where its tokens stand.
// [snip:position-kind]
enum class PositionKind { none, sinusoidal, learned, rotary, linear_bias };

inline constexpr std::array<PositionKind, 5> position_kinds{
    PositionKind::none, PositionKind::sinusoidal, PositionKind::learned,
    PositionKind::rotary, PositionKind::linear_bias};

/// \brief Its name in tables: "none", "sinusoidal", "learned", "rotary", "linear
/// bias".
const char* name_of(PositionKind kind);
// [snip:position-kind]

/// \brief The shape of a causal model.
// [snip:causal-shape]
struct CausalShape {
    PositionKind positions = PositionKind::none;
    std::size_t symbols = 2;
    std::size_t width = 32;     ///< numbers of a token's vector
    std::size_t heads = 4;      ///< of each layer
    std::size_t layers = 2;     ///< one on top of the other
    std::size_t longest = 512;  ///< learned positions; the other kinds have no end
};

/// \brief What the layers computed over a batch, for the way back.
struct CausalPass {
    std::vector<arma::fmat> X;  ///< what goes into each layer and out of the last
    std::vector<MultiHeadPass<float>> layers;
    arma::fmat sinusoids;  ///< width × positions, as many as were needed yet
};
// [snip:causal-shape]

/// \brief Token vectors, layers of X + MultiHead(X), and scores for the symbol that
/// comes next.
///
/// Attention alone: no norms, no layers of neurons. Symbols of a batch: number s T
/// + t is step t of sequence s.
// [snip:causal-model]
class CausalModel {
public:
    /// \brief Models that differ in `positions` alone begin with the same weights.
    ///
    /// Vectors of tokens are uniform within ±1, about as long as sinusoids, learned
    /// positions within ±0.1, weights within ±1/√width; biases are 0.
    /// Throws std::invalid_argument for fewer than 2 symbols or no layer, and as
    /// MultiHead and PositionTable do.
    CausalModel(const CausalShape& shape, Rng& rng);

    const CausalShape& shape() const { return shape_; }
    const ParameterLayout& layout() const { return layout_; }
    std::span<float> parameters() { return parameters_; }
    std::span<const float> parameters() const { return parameters_; }

    /// \brief The learned positions, width × longest, in the model's memory. Throws
    /// std::invalid_argument if it has none.
    arma::fmat learned_positions();

    /// \brief The scores of what follows each symbol, symbols × B T.
    /// \implements{causal-model}
    ///
    /// Throws std::invalid_argument unless the symbols are B whole sequences of the
    /// alphabet, no longer than what positions were learned for. Error: ≤ 1e-5 of
    /// the largest score of its column.
    arma::fmat read(std::span<const Token> symbols, std::size_t sequences,
                    CausalPass& pass) const;

    /// \brief The weights of one head after read(), keys × queries, to look at.
    arma::fmat weights(const CausalPass& pass, std::size_t layer,
                       std::size_t sequence, std::size_t head) const {
        return layers_.at(layer).weights(pass.layers.at(layer), sequence, head);
    }

    /// \brief Reads symbols that should be followed by `next`; returns the sum of
    /// the losses in nats, and adds `weight` times its slopes to the gradient.
    double learn(std::span<const Token> symbols, std::span<const Token> next,
                 std::size_t sequences, float weight, CausalPass& pass,
                 std::span<float> gradient) const;

private:
    double bound_of(std::size_t tensor) const;
    void begin(Rng& rng);
    void add_positions(std::size_t sequences, CausalPass& pass) const;
    const arma::fmat& forward(std::span<const Token> symbols, std::size_t sequences,
                              CausalPass& pass) const;
    void backward(std::span<const Token> symbols, arma::fmat& dX,
                  const CausalPass& pass, std::span<float> gradient) const;

    CausalShape shape_;
    ParameterLayout layout_;
    std::size_t tokens_;  // number of the token vectors in the layout
    std::vector<MultiHead<float>> layers_;
    SoftmaxReadout readout_;
    std::optional<PositionTable> table_;
    std::vector<float> parameters_;
};
// [snip:causal-model]

}  // namespace nn
