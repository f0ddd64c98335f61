/// \file
/// \brief What a trained character model can do: judge a text, go on with it, show
/// its states.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/character_model.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief What the model pays for a text, in bits a symbol.
///
/// The text is read at 32 places at once, from an empty state at each; what is left
/// over at its end is not judged. The result does not depend on the number of
/// threads. Throws std::invalid_argument for a text of fewer than 33 symbols.
// [snip:bits-of-text]
double bits_of_text(const CharacterModel& model, std::span<const Token> text,
                    unsigned threads);
// [snip:bits-of-text]

/// \brief Draws `count` symbols, each with the probabilities that the model gives
/// after all before it.
///
/// Begins with an empty state, which reads the beginning. Throws
/// std::invalid_argument for an empty beginning and for a temperature that is not
/// above 0 and finite.
// [snip:go-on]
std::vector<Token> go_on(const CharacterModel& model,
                         std::span<const Token> beginning, std::size_t count,
                         double temperature, Rng& rng);
// [snip:go-on]

/// \brief The states of the top layer after each symbol of a text: units × symbols.
///
/// Of an LSTM the cell states, of the others the hidden ones. Throws
/// std::invalid_argument for an empty text.
// [snip:states-along]
arma::fmat states_along(const CharacterModel& model, std::span<const Token> text);
// [snip:states-along]

}  // namespace nn
