/// \file
/// \brief Several heads look at a sequence, each in its own way.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/parameters.hpp"
#include "nn/rotary.hpp"
#include "nn/tiled_attention.hpp"

namespace nn {

/// \brief How a layer of attention may know distances by itself.
// [snip:multi-head-shape]
enum class RelativePositions { none, rotary, linear_bias };

/// \brief A layer of self-attention.
struct MultiHeadShape {
    std::size_t width = 64;  ///< numbers of a token's vector
    std::size_t heads = 4;   ///< they share the width
    bool causal = true;      ///< no token sees one that comes after it
    RelativePositions positions = RelativePositions::none;
};
// [snip:multi-head-shape]

/// \brief What the heads computed over a batch, for the way back.
// [snip:multi-head-pass]
template <class T>
struct MultiHeadPass {
    std::size_t sequences = 0;  ///< B
    arma::Mat<T> QKV;           ///< 3 width × B T
    arma::Mat<T> mixed;         ///< width × B T: what the heads gave, stacked
    std::vector<TiledPass<T>> heads;  ///< number s H + h: head h on sequence s
    RotaryTurns<T> turns;             ///< of rotary positions
};
// [snip:multi-head-pass]

/// \brief Linear bias: what head `head` of `heads` takes off a score for each token
/// of distance.
/// \implements{linear-bias}
///
/// m_h = 2^(−8 (h + 1) / H): with 8 heads 1/2, 1/4 … 1/256. Source: Press, Smith
/// and Lewis (2022), section 3. Throws std::invalid_argument unless head < heads.
/// Error: ≤ 4 ulp.
// [snip:linear-bias]
double linear_bias_slope(std::size_t head, std::size_t heads);
// [snip:linear-bias]

/// \brief Self-attention with several heads: W_O times the stacked outputs of the
/// heads, which look over their own rows of W_QKV X + b_QKV, plus b_O.
///
/// Column s T + t of X is token t of sequence s; X and the result are width × B T.
/// Source: Vaswani et al. (2017), section 3.2.2.
// [snip:multi-head]
template <class T>
class MultiHead {
public:
    /// \brief Adds `name`.W_QKV, b_QKV, W_O and b_O to the layout.
    ///
    /// The rows of W_QKV are those of W_Q, W_K and W_V; of each, head h has the
    /// rows from h d on, d = width / heads. Throws std::invalid_argument unless the
    /// heads divide the width.
    MultiHead(ParameterLayout& layout, const std::string& name,
              const MultiHeadShape& shape);

    const MultiHeadShape& shape() const { return shape_; }
    std::size_t W_QKV() const { return first_; }  ///< its number in the layout
    std::size_t b_QKV() const { return first_ + 1; }
    std::size_t W_O() const { return first_ + 2; }
    std::size_t b_O() const { return first_ + 3; }

    /// \brief Throws std::invalid_argument with the shape if X is not `width` high
    /// or its columns are not whole sequences. \implements{multi-head}
    arma::Mat<T> forward(const ParameterLayout& layout,
                         std::span<const T> parameters, const arma::Mat<T>& X,
                         std::size_t sequences, MultiHeadPass<T>& pass) const;

    /// \brief From dY, width × B T: adds to the gradient, returns dX.
    arma::Mat<T> backward(const ParameterLayout& layout,
                          std::span<const T> parameters, const arma::Mat<T>& X,
                          const arma::Mat<T>& dY, const MultiHeadPass<T>& pass,
                          std::span<T> gradient) const;

    /// \brief The weights of one head on one sequence, keys × queries, to look at.
    arma::Mat<T> weights(const MultiHeadPass<T>& pass, std::size_t sequence,
                         std::size_t head) const;

private:
    AttentionRule rule_of(std::size_t head) const;
    arma::Mat<T> rows_of(const MultiHeadPass<T>& pass, std::size_t part,
                         std::size_t sequence, std::size_t head) const;
    void head_back(const MultiHeadPass<T>& pass, const arma::Mat<T>& dmixed,
                   std::size_t sequence, std::size_t head,
                   arma::Mat<T>& dQKV) const;

    MultiHeadShape shape_;
    std::size_t first_;
};
// [snip:multi-head]

}  // namespace nn
