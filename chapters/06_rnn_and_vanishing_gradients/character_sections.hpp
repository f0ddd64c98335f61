/// \file
/// \brief The sections of chapter 6's program on real text.
#pragma once

#include <vector>

#include "character_study.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief How many bits a character costs a model that counts.
// [snip:character-sections]
struct CountedBits {
    std::size_t symbols = 0;   ///< that it counted
    std::vector<double> bits;  ///< held out, by the orders 0 … 6
};

/// \brief The text, and what counting makes of it: with all of the text, and with
/// parts of it. The last one is the whole.
std::vector<CountedBits> show_counting(const CharacterText& text, Report& report);

/// \brief The network's way down, beside the counts.
void show_learning(const CharacterStudy& study,
                   const std::vector<CountedBits>& counted, Report& report);

/// \brief What the model writes: before, half-way, and at three temperatures after.
void show_samples(const CharacterStudy& study, Report& report);

/// \brief A number of the state that follows something readable, if there is one.
void show_readable_cell(const CharacterStudy& study, Report& report);

/// \brief The same training with one, two and three threads.
void show_threads(const Options& options, const CharacterStudy& study,
                  Report& report);

/// \brief Two models, one of which never begins with an empty state.
void show_empty_states(const Options& options, const CharacterText& text,
                       Report& report);
// [snip:character-sections]

}  // namespace nn
