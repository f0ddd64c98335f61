/// \file
/// \brief A text whose words were joined and split on purpose, and learnt again.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "relabelled_tokens.hpp"
#include "study.hpp"

namespace nn {

/// \brief A word that half of the occurrences of two others, or some of them, have
/// become.
// [snip:sense-study]
struct Mixture {
    Token first, second, joint;
};

/// \brief A word and what a part of its occurrences has become.
struct Halves {
    Token one, other;
};

/// \brief A word split by company: a third of it is left whole.
struct Split {
    Token whole, first, second;
    bool several_senses;
    std::array<double, 2> bible{};  ///< what of each part stands there, as a share
};

/// \brief What was done to the text, and what was learnt from it then.
struct SenseStudy {
    std::vector<Mixture> equal, unequal;  ///< 1 : 1, and 3 : 1
    std::vector<Halves> halves;           ///< one word under two names
    std::vector<Split> splits;
    bool two_books = false;          ///< the Bible first, then WordNet
    std::vector<std::string> names;  ///< of all words, new ones too
    Relabelling labels;
    arma::fmat vectors;  // d × all words: w
};

/// \brief Joins and splits common words, then learns their table anew.
SenseStudy learn_senses(const Options& options, const GloveStudy& study);
// [snip:sense-study]

}  // namespace nn
