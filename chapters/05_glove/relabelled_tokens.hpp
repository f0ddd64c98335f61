/// \file
/// \brief A text in which some occurrences of a word become another word.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief For a word, what its occurrences become: the first one the first label,
/// and so on; after the last label the first one again.
// [snip:relabelled-tokens]
using Relabelling = std::unordered_map<Token, std::vector<Token>>;

/// \brief Reads another stream and relabels it. The stream must outlive this.
class RelabelledTokens final : public TokenStream {
public:
    /// \brief Throws std::invalid_argument if a word has no label.
    RelabelledTokens(TokenStream& source, Relabelling labels);

    void rewind() override;
    std::size_t read(std::span<Token> out) override;

private:
    TokenStream& source_;
    Relabelling labels_;
    std::unordered_map<Token, std::size_t> seen_;
};
// [snip:relabelled-tokens]

}  // namespace nn
