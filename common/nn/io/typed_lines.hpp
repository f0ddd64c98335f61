/// \file
/// \brief Lines that a person types, and answers to them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace nn {

/// \brief Whether standard input is a terminal, where a person may type.
// [snip:typed-lines-declared]
bool person_may_type();

/// \brief Prints the greeting, and calls `answer`, which prints, with each line of
/// standard input until one is blank, or until Ctrl-D or Ctrl-C.
void answer_typed(const std::string& greeting,
                  const std::function<void(std::string_view line)>& answer);
// [snip:typed-lines-declared]

}  // namespace nn
