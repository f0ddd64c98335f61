/// \file
/// \brief A network that reads a sequence to its end and then writes another.
#pragma once

#include <armadillo>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "looking_back.hpp"
#include "nn/parameters.hpp"
#include "nn/readout.hpp"
#include "nn/recurrent_stack.hpp"
#include "nn/rng.hpp"
#include "nn/sequence_pairs.hpp"

namespace nn {

/// \brief The shape of an encoder and its decoder.
// [snip:encoder-decoder-shape]
struct EncoderDecoderShape {
    std::size_t source_symbols = 1, target_symbols = 1;
    std::size_t hidden = 64;  ///< units of the encoder, and of the decoder
    bool attention = true;    ///< may the decoder look back?
    ScoreKind score = ScoreKind::general;
};
// [snip:encoder-decoder-shape]

/// \brief What was computed over a batch, for the way back and to look at.
// [snip:encoder-decoder-pass]
struct EncoderDecoderPass {
    StackPass encoder, decoder;
    std::vector<Token> heard;         ///< U B: what the decoder reads
    std::vector<arma::fmat> weights;  ///< of each sequence, T × U
    arma::fmat seen;   ///< n × U B, or 2n: state, and under it context
    arma::fmat mixed;  ///< n × U B: what the answer is read off
};
// [snip:encoder-decoder-pass]

/// \brief What an answer is read off: tanh(W [h; c]), the state and the context
/// mixed.
/// \implements{attentional-state}
///
/// A column of `seen` holds a state of the decoder and under it its context, or the
/// state alone; W is n × the rows of `seen`. Source: Luong, Pham and Manning
/// (2015), equation 5. Absolute error: ≤ 4 ulp of 1, for columns of up to 32
/// numbers within ±1 and weights within ±1/√n.
// [snip:attentional-state]
arma::fmat attentional_state(const arma::fmat& W, const arma::fmat& seen);
// [snip:attentional-state]

/// \brief A GRU reads, its last state is where another GRU begins, which writes
/// symbol by symbol; it hears the symbol before.
///
/// While it learns, it hears the right one; later, what it wrote itself. With
/// attention each answer is read off the decoder's state and a context, without it
/// off the state alone.
// [snip:encoder-decoder]
class EncoderDecoder {
public:
    using Pass = EncoderDecoderPass;

    /// \brief Weights are uniform within ±1/√n, biases 0. Throws
    /// std::invalid_argument if there are no symbols or no units.
    EncoderDecoder(const EncoderDecoderShape& shape, Rng& rng);

    const EncoderDecoderShape& shape() const { return shape_; }
    const ParameterLayout& layout() const { return layout_; }
    std::span<float> parameters() { return parameters_; }
    std::span<const float> parameters() const { return parameters_; }

    /// \brief The sum of the losses of a batch in nats; adds `weight` times its
    /// slopes to the gradient.
    ///
    /// Throws std::invalid_argument for a batch without sequences, of lengths that
    /// they do not divide, and for symbols that there are not.
    double learn(const SequencePairs& pairs, float weight, EncoderDecoderPass& pass,
                 std::span<float> gradient) const;

    /// \brief Writes `length` symbols for each sequence, always the likeliest one;
    /// pass.weights tells where it looked.
    std::vector<Token> write(std::span<const Token> source, std::size_t sequences,
                             std::size_t length, EncoderDecoderPass& pass) const;

private:
    void read(std::span<const Token> source, std::size_t sequences,
              EncoderDecoderPass& pass) const;
    void begin_decoder(std::size_t length, EncoderDecoderPass& pass) const;
    void look(EncoderDecoderPass& pass) const;
    void look_back(const arma::fmat& dmixed, EncoderDecoderPass& pass,
                   std::span<float> gradient) const;
    void go_back(const SequencePairs& pairs, EncoderDecoderPass& pass,
                 std::span<float> gradient) const;

    EncoderDecoderShape shape_;
    ParameterLayout layout_;
    RecurrentStack encoder_, decoder_;
    std::optional<LookingBack> looking_;
    std::size_t W_;  // of the mixture, in the layout
    SoftmaxReadout readout_;
    std::vector<float> parameters_;
};
// [snip:encoder-decoder]

}  // namespace nn
