/// \file
/// \brief Models of earlier chapters on the same text.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/io/program.hpp"
#include "transformer_text.hpp"

namespace nn {

/// \brief Bits a character that others pay for the held-out text.
// [snip:character-peers]
struct CharacterPeers {
    std::vector<double> counted;      ///< by counts of 0 … 6 characters
    double lstm = 0.0;                ///< chapter 6's, after its own training
    double lstm_seconds = 0.0;        ///< of that training
    std::size_t lstm_characters = 0;  ///< that it read; 0: left out
};

/// \brief Counts, and trains chapter 6's LSTM as its program does by default; a
/// tenth of it if the run is to be quick. A text that is too short for a step of it
/// leaves the LSTM out. The tokens must be characters.
CharacterPeers character_peers(const Options& options, const TransformerText& text);
// [snip:character-peers]

}  // namespace nn
