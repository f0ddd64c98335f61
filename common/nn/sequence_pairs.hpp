/// \file
/// \brief Sequences, and what each of them should become.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Sequences of one length, and their answers of one length.
///
/// Number t B + s is symbol t of sequence s, as in a RecurrentStack.
// [snip:sequence-pairs]
struct SequencePairs {
    std::size_t sequences = 0;    ///< B
    std::vector<Token> source{};  ///< T B
    std::vector<Token> target{};  ///< U B

    std::size_t source_length() const { return source.size() / sequences; }
    std::size_t target_length() const { return target.size() / sequences; }
};
// [snip:sequence-pairs]

/// \brief Throws std::invalid_argument unless so many symbols are whole sequences.
// [snip:require-sequences]
inline void require_sequences(const char* where, std::size_t symbols,
                              std::size_t sequences) {
    if (sequences > 0 && symbols > 0 && symbols % sequences == 0) return;
    require(
        false, where,
        std::to_string(symbols) + " symbols of " + std::to_string(sequences) +
            " sequences; give at least 1 sequence, and as many symbols of each");
}
// [snip:require-sequences]

/// \brief Symbols in the order of SequencePairs, a sequence after the other.
// [snip:sequence-by-sequence]
inline std::vector<Token> by_sequence(std::span<const Token> symbols,
                                      std::size_t sequences) {
    std::vector<Token> ordered;
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t i = s; i < symbols.size(); i += sequences)
            ordered.push_back(symbols[i]);
    return ordered;
}
// [snip:sequence-by-sequence]

}  // namespace nn
