/// \file
/// \brief Pieces of a text to learn from, at places drawn by chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief Where the windows of a training lie: the place of window number `number`
/// in a text is known without a look at those before.
// [snip:window-places]
struct WindowPlaces {
    std::uint32_t seed = 0;
    std::size_t tokens = 0;  ///< of the text
    std::size_t length = 1;  ///< of a window; the text has one token more, or many

    /// \brief Its first token: uniform among those that leave room for a window and
    /// the token behind it.
    /// \implements{window-place}
    ///
    /// Error: 0.
    std::size_t first(std::uint64_t number) const;
};
// [snip:window-places]

/// \brief Tokens to read, one window behind the other, and what comes after each.
// [snip:token-windows]
struct TokenWindows {
    std::vector<Token> read, next;

    /// \brief Appends the window that begins at `first`.
    void add(std::span<const Token> text, std::size_t first, std::size_t length);
};
// [snip:token-windows]

}  // namespace nn
