/// \file
/// \brief Exercise 4.4, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief The word that completes "a is to b as c is to …", by 3CosMul.
///
/// `words` has a vector for each word, of any length but 0. With m(x, y) = (1 + the
/// cosine of x and y)/2, a word x scores m(x, b) · m(x, c) / (m(x, a) + 0.001). The
/// answer is the word with the largest score, a, b and c left out; of equal scores
/// the word that stands first. There are at least four words.
std::size_t answer_by_multiplying(const std::vector<std::vector<double>>& words,
                                  std::size_t a, std::size_t b, std::size_t c);

}  // namespace nn::exercise
