/// \file
/// \brief A text in two parts: one to learn from, one to judge by.
#pragma once

#include <cstddef>
#include <string>

#include "nn/alphabet.hpp"
#include "nn/io/program.hpp"

namespace nn {

/// \brief Lines of a text, each with its end.
// [snip:split-text-declared]
struct SplitText {
    std::string name;
    std::string train, held_out;
};

/// \brief The text that the options name. 80 % of the lines in their order are
/// there to learn from; of the last 10 %, as many are held out as make some
/// `judged` bytes.
SplitText split_text(const Options& options, std::size_t judged);

/// \brief The alphabet of a text. Throws InputError, which names the text, for more
/// different characters than an alphabet takes.
Alphabet alphabet_of(const std::string& name, const std::string& text);
// [snip:split-text-declared]

}  // namespace nn
