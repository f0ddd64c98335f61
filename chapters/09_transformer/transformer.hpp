/// \file
/// \brief The transformer: vectors of tokens and places, blocks, and scores for the
/// next token.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/ordered_gradient.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"
#include "transformer_block.hpp"

namespace nn {

/// \brief The shape of a transformer.
///
/// Only where its blocks normalise before their parts is the stream normalised
/// behind the last of them, too.
// [snip:transformer-shape]
struct TransformerShape {
    std::size_t vocabulary = 65;
    std::size_t context = 64;  ///< the longest sequence
    std::size_t layers = 4;    ///< blocks
    BlockShape block{.attention = {.width = 128, .heads = 4}};
    bool positions = true;  ///< learned vectors of places
};
// [snip:transformer-shape]

/// \brief What a transformer computed over a batch, for the way back.
// [snip:transformer-pass]
template <class T>
struct TransformerPass {
    Dropout dropout;  ///< none, unless set before the way forward
    std::vector<BlockPass<T>> blocks;
    LayerNormPass<T> norm;
    arma::Mat<T> logits;  ///< vocabulary × B T
};
// [snip:transformer-pass]

/// \brief A causal transformer, whose scores are products with the tokens' vectors.
///
/// A batch is B sequences of T tokens one after another: token t of sequence s is
/// tokens[s T + t]. Sources: Vaswani et al. (2017); Radford et al. (2019) for the
/// order of its parts; Press and Wolf (2017) for the tied vectors.
// [snip:transformer]
template <class T>
class Transformer {
public:
    /// \brief Throws std::invalid_argument for a size of 0, or heads that do not
    /// divide the width.
    explicit Transformer(const TransformerShape& shape);

    const TransformerShape& shape() const { return shape_; }
    const ParameterLayout& layout() const { return layout_; }
    const std::vector<TransformerBlock<T>>& blocks() const { return blocks_; }
    std::size_t token_vectors() const { return 0; }  ///< its number in the layout
    std::size_t position_vectors() const { return 1; }  ///< as well

    /// \brief Random weights to begin with: normal with a spread of 0.02 √(768 /
    /// width), less where many layers add up; gains 1, biases 0.
    /// \implements{gpt-beginning}
    ///
    /// With 768 rows, the width of GPT-2, the spread is GPT-2's 0.02; narrower
    /// models need larger numbers for products of the same size. Source: Radford et
    /// al. (2019), section 2.3. Throws std::invalid_argument for another number of
    /// parameters. Error: ≤ 2 ulp of each number in double.
    void begin(std::span<T> parameters, Rng& rng) const;

    /// \brief The scores of what comes after each token, to pass.logits.
    /// \implements{tied-logits}
    ///
    /// Throws std::invalid_argument for no tokens, sequences of different lengths
    /// or longer than the context, and a token outside the vocabulary. Error for
    /// normal numbers, two layers: ≤ 128 ulp of the largest score.
    void forward(std::span<const T> parameters, std::span<const Token> tokens,
                 std::size_t sequences, TransformerPass<T>& pass) const;

    /// \brief From pass.logits, which now hold the slopes in them: adds to the
    /// gradient.
    ///
    /// The tokens are those of the way forward. It adds in so many stages, each to
    /// tensors that no other stage touches, and calls turn(0), turn(1) … before
    /// them: several passes may share a gradient if they wait for each other there.
    /// Relative error in double: ≤ 1e-8, by \eqref{gradient-error}.
    void backward(
        std::span<const T> parameters, std::span<const Token> tokens,
        const TransformerPass<T>& pass, std::span<T> gradient,
        const AddingTurn& turn = [](std::size_t) {}) const;

    std::size_t stages() const { return blocks_.size() + 2; }

    /// \brief What goes into the first block, width × B T, for sequences of `steps`
    /// tokens at the places from `first` on. Throws for a token outside the
    /// vocabulary.
    arma::Mat<T> embed(std::span<const T> parameters, std::span<const Token> tokens,
                       std::size_t steps, std::size_t first = 0) const;

    /// \brief From what comes out of the last block, width × B T, to pass.logits.
    void score(std::span<const T> parameters, const arma::Mat<T>& X,
               TransformerPass<T>& pass) const;

private:
    void vectors_back(std::span<const Token> tokens, const TransformerPass<T>& pass,
                      const arma::Mat<T>& dX, std::span<T> gradient) const;
    bool normalises_before() const {
        return shape_.block.norm == NormPlacement::before;
    }

    TransformerShape shape_;
    ParameterLayout layout_;
    std::vector<TransformerBlock<T>> blocks_;
    std::vector<LayerNorm<T>> norm_;  // one, made after the blocks
};
// [snip:transformer]

}  // namespace nn
