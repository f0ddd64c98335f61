/// \file
/// \brief The transformer of the original paper: an encoder reads a sequence, a
/// decoder writes another.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "decoder_block.hpp"
#include "nn/rng.hpp"
#include "nn/sequence_pairs.hpp"

namespace nn {

/// \brief The shape of an encoder and its decoder.
// [snip:translator-shape]
struct TranslatorShape {
    std::size_t source_symbols = 1, target_symbols = 1;
    std::size_t longest = 96;  ///< symbols of a sequence, on either side
    std::size_t width = 64, heads = 4;
    std::size_t layers = 2;  ///< blocks of the encoder, and of the decoder
    double smoothing = 0.1;  ///< of the right answers
};
// [snip:translator-shape]

/// \brief What was computed over a batch, for the way back and to look at.
// [snip:translator-pass]
template <class T>
struct TranslatorPass {
    std::vector<Token> read, heard;  ///< B T and B U, a sequence after the other
    std::vector<BlockPass<T>> encoder;
    std::vector<DecoderBlockPass<T>> decoder;
    arma::Mat<T> source;  ///< width × B T: what the encoder made of what it read
    arma::Mat<T> Y;       ///< width × B U: what the answers are read off
    arma::Mat<T> logits;  ///< target symbols × B U
};
// [snip:translator-pass]

/// \brief Blocks that see the whole source, then blocks that write it anew, each
/// symbol after the ones before.
///
/// Norms stand behind the sums, as in the paper; so the last block of either side
/// gives normalised vectors, and needs no other norm. Vectors of places are
/// sinusoids; those of the symbols written are tied to the scores. While it learns,
/// the decoder hears the right symbol, later what it wrote itself. Source: Vaswani
/// et al. (2017).
// [snip:translator]
template <class T>
class Translator {
public:
    using Pass = TranslatorPass<T>;

    /// \brief Weights to begin with are uniform within ±√(6 / (rows + columns)),
    /// vectors of symbols normal with a spread of 1 / √width.
    ///
    /// Source of the bound: Glorot and Bengio (2010). Throws std::invalid_argument
    /// for a size of 0, a smoothing outside [0, 1), or heads that do not divide the
    /// width.
    Translator(const TranslatorShape& shape, Rng& rng);

    const TranslatorShape& shape() const { return shape_; }
    const ParameterLayout& layout() const { return layout_; }
    const std::vector<DecoderBlock<T>>& decoder() const { return decoder_; }
    std::span<T> parameters() { return parameters_; }
    std::span<const T> parameters() const { return parameters_; }

    /// \brief The sum of the losses of a batch in nats, by \eqref{label-smoothing};
    /// adds `weight` times its slopes to the gradient.
    ///
    /// Throws std::invalid_argument for a batch without sequences, of lengths that
    /// they do not divide or that are too long, and for symbols that there are not.
    double learn(const SequencePairs& pairs, T weight, Pass& pass,
                 std::span<T> gradient) const;

    /// \brief Writes `length` symbols for each sequence, always the likeliest one,
    /// in the order of SequencePairs.
    std::vector<Token> write(std::span<const Token> source, std::size_t sequences,
                             std::size_t length, Pass& pass) const;

private:
    void begin(Rng& rng);
    arma::Mat<T> embed(std::size_t table, std::span<const Token> symbols,
                       std::size_t sequences) const;
    void encode(std::span<const Token> source, std::size_t sequences,
                Pass& pass) const;
    void decode(std::size_t sequences, Pass& pass) const;
    void embed_back(std::size_t table, std::span<const Token> symbols,
                    const arma::Mat<T>& dX, std::span<T> gradient) const;
    void go_back(Pass& pass, std::span<T> gradient) const;

    TranslatorShape shape_;
    ParameterLayout layout_;
    std::size_t E_source_, E_target_;  // numbers in the layout
    std::vector<TransformerBlock<T>> encoder_;
    std::vector<DecoderBlock<T>> decoder_;
    arma::Mat<T> places_;  // width × longest
    std::vector<T> parameters_;
};
// [snip:translator]

}  // namespace nn
