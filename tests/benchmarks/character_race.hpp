/// \file
/// \brief The training that our side and PyTorch begin from the same weights, in
/// chapter 6's race and in the test of its losses.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/character_trainer.hpp"

namespace race {

inline constexpr std::size_t symbols = 65, hidden = 128, layers = 2;

/// \brief Steps whose losses are compared; after more of them rounding differs by a
/// digit more.
inline constexpr std::size_t compared_steps = 3;

inline constexpr nn::CharacterTraining training{.sequences = 50,
                                                .steps = 50,
                                                .chunks = 1000,
                                                .learning_rate = 0.001,
                                                .longest_gradient = 0.25,
                                                .threads = 2};

/// \brief What NumPy's RandomState(43).randint(65, size=n) gives.
inline std::vector<nn::Token> text() {
    std::vector<nn::Token> tokens(50 * 50 * 8 + 1);
    nn::Rng rng(43);
    for (nn::Token& token : tokens)
        token = static_cast<nn::Token>(rng.integer(0, symbols));
    return tokens;
}

/// \brief The weights are those that the peer draws from RandomState(42).
inline nn::CharacterModel model(nn::CellKind cell) {
    nn::Rng rng(42);
    return {{cell, symbols, hidden, layers, 0.0}, rng};
}

}  // namespace race
