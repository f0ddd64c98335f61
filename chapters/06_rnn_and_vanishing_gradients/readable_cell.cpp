#include "readable_cell.hpp"

#include <cmath>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:places-since]
/// \brief At each place, how many places ago the last of the characters was.
arma::vec places_since(const std::vector<char32_t>& characters,
                       std::u32string_view marks) {
    arma::vec since(characters.size());
    double ago = 0.0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const bool is_mark = marks.find(characters[i]) != marks.npos;
        ago = is_mark ? 0.0 : ago + 1.0;
        since[i] = ago;
    }
    return since;
}
// [snip:places-since]

}  // namespace

// [snip:reading-clocks]
std::vector<ReadingClock> reading_clocks(const std::vector<char32_t>& characters) {
    const arma::vec line = places_since(characters, U"\n");
    const arma::vec word = places_since(characters, U" \n");
    return {
        {"places since the line began", line},
        {"their logarithm", arma::log1p(line)},
        {"places since the word began", word},
        {"places since a comma or a stop", places_since(characters, U",.:;?!\n")},
        {"the space between words", arma::conv_to<arma::vec>::from(word == 0.0)}};
}
// [snip:reading-clocks]

// [snip:correlation-with]
double correlation_with(const arma::fmat& states, std::size_t unit,
                        const ReadingClock& clock) {
    require(states.n_cols == clock.values.n_elem, "correlation_with",
            std::to_string(states.n_cols) + " states and " +
                std::to_string(clock.values.n_elem) +
                " values of a clock; the lengths must agree");
    const arma::vec row = arma::conv_to<arma::vec>::from(states.row(unit).t());
    const double r = arma::as_scalar(arma::cor(row, clock.values));
    return std::isfinite(r) ? r : 0.0;
}

ReadableUnit most_readable(const arma::fmat& states,
                           const std::vector<ReadingClock>& clocks) {
    ReadableUnit best;
    for (std::size_t unit = 0; unit < states.n_rows; ++unit)
        for (std::size_t clock = 0; clock < clocks.size(); ++clock) {
            const double r = correlation_with(states, unit, clocks[clock]);
            if (std::abs(r) > std::abs(best.correlation)) best = {unit, clock, r};
        }
    return best;
}
// [snip:correlation-with]

}  // namespace nn
