/// \file
/// \brief Does one number of a state follow something that a reader can name?
#pragma once

#include <armadillo>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nn {

/// \brief Something that can be said of each place of a text by a number.
// [snip:reading-clock]
struct ReadingClock {
    std::string name;
    arma::vec values;  ///< one a character
};

/// \brief How far each character is from where something began: the line, the word,
/// the last comma; and whether it is within a word.
///
/// `characters` has one of each place of the text; a new line is '\n'.
std::vector<ReadingClock> reading_clocks(const std::vector<char32_t>& characters);
// [snip:reading-clock]

/// \brief The unit whose state follows one of the clocks best.
// [snip:readable-unit]
struct ReadableUnit {
    std::size_t unit = 0, clock = 0;
    double correlation = 0.0;  ///< may be negative: the state runs backwards
};

/// \brief Looks at every pair, by the correlation of states and clock; a state that
/// never changes follows nothing.
///
/// `states` is units × places. Throws std::invalid_argument where the lengths
/// differ.
ReadableUnit most_readable(const arma::fmat& states,
                           const std::vector<ReadingClock>& clocks);

/// \brief The correlation of one unit's states with one clock; 0 if either never
/// changes.
double correlation_with(const arma::fmat& states, std::size_t unit,
                        const ReadingClock& clock);
// [snip:readable-unit]

}  // namespace nn
