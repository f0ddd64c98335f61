/// \file
/// \brief The keys and values of all tokens so far, so that the next token costs
/// one column and no table.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "transformer.hpp"

namespace nn {

/// \brief Keys and values of a head, a column a token that was read.
// [snip:head-memory]
template <class T>
struct HeadMemory {
    arma::Mat<T> K, V;  ///< d × context
};
// [snip:head-memory]

/// \brief What one more token gets from a head: V softmax(Kᵀq / √d), over the
/// first `tokens` columns of the memory.
/// \implements{cached-attention}
///
/// q and the result are d × 1. Domain: finite numbers, 1 ≤ tokens ≤ the columns.
/// Error for normal numbers: ≤ 16 ulp of the largest |value|.
// [snip:cached-attention-declared]
template <class T>
arma::Mat<T> attend_from(const arma::Mat<T>& q, const HeadMemory<T>& memory,
                         std::size_t tokens);
// [snip:cached-attention-declared]

/// \brief Reads a text token by token and scores what comes next; each token's keys
/// and values are computed once.
///
/// It holds at most the model's context: a learned place beyond it there is not,
/// and to move the tokens to earlier places would change all their keys and values.
/// The model and its parameters must outlive it. The scores are those of
/// Transformer::forward() but for rounding: a product of matrices adds up in
/// another order than one of a matrix and a column. Absolute error beside it: ≤ 256
/// ulp of the largest score for weights as they are drawn.
// [snip:key-value-cache]
template <class T>
class KeyValueCache {
public:
    /// \brief Throws std::invalid_argument for a model that is not causal or whose
    /// attention knows distances: the book keeps such keys for no one.
    KeyValueCache(const Transformer<T>& model, std::span<const T> parameters);

    std::size_t size() const { return size_; }  ///< tokens that it holds
    bool is_full() const { return size_ == model_.shape().context; }

    /// \brief Forgets all, and reads tokens from the first place on, at once.
    ///
    /// Throws std::invalid_argument unless they are 1 to the context, and for a
    /// token outside the vocabulary.
    void begin(std::span<const Token> tokens);

    /// \brief Reads one more token. Throws std::invalid_argument if the cache is
    /// full, and for a token outside the vocabulary.
    void add(Token token);

    /// \brief The score of each token as the next one; empty before any token.
    const arma::Col<T>& scores() const { return scores_; }

private:
    arma::Mat<T> attend(std::size_t layer, const arma::Mat<T>& N);
    void remember(std::size_t layer, const arma::Mat<T>& QKV, std::size_t place);
    HeadMemory<T>& memory_of(std::size_t layer, std::size_t head) {
        return heads_[layer * model_.shape().block.attention.heads + head];
    }

    const Transformer<T>& model_;
    std::span<const T> parameters_;
    std::vector<HeadMemory<T>> heads_;  // of all layers
    TransformerPass<T> pass_;           // of one column, written over
    std::size_t size_ = 0;
    arma::Col<T> scores_;  // vocabulary × 1
};
// [snip:key-value-cache]

/// \brief The first token that a model of this context still sees, of so many.
///
/// 0 as long as all fit; then, by halves of the context, as late as it must be: the
/// model sees half a context at least, and its places count from there.
// [snip:first-seen]
std::size_t first_seen(std::size_t tokens, std::size_t context);
// [snip:first-seen]

/// \brief The scores of what comes next, without a cache: all that is seen is read
/// again.
// [snip:scores-anew]
template <class T>
arma::Col<T> scores_anew(const Transformer<T>& model, std::span<const T> parameters,
                         std::span<const Token> tokens);
// [snip:scores-anew]

/// \brief A text that grows without end, and the scores of its next token.
///
/// Where the context ends, the half that came first is forgotten, and the other
/// read anew as a beginning: see first_seen().
// [snip:growing-text]
template <class T>
class GrowingText {
public:
    /// \brief Throws as KeyValueCache.
    GrowingText(const Transformer<T>& model, std::span<const T> parameters)
        : cache_(model, parameters), context_(model.shape().context) {}

    const std::vector<Token>& tokens() const { return tokens_; }

    /// \brief Puts tokens at the end of the text.
    void append(std::span<const Token> tokens) {
        tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
    }

    /// \brief The scores of what comes next. Throws as KeyValueCache::begin().
    const arma::Col<T>& scores();

private:
    KeyValueCache<T> cache_;
    std::size_t context_;
    std::size_t first_ = 0;  // the token that the cache begins with
    std::vector<Token> tokens_;
};
// [snip:growing-text]

}  // namespace nn
