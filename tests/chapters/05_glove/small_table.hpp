/// \file
/// \brief A table to learn in tests.
#pragma once

#include <cmath>
#include <cstring>
#include <vector>

#include "nn/cooccurrence.hpp"
#include "nn/rng.hpp"

namespace small_table {

/// \brief A text in which every third word depends on the one before.
inline std::vector<nn::Token> text(std::size_t words, std::uint64_t vocabulary,
                                   std::uint32_t seed = 5) {
    nn::Rng rng(seed);
    std::vector<nn::Token> tokens(words);
    for (std::size_t i = 0; i < words; ++i) {
        const auto draw =
            static_cast<nn::Token>(rng.interval(rng.interval(vocabulary - 1)));
        const bool follows = i % 3 == 2 && tokens[i - 1] != nn::line_end;
        tokens[i] = draw;
        if (follows)
            tokens[i] =
                static_cast<nn::Token>((tokens[i - 1] * 7 + 1) % vocabulary);
        if (i % 100 == 99) tokens[i] = nn::line_end;
    }
    return tokens;
}

/// \brief The table of that text.
inline std::vector<nn::Cell> cells(std::size_t words, std::uint64_t vocabulary,
                                   std::uint32_t seed = 5) {
    nn::TokenArray tokens(text(words, vocabulary, seed));
    return nn::count_pairs(tokens, {});
}

/// \brief Whether two matrices have the same shape and the same bytes.
template <class Matrix>
bool same_bytes(const Matrix& a, const Matrix& b) {
    return a.n_rows == b.n_rows && a.n_cols == b.n_cols &&
           std::memcmp(a.memptr(), b.memptr(), a.n_elem * sizeof(*a.memptr())) == 0;
}

}  // namespace small_table
