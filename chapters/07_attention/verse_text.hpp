/// \file
/// \brief The text whose words are hidden and guessed, and chapter 4's vectors of
/// its words.
#pragma once

#include <armadillo>
#include <string>
#include <vector>

#include "gap_reading.hpp"
#include "nn/io/program.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief Lines as numbers of words: to learn from, and to judge by.
// [snip:verse-text]
struct VerseText {
    std::string name;
    Vocabulary vocabulary;  ///< the words that occur 5 times in the training lines
    std::vector<TokenLine> train, held_out;
    std::vector<std::string> labels;  ///< of the lines held out
    Answers answers;                  ///< the words that may be hidden
};

/// \brief The text that the options name: 80 % of its lines to learn from, 10 %
/// held out, in their order.
///
/// Never hidden are the 25 most common words, such as "the", and those beyond the
/// 1500 most common ones. Throws InputError if less than 100 words occur 5 times in
/// the lines to learn from, or if there is nothing to hide in those held out.
VerseText verse_text(const Options& options);

/// \brief Chapter 4's vectors, trained on the lines to learn from, 64 numbers a
/// word; scaled to a length of 4 on average.
arma::fmat vectors_of(const VerseText& text, const Options& options);
// [snip:verse-text]

}  // namespace nn
