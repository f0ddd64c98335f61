/// \file
/// \brief Guessing the next symbol by counting: what a network has to beat.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief Witten and Bell's share for a symbol: the counts' own, and the rest by a
/// shorter context.
/// \implements{witten-bell}
///
/// `count` is how often the symbol followed the context, `followed` how often
/// anything did, `kinds` how many different symbols did, `shorter` the probability
/// by the context without its oldest symbol. Source: Witten and Bell (1991), method
/// C; Chen and Goodman (1999), section 2.4. Domain: followed ≥ 1. Error: ≤ 2.5 ulp.
// [snip:witten-bell]
template <class T>
T witten_bell(const T& count, const T& followed, const T& kinds, const T& shorter) {
    return (count + kinds * shorter) / (followed + kinds);
}
// [snip:witten-bell]

/// \brief The mean of what a model pays for each symbol of a text, in bits.
/// \implements{bits-per-symbol}
///
/// Error for n symbols: ≤ n + 2 ulp of the mean size of the payments.
// [snip:bits-per-symbol]
class BitsPerSymbol {
public:
    /// \brief One more symbol, to which the model gave this probability.
    void see(double probability) { bits_ -= std::log2(probability), ++symbols_; }

    double mean() const { return bits_ / static_cast<double>(symbols_); }

private:
    double bits_ = 0.0;
    std::size_t symbols_ = 0;
};
// [snip:bits-per-symbol]

/// \brief How often each sequence of up to `order` symbols occurs in a text, as a
/// tree: a node is a sequence, its child the sequence with one more symbol.
// [snip:ngram-counts]
class NGramCounts {
public:
    struct Node {
        std::uint32_t count = 0;     ///< times in the text
        std::uint32_t followed = 0;  ///< times with a symbol after it
        std::uint32_t kinds = 0;     ///< different symbols after it
    };

    static constexpr std::uint32_t root = 0;  ///< the empty sequence
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    NGramCounts();

    const Node& node(std::uint32_t node) const { return nodes_[node]; }

    /// \brief The sequence with a symbol behind it, or none if it was never seen.
    std::uint32_t child(std::uint32_t node, Token symbol) const;

    /// \brief How often the symbol came after the node.
    std::uint32_t times(std::uint32_t node, Token symbol) const;

    /// \brief Counts the symbol after the node; returns the child.
    std::uint32_t add(std::uint32_t node, Token symbol);

private:
    struct Slot {
        std::uint32_t parent = none, symbol = 0, child = none;
    };
    std::size_t slot_of(std::uint32_t parent, Token symbol) const;
    void grow();

    std::vector<Node> nodes_;
    std::vector<Slot> slots_;  ///< a hash table of all children
    int shift_;
};
// [snip:ngram-counts]

/// \brief An interpolated n-gram model: every order from 1 to n at once.
///
/// Order 0 takes all symbols as equally likely; order k looks at k − 1 symbols
/// before the next one and mixes in order k − 1 by witten_bell(). A context that
/// training never saw leaves the shorter one's word as it is. So no probability is
/// 0, and those of all symbols sum to 1.
// [snip:ngram]
class NGram {
public:
    /// \brief Counts a text.
    ///
    /// Throws std::invalid_argument unless 1 ≤ order ≤ 16, all symbols are below
    /// `symbols`, and there are at most 2²⁷.
    NGram(std::span<const Token> text, std::size_t symbols, std::size_t order);

    /// \brief The probability of `next` after a history, by the orders 0 … n.
    ///
    /// Where the history is shorter than an order asks for, the order makes do with
    /// what there is.
    std::vector<double> probabilities(std::span<const Token> history,
                                      Token next) const;

    /// \brief Bits per symbol of a text by the orders 0 … n, its beginning without
    /// a history.
    ///
    /// Throws std::invalid_argument for an empty text or an unknown symbol.
    std::vector<double> bits_per_symbol(std::span<const Token> text) const;

private:
    /// \brief The nodes of the last 0, 1 … n − 1 symbols; as many as there are.
    using Contexts = std::vector<std::uint32_t>;

    void require_symbols(std::span<const Token> text) const;
    void move_on(Contexts& contexts, Token symbol) const;
    void judge(const Contexts& contexts, Token next,
               std::vector<double>& probabilities) const;

    std::size_t symbols_, order_;
    NGramCounts counts_;
};
// [snip:ngram]

}  // namespace nn
