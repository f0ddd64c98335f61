/// \file
/// \brief What the sections of chapter 4 share: the text, its synonyms, and how
/// they train.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "nn/io/program.hpp"
#include "nn/io/synsets.hpp"
#include "nn/io/token_corpus.hpp"
#include "nn/synonym_score.hpp"
#include "nn/word2vec.hpp"
#include "text_part.hpp"

namespace nn {

/// \brief The text that the program was started with.
// [snip:study-declared]
struct Study {
    Options options;
    TokenCorpus corpus;
    std::vector<Synset>
        synsets;           ///< none where WordNet is not needed and not there
    SynonymTask synonyms;  ///< of the corpus's vocabulary; may be empty
};

/// \brief Reads the text and WordNet. Throws InputError if fewer than a hundred
/// words occur five times, or these are fewer than 5,000 in all.
Study read_study(const Options& options);

/// \brief Throws InputError: there is too little in the text for this chapter.
[[noreturn]] void refuse_short_text(const Study& study);

/// \brief The lines of a part of the text, every tenth held out.
///
/// Refuses the text if no word occurs `min_count` times in the nine lines, or if no
/// tenth line holds two of these words.
HeldOutText held_out_of(const Study& study, std::span<const Token> part,
                        double min_count);

/// \brief The same for the beginning of the text, at most so many words.
HeldOutText part_of(const Study& study, std::size_t most, double min_count);

/// \brief The synonyms that a vocabulary has.
SynonymTask synonyms_of(const Study& study, const Vocabulary& vocabulary);

/// \brief Few pairs of synonyms say little: then there are no scores and no claims
/// about them.
inline bool has_synonyms(const SynonymTask& task) {
    return task.synonyms.size() >= 100;
}

/// \brief Trains with a progress bar, on the threads of the options.
WordEmbedding trained(const std::string& title, const Study& study,
                      TokenStream& tokens, const Vocabulary& vocabulary,
                      Word2VecOptions options);

/// \brief The words of a list that the vocabulary has.
std::vector<std::string> known_words(const std::vector<std::string>& words,
                                     const Vocabulary& vocabulary);
// [snip:study-declared]

}  // namespace nn
