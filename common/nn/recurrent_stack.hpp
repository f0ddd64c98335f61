/// \file
/// \brief Recurrent layers on top of each other.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/parameters.hpp"
#include "nn/recurrent_layer.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief The shape of a stack of recurrent layers.
// [snip:stack-shape]
struct StackShape {
    CellKind cell = CellKind::lstm;
    std::size_t inputs = 1;
    std::size_t hidden = 128;  ///< units of each layer
    std::size_t layers = 1;
};
// [snip:stack-shape]

/// \brief What a stack computed over a batch.
// [snip:stack-pass]
struct StackPass {
    std::vector<LayerPass> layers;
    arma::fmat dH;  ///< n × T B: the slopes in what the next layer below gave

    /// \brief h₁ … h_T of the layer on top, n × T B.
    const arma::fmat outputs() const { return layers.back().outputs(); }
};
// [snip:stack-pass]

/// \brief Each layer reads the states of the one below it.
///
/// Column t B + s of an input is step t of sequence s; T and B follow from the
/// input's length and the number of sequences.
// [snip:recurrent-stack]
class RecurrentStack {
public:
    /// \brief Adds its matrices to the layout, as `name`.0.W_x and so on.
    ///
    /// Throws std::invalid_argument if there is no layer, input or hidden unit.
    RecurrentStack(ParameterLayout& layout, const std::string& name,
                   const StackShape& shape);

    const std::vector<RecurrentLayer>& layers() const { return layers_; }

    /// \brief Makes room for a batch; a pass of another size begins with zeros.
    void prepare(StackPass& pass, std::size_t steps, std::size_t sequences) const;

    /// \brief Reads a batch of tokens, or of vectors, from the states in the pass.
    void forward(const ParameterLayout& layout, std::span<const float> parameters,
                 std::span<const Token> tokens, StackPass& pass) const;
    void forward(const ParameterLayout& layout, std::span<const float> parameters,
                 const arma::fmat& X, StackPass& pass) const;

    /// \brief Back through all layers; adds to the gradient.
    ///
    /// pass.dH holds the slopes in nn::StackPass::outputs(), and each layer's
    /// dhidden and dcell those in its last state; then dhidden and dcell hold those
    /// in its first, and for vectors dX those in the input.
    void backward(const ParameterLayout& layout, std::span<const float> parameters,
                  std::span<const Token> tokens, StackPass& pass,
                  std::span<float> gradient) const;
    void backward(const ParameterLayout& layout, std::span<const float> parameters,
                  const arma::fmat& X, StackPass& pass, std::span<float> gradient,
                  arma::fmat& dX) const;

private:
    void climb(const ParameterLayout& layout, std::span<const float> parameters,
               StackPass& pass) const;
    void descend(const ParameterLayout& layout, std::span<const float> parameters,
                 StackPass& pass, std::span<float> gradient) const;

    std::vector<RecurrentLayer> layers_;
};
// [snip:recurrent-stack]

/// \brief The states at the end become those at the beginning: the next batch goes
/// on where this one ended. No slope flows back over the border.
// [snip:carry-states]
void carry_states(StackPass& pass);

/// \brief The states at the beginning are zeros again, and no slope comes from
/// later.
void clear_states(StackPass& pass);

/// \brief The states at the end, layer by layer: h_T, n × B, and c_T, empty where
/// there is none.
std::vector<arma::fmat> last_states(const StackPass& pass);

/// \brief Puts such states in the place of those at the end, for carry_states().
/// Throws std::invalid_argument if there are more or fewer, or of another size.
void set_last_states(StackPass& pass, std::span<const arma::fmat> states);
// [snip:carry-states]

}  // namespace nn
