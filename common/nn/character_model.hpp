/// \file
/// \brief A recurrent network that foretells the next character of a text.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/parameters.hpp"
#include "nn/readout.hpp"
#include "nn/recurrent_stack.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief The shape of a character model.
// [snip:character-shape]
struct CharacterShape {
    CellKind cell = CellKind::lstm;
    std::size_t symbols = 2;
    std::size_t hidden = 128;
    std::size_t layers = 2;
    double forget_bias = 1.0;  ///< of an LSTM, at the start
};
// [snip:character-shape]

/// \brief How many numbers such a model learns. Takes no memory for them.
// [snip:parameters-of]
std::size_t parameters_of(const CharacterShape& shape);
// [snip:parameters-of]

/// \brief A stack that reads symbols, and scores for the symbol that comes next.
// [snip:character-model]
class CharacterModel {
public:
    /// \brief Weights are uniform within ±1/√hidden, biases 0 but for the forget
    /// gates'. Throws std::invalid_argument for fewer than 2 symbols, and as
    /// RecurrentStack does.
    CharacterModel(const CharacterShape& shape, Rng& rng);

    const CharacterShape& shape() const { return shape_; }
    const ParameterLayout& layout() const { return layout_; }
    std::span<float> parameters() { return parameters_; }
    std::span<const float> parameters() const { return parameters_; }

    /// \brief Makes room for T steps of B sequences.
    void prepare(StackPass& pass, std::size_t steps, std::size_t sequences) const {
        stack_.prepare(pass, steps, sequences);
    }

    /// \brief Reads T B symbols, those of step t from place t B on; returns the
    /// scores of what follows each, symbols × T B.
    arma::fmat read(std::span<const Token> symbols, StackPass& pass) const;

    /// \brief Reads symbols that should be followed by `next`; returns the sum of
    /// the losses in nats, and adds `weight` times its slopes to the gradient.
    double learn(std::span<const Token> symbols, std::span<const Token> next,
                 float weight, StackPass& pass, std::span<float> gradient) const;

private:
    CharacterShape shape_;
    ParameterLayout layout_;
    RecurrentStack stack_;
    SoftmaxReadout readout_;
    std::vector<float> parameters_;
};
// [snip:character-model]

}  // namespace nn
