/// \file
/// \brief The text of chapter 9 as tokens.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "nn/io/split_text.hpp"
#include "token_codec.hpp"
#include "transformer_options.hpp"

namespace nn {

/// \brief A text in two parts, as it stands and as tokens.
// [snip:transformer-text]
struct TransformerText {
    SplitText parts;
    std::shared_ptr<const TokenCodec> codec;
    std::vector<Token> train, held_out;
};

/// \brief The text that the options name. Without --split its parts are those of
/// split_text(), with 60,000 bytes to judge by.
///
/// Throws InputError if a part is not longer than the longest context, or if there
/// are more different characters than an alphabet takes.
TransformerText transformer_text(const Options& options,
                                 const TransformerOptions& transformer);

/// \brief The same parts as other tokens.
TransformerText retokenised(const SplitText& parts, bool byte_pairs,
                            std::size_t vocabulary);

/// \brief How many characters a UTF-8 text has.
std::size_t character_count(std::string_view text);

/// \brief The first line to judge by that has something in it, if any has.
std::string_view first_unseen_line(const TransformerText& text);

/// \brief Bits a character of the held-out text, from the nats that a token costs.
double held_out_bits(const TransformerText& text, double nats);
// [snip:transformer-text]

}  // namespace nn
