/// \file
/// \brief A stream of words, line by line.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief Calls use(line) for each line of the stream, from its beginning.
// [snip:for-each-token-line]
template <class Use>
void for_each_token_line(TokenStream& tokens, Use use) {
    std::vector<Token> piece(1 << 16), line;
    tokens.rewind();
    for (std::size_t n = tokens.read(piece); n > 0; n = tokens.read(piece))
        for (const Token token : std::span(piece).first(n)) {
            if (token != line_end) {
                line.push_back(token);
                continue;
            }
            use(std::span<const Token>(line));
            line.clear();
        }
    if (!line.empty()) use(std::span<const Token>(line));
}
// [snip:for-each-token-line]

}  // namespace nn
