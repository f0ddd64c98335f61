/// \file
/// \brief The text of chapter 6 and the model that learns its characters.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "character_options.hpp"
#include "nn/alphabet.hpp"
#include "nn/character_model.hpp"
#include "nn/io/program.hpp"

namespace nn {

/// \brief A text as symbols: most verses to learn from, some to judge by.
// [snip:character-text]
struct CharacterText {
    std::string name;
    Alphabet alphabet;  ///< of all the text
    std::vector<Token> train, held_out;
};

/// \brief The text that the options name, each line with its end. 80 % of the lines
/// in their order are there to learn from; of the last 10 % as many are held out as
/// make some 60,000 symbols.
///
/// Throws InputError if either is too short for one step of training, or if there
/// are more different characters than an alphabet takes.
CharacterText character_text(const Options& options);
// [snip:character-text]

/// \brief The steps of the whole training that the options ask for.
// [snip:steps-asked-declared]
std::size_t steps_asked(const Options& options, const CharacterOptions& character,
                        const CharacterText& text);
// [snip:steps-asked-declared]

/// \brief How well the model foretold after some of its steps.
// [snip:curve-point]
struct CurvePoint {
    std::size_t symbols;  ///< read so far
    double learning;  ///< bits a symbol, mean since the point before; 0 at first
    double held_out;  ///< bits a symbol
};

/// \brief A sample and the moment it was drawn at.
struct CharacterSample {
    std::string when;
    std::string text;
};

/// \brief A model and its history.
struct CharacterStudy {
    CharacterText text;
    CharacterModel model;
    std::vector<CurvePoint> curve;
    std::vector<CharacterSample> samples;  ///< before and during training
    std::string prompt;                    ///< what the samples begin with
    double seconds = 0.0;                  ///< of training alone
};

/// \brief Trains the model, after require_trainable(). Throws InputError if the
/// loss is not finite.
CharacterStudy learn_characters(const Options& options,
                                const CharacterOptions& character,
                                CharacterText text);

/// \brief The prompt, or a new line, and `count` characters that the model draws.
std::string sample_text(const CharacterStudy& study, std::size_t count,
                        double temperature);
// [snip:curve-point]

}  // namespace nn
