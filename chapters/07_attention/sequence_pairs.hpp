/// \file
/// \brief Sequences, and what each of them should become.
#pragma once

#include <cstddef>
#include <vector>

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

}  // namespace nn
