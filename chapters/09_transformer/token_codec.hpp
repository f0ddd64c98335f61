/// \file
/// \brief Text as tokens, whichever kind they are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "byte_pairs.hpp"
#include "nn/alphabet.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief What a language model reads and writes: numbers from 0 on for a text.
// [snip:token-codec]
class TokenCodec {
public:
    virtual ~TokenCodec() = default;

    virtual std::size_t size() const = 0;

    /// \brief Throws std::invalid_argument for a text that has no tokens here.
    virtual std::vector<Token> encode(std::string_view text) const = 0;

    /// \brief The text of tokens. Throws std::invalid_argument for a number that is
    /// no token.
    virtual std::string decode(std::span<const Token> tokens) const = 0;
};
// [snip:token-codec]

/// \brief A token a character; a character that was never learned has none.
// [snip:character-codec]
class CharacterCodec final : public TokenCodec {
public:
    explicit CharacterCodec(Alphabet alphabet) : alphabet_(std::move(alphabet)) {}

    std::size_t size() const override { return alphabet_.size(); }

    std::vector<Token> encode(std::string_view text) const override {
        return alphabet_.encode(text);
    }

    std::string decode(std::span<const Token> tokens) const override {
        return alphabet_.decode(tokens);
    }

private:
    Alphabet alphabet_;
};
// [snip:character-codec]

/// \brief Cuts a text into pieces that together are the text.
// [snip:byte-pair-codec]
using PieceCutter = std::vector<std::string_view> (*)(std::string_view text);

/// \brief Tokens of one or more bytes, none of which reaches over the end of a
/// piece. Every text has tokens.
class BytePairCodec final : public TokenCodec {
public:
    BytePairCodec(BytePairs pairs, PieceCutter cut)
        : pairs_(std::move(pairs)), cut_(cut) {}

    const BytePairs& pairs() const { return pairs_; }

    std::size_t size() const override { return pairs_.size(); }

    /// \brief Each different piece is encoded once.
    std::vector<Token> encode(std::string_view text) const override;

    std::string decode(std::span<const Token> tokens) const override {
        return pairs_.decode(tokens);
    }

private:
    BytePairs pairs_;
    PieceCutter cut_;
};
// [snip:byte-pair-codec]

}  // namespace nn
