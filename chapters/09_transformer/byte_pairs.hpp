/// \file
/// \brief Text as tokens of one or more bytes, joined two by two.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief Two tokens, side by side.
// [snip:token-pair]
struct TokenPair {
    Token left, right;
    auto operator<=>(const TokenPair&) const = default;
};

struct TokenPairHash {
    std::size_t operator()(const TokenPair& pair) const {
        const std::uint64_t both = std::uint64_t{pair.left} << 32 | pair.right;
        return both * 0x9E3779B97F4A7C15 >> 16;  // 2⁶⁴ / golden ratio
    }
};

template <class Value>
using ByTokenPair = std::unordered_map<TokenPair, Value, TokenPairHash>;
// [snip:token-pair]

/// \brief A pair becomes one token, `whole`, which stands for the bytes of both.
// [snip:byte-merge]
struct ByteMerge {
    TokenPair pair;
    Token whole;
    bool operator==(const ByteMerge&) const = default;
};
// [snip:byte-merge]

/// \brief Makes each such pair of a word one token, from left to right; what has
/// been joined is not looked at again.
/// \implements{bpe-merge}
///
/// Calls `became(old, new)` for each pair that it makes of one with a neighbour.
/// Source: Sennrich, Haddow and Birch (2016), section 3.2. Error: 0.
// [snip:merge-pair]
template <class Became>
void merge_pair(std::vector<Token>& word, const ByteMerge& merge, Became became) {
    const auto& [pair, whole] = merge;
    std::size_t end = 0;  // of what is done: word[0 … end)
    for (std::size_t i = 0; i < word.size(); ++i, ++end) {
        word[end] = word[i];
        if (i + 1 == word.size() || TokenPair{word[i], word[i + 1]} != pair)
            continue;
        word[end] = whole;  // … x left right y … → … x whole y …
        if (end > 0) became({word[end - 1], pair.left}, {word[end - 1], whole});
        if (++i + 1 < word.size())
            became({pair.right, word[i + 1]}, {whole, word[i + 1]});
    }
    word.resize(end);
}
// [snip:merge-pair]

/// \brief A vocabulary of tokens that are bytes, and the merges that make the
/// longer ones, the first merge first.
///
/// Every string of bytes has tokens, and comes back from them as it was.
// [snip:byte-pairs]
class BytePairs {
public:
    /// \brief The 256 bytes, each with its own value as token, and no merges.
    BytePairs();

    /// \brief A vocabulary from elsewhere, token k with the bytes `tokens[k]`, and
    /// no merges yet. Tokens that no merge makes are never encoded.
    ///
    /// Throws std::invalid_argument unless no token is empty, no two are equal and
    /// each byte has a token.
    explicit BytePairs(std::vector<std::string> tokens);

    /// \brief Appends a merge, and its token if the vocabulary lacks it.
    /// \return The token of the bytes of both.
    ///
    /// Throws std::invalid_argument for a token that is neither a byte nor made by
    /// a merge before, and for a pair that has a merge.
    Token add_merge(const TokenPair& pair);

    std::size_t size() const { return tokens_.size(); }
    const std::vector<ByteMerge>& merges() const { return merges_; }

    /// \brief The bytes of a token.
    const std::string& bytes(Token token) const { return tokens_.at(token); }

    /// \brief The token of these bytes, if the vocabulary has one.
    std::optional<Token> find(const std::string& bytes) const;

    /// \brief The merges' work on one piece of text, as if each in its turn joined
    /// all its pairs. Time: n log n for n bytes.
    std::vector<Token> encode(std::string_view piece) const;

    /// \brief The bytes again. Throws std::invalid_argument for a number that is no
    /// token.
    std::string decode(std::span<const Token> tokens) const;

private:
    std::string whole_of(const TokenPair& pair) const;

    std::vector<std::string> tokens_;               ///< bytes by token
    std::unordered_map<std::string, Token> found_;  ///< token by bytes
    std::array<Token, 256> byte_tokens_{};
    std::vector<bool> is_made_;      ///< by token: a byte, or whole of a merge
    std::vector<ByteMerge> merges_;  ///< by rank
    ByTokenPair<std::uint32_t> ranks_;
};
// [snip:byte-pairs]

}  // namespace nn
