/// \file
/// \brief Exercise 6.6, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief What was counted in a text over the symbols 0 … n − 1.
struct PairCounts {
    std::vector<double> times;               // times[a]: a is in the text
    std::vector<std::vector<double>> pairs;  // pairs[a][b]: b comes right after a
};

/// \brief The probability of `next` right after `before`, by Witten and Bell.
///
/// Where anything came after `before`: (pairs + kinds · shorter) / (followed +
/// kinds), with the number of times that anything did (followed), the number of
/// different symbols that did (kinds), and the probability of `next` without
/// looking back (shorter). Where nothing did: shorter. `shorter` itself is made in
/// the same way, of the times of the symbols, with 1/n in the place of what is
/// shorter still.
double after_symbol(const PairCounts& counts, std::size_t before, std::size_t next);

}  // namespace nn::exercise
