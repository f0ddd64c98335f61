/// \file
/// \brief A text as numbers, read from the front as often as one likes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace nn {

/// \brief A word: its index in the vocabulary, 0 for the most common one.
// [snip:tokens]
using Token = std::uint32_t;

/// \brief Ends a line of the text: no context window reaches over it.
inline constexpr Token line_end = 0xFFFFFFFF;

/// \brief A text that need not fit into memory: it is read piece by piece.
class TokenStream {
public:
    virtual ~TokenStream() = default;

    /// \brief Goes back to the first token.
    virtual void rewind() = 0;

    /// \brief Fills `out` from its front with the tokens that come next.
    /// \return How many they are; fewer than `out` holds only at the end of the
    /// text.
    virtual std::size_t read(std::span<Token> out) = 0;
};
// [snip:tokens]

/// \brief A text that is in memory.
// [snip:token-array]
class TokenArray final : public TokenStream {
public:
    explicit TokenArray(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    void rewind() override { next_ = 0; }

    std::size_t read(std::span<Token> out) override {
        const std::size_t n = std::min(out.size(), tokens_.size() - next_);
        std::copy_n(tokens_.data() + next_, n, out.begin());
        next_ += n;
        return n;
    }

private:
    std::vector<Token> tokens_;
    std::size_t next_ = 0;
};
// [snip:token-array]

}  // namespace nn
