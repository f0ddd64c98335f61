/// \file
/// \brief Exercise 4.1, what is to be written.
#pragma once

#include <span>

namespace nn::exercise {

/// \brief The chance that an occurrence of a word stays in the text.
///
/// `count` of the `total` words of the text are this word, so f = count / total is
/// its share. The chance is √(t/f) + t/f, and at most 1; t is `sample`, and with
/// sample 0 every word stays.
double keep_probability(double count, double total, double sample);

/// \brief The share of the whole text that stays, on average.
///
/// `counts` holds how often each word of the vocabulary occurs; the text is all of
/// these occurrences.
double share_left(std::span<const double> counts, double sample);

}  // namespace nn::exercise
