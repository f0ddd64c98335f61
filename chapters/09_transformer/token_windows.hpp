/// \file
/// \brief Pieces of a text to learn from, at places drawn by chance.
#pragma once

#include <cstddef>
#include <cstdint>

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
    std::size_t first(std::uint64_t number) const;
};
// [snip:window-places]

}  // namespace nn
