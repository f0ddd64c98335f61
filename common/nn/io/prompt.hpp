/// \file
/// \brief What a language model is asked to go on with.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief A text as tokens, or std::invalid_argument.
// [snip:prompt-declared]
using PromptEncoder = std::function<std::vector<Token>(std::string_view)>;

/// \brief The tokens of a prompt.
///
/// Throws InputError, which names --prompt and the place, for bytes that are not
/// UTF-8 and for what `encode` refuses.
std::vector<Token> prompt_tokens(const std::string& prompt,
                                 const PromptEncoder& encode);
// [snip:prompt-declared]

}  // namespace nn
