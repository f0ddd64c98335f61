/// \file
/// \brief Lines whose hidden word can be told from the word before it.
#pragma once

#include <vector>

#include "gap_reading.hpp"

namespace small_text {

inline constexpr std::size_t vocabulary = 12;
inline constexpr nn::Answers answers{6, 6};

/// \brief Words 0 to 5 at random, each followed by its own answer, 6 to 11.
inline std::vector<nn::TokenLine> lines(std::size_t count, std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<nn::TokenLine> all(count);
    for (nn::TokenLine& line : all)
        for (int pair = 0; pair < 4; ++pair) {
            const auto word = static_cast<nn::Token>(rng.integer(0, 6));
            line.push_back(word);
            line.push_back(word + 6);
        }
    return all;
}

/// \brief A model of these lines, its vectors one of 1 for each word.
inline nn::GapModel model(nn::ContextKind kind, std::uint32_t seed = 1) {
    nn::Rng rng(seed);
    return {{kind, vocabulary, 2, 3},
            answers,
            arma::fmat(vocabulary, vocabulary, arma::fill::eye) * 3.0F,
            rng};
}

}  // namespace small_text
