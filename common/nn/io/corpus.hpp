/// \file
/// \brief The real text that the chapters learn from.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nn {

/// \brief A text as a list of lines: verses of the Bible, or the lines of the
/// reader's file.
// [snip:corpus-declared]
struct Corpus {
    std::string name;                  ///< what the program calls it
    std::vector<std::string> labels;   ///< "Ge1:1" for a verse, "no. 1" in a file
    std::vector<std::string> lines;    ///< the texts, none of them blank
    std::array<std::string, 2> parts;  ///< the names of its two parts
    std::size_t second_part = 0;       ///< the line that opens the second one
};

/// \brief Calls `use` with the label and the text of each verse of the King James
/// Bible: "Ge1:1", "In the beginning …".
///
/// Asks the program `bible` of Debian's package bible-kjv. Throws InputError with
/// the command that installs it if it is missing.
void for_each_verse(
    const std::function<void(std::string_view label, std::string_view text)>& use);

/// \brief The King James Bible, a verse a line: label "Ge1:1", text "In the
/// beginning …".
///
/// Its parts are the Old and the New Testament. Throws like for_each_verse().
Corpus king_james_bible();

/// \brief The lines of a UTF-8 file of at most 1 GiB.
///
/// Its parts are the first and the second half of the lines. Throws InputError if
/// it cannot be read, is not UTF-8 or has no line.
Corpus corpus_from_file(const std::string& path);
// [snip:corpus-declared]

}  // namespace nn
