/// \file
/// \brief A text that comes in blocks, cut into words and lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace nn {

/// \brief Takes the words of a text, one after the other; an empty one ends a line.
// [snip:word-cutter-declared]
using WordHandler = std::function<void(std::string_view word)>;

/// \brief The longest word of a text, in bytes of UTF-8.
inline constexpr std::size_t longest_word = 4096;

/// \brief Cuts a text that comes in blocks into its words, as words_of() would, and
/// its lines.
///
/// Keeps no more than one block and the piece of a line before it. A line of any
/// length will do, one without spaces too: ICU then sees a block at a time. Throws
/// InputError at bytes that are not UTF-8 and at a word of more than longest_word
/// bytes; both name the line.
class WordCutter {
public:
    /// \brief `name` is the text that messages name.
    WordCutter(std::string name, WordHandler use);

    /// \brief The next bytes; a block may end in the middle of a character.
    void feed(std::string_view block);

    /// \brief There are no more: the last line ends here.
    void finish();

private:
    void fold(bool last);
    void cut(bool last);
    std::size_t cut_line(std::string_view part, bool whole);
    void use_word(std::string_view word);

    std::string name_;
    WordHandler use_;
    std::string raw_;  ///< bytes not looked at yet: at most a part of a character
    std::string folded_;  ///< the piece of a line that waits for its end
    std::uint64_t byte_ = 0, feeds_ = 0;  ///< before raw_: bytes, line feeds
    std::uint64_t line_ = 1;              ///< where folded_ begins
};
// [snip:word-cutter-declared]

}  // namespace nn
