/// \file
/// \brief A recurrent layer over whole sequences of a batch: the fast way.
#pragma once

#include <armadillo>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "nn/cell_kind.hpp"
#include "nn/parameters.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief What a layer computed over T steps of B sequences.
///
/// Column t B + s is step t of sequence s. A pass is used again for the next batch,
/// so that its memory is taken once.
// [snip:layer-pass]
struct LayerPass {
    std::size_t steps = 0, sequences = 0;  ///< T, B
    arma::fmat gates;                      ///< sums × T B
    arma::fmat kept;                       ///< n × T B
    arma::fmat hidden, cell;        ///< n × (T + 1) B: h₀ … h_T, c₀ … c_T
    arma::fmat dgates, drecurrent;  ///< sums × T B
    /// n × B: before RecurrentLayer::backward() the slopes in h_T and c_T by way of
    /// what comes later, after it those in h₀ and c₀
    arma::fmat dhidden, dcell;

    /// \brief h₁ … h_T, n × T B, sharing this memory.
    const arma::fmat outputs() const;
};
// [snip:layer-pass]

/// \brief Elman, GRU or LSTM: n units that read a batch of sequences.
///
/// Gives what Unrolled gives, sequence by sequence, within 1e-5 of the largest
/// number; the products of all steps that need not wait for each other are one
/// product. The weights live in the model's array.
// [snip:recurrent-layer]
class RecurrentLayer {
public:
    /// \brief Adds `name`.W_x, W_h and b to the layout. Throws
    /// std::invalid_argument if there is no input or no hidden unit.
    RecurrentLayer(ParameterLayout& layout, const std::string& name, CellKind kind,
                   std::size_t inputs, std::size_t hidden);

    std::size_t hidden() const { return hidden_; }
    std::size_t sums() const { return cell_->gates() * hidden_; }
    std::size_t W_x() const { return W_x_; }  ///< its number in the layout
    std::size_t W_h() const { return W_x_ + 1; }
    std::size_t b() const { return W_x_ + 2; }

    /// \brief Makes room; a pass of another size begins with states of zeros.
    void prepare(LayerPass& pass, std::size_t steps, std::size_t sequences) const;

    /// \brief The sums W_x X + b of all steps, X inputs × T B.
    void project(const ParameterLayout& layout, std::span<const float> parameters,
                 const arma::fmat& X, LayerPass& pass) const;

    /// \brief The same where each column of X is a 1 in the row of its token: a
    /// column of W_x. Throws std::invalid_argument for a token that W_x has none
    /// for.
    void project(const ParameterLayout& layout, std::span<const float> parameters,
                 std::span<const Token> tokens, LayerPass& pass) const;

    /// \brief From the sums to the states, step by step.
    void forward(const ParameterLayout& layout, std::span<const float> parameters,
                 LayerPass& pass) const;

    /// \brief Back through time: from dH, n × T B, the slopes in what was read off,
    /// to pass.dgates; adds the slopes in W_h and b to the gradient.
    void backward(const ParameterLayout& layout, std::span<const float> parameters,
                  const arma::fmat& dH, LayerPass& pass,
                  std::span<float> gradient) const;

    /// \brief Adds the slopes in W_x to the gradient; dX, inputs × T B.
    void project_back(const ParameterLayout& layout,
                      std::span<const float> parameters, const arma::fmat& X,
                      const LayerPass& pass, std::span<float> gradient,
                      arma::fmat& dX) const;

    /// \brief The same for tokens, which have no slope.
    void project_back(const ParameterLayout& layout, std::span<const Token> tokens,
                      const LayerPass& pass, std::span<float> gradient) const;

private:
    std::size_t inputs_, hidden_, W_x_;
    std::shared_ptr<const RecurrentCell<float>> cell_;
};
// [snip:recurrent-layer]

}  // namespace nn
