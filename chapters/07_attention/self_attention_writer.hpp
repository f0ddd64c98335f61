/// \file
/// \brief A network of attention alone: each token looks at all, and says a symbol.
#pragma once

#include <armadillo>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "nn/multi_head.hpp"
#include "nn/parameters.hpp"
#include "nn/position_table.hpp"
#include "nn/readout.hpp"
#include "nn/rng.hpp"
#include "nn/sequence_pairs.hpp"

namespace nn {

/// \brief The shape of such a network.
// [snip:writer-shape]
struct SelfAttentionShape {
    std::size_t symbols = 1;
    std::size_t length = 16;  ///< places that have a vector
    std::size_t width = 32;   ///< numbers of a token's vector
    std::size_t heads = 1;
    bool places = true;  ///< do tokens know where they stand?
};

/// \brief What it computed over a batch. Column s T + t is token t of sequence s.
struct SelfAttentionPass {
    arma::fmat X, Y;  ///< width × B T: what the heads read, and what they gave
    MultiHeadPass<float> heads;
};
// [snip:writer-shape]

/// \brief A vector for each symbol, plus one for its place if it has places, a
/// layer of self-attention, and a readout of each token.
// [snip:self-attention-writer]
class SelfAttentionWriter {
public:
    using Pass = SelfAttentionPass;

    /// \brief Vectors are uniform within ±1, weights within ±1/√width, biases 0.
    /// Throws std::invalid_argument if there are no symbols, and as MultiHead and
    /// PositionTable do.
    SelfAttentionWriter(const SelfAttentionShape& shape, Rng& rng);

    const ParameterLayout& layout() const { return layout_; }
    std::span<float> parameters() { return parameters_; }
    std::span<const float> parameters() const { return parameters_; }

    /// \brief The sum of the losses of a batch in nats; adds `weight` times its
    /// slopes to the gradient.
    ///
    /// Throws std::invalid_argument for other numbers of targets than of sources,
    /// and as write() does.
    double learn(const SequencePairs& pairs, float weight, SelfAttentionPass& pass,
                 std::span<float> gradient) const;

    /// \brief The likeliest symbol at each place of T B, in the order of
    /// SequencePairs.
    ///
    /// Throws std::invalid_argument for a symbol that there is not, sequences
    /// longer than there are places, or symbols that are not whole sequences.
    std::vector<Token> write(std::span<const Token> source, std::size_t sequences,
                             SelfAttentionPass& pass) const;

    /// \brief The scores of each symbol that a pass led to, symbols × B T.
    arma::fmat scores(const SelfAttentionPass& pass) const;

    /// \brief Where one head looked on one sequence: keys × queries.
    arma::fmat weights(const SelfAttentionPass& pass, std::size_t sequence,
                       std::size_t head) const {
        return attention_.weights(pass.heads, sequence, head);
    }

private:
    void read(std::span<const Token> source, std::size_t sequences,
              SelfAttentionPass& pass) const;

    SelfAttentionShape shape_;
    ParameterLayout layout_;
    std::size_t E_;  // vectors of the symbols, in the layout
    std::optional<PositionTable> places_;
    MultiHead<float> attention_;
    SoftmaxReadout readout_;
    std::vector<float> parameters_;
};
// [snip:self-attention-writer]

}  // namespace nn
