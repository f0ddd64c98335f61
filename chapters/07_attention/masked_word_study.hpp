/// \file
/// \brief Models that guess hidden words of the text, and how they are trained.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "gap_model.hpp"
#include "gap_trainer.hpp"
#include "nn/io/program.hpp"
#include "verse_text.hpp"

namespace nn {

/// \brief What the weights of a model depend on, as the tables and the files of the
/// run name it.
// [snip:rungs]
struct Rung {
    ContextKind kind;
    const char* id;
    const char* name;
};

inline constexpr std::array rungs{
    Rung{ContextKind::average, "average", "nothing: the average"},
    Rung{ContextKind::content, "content", "the words"},
    Rung{ContextKind::distance, "distance", "the distances"},
    Rung{ContextKind::both, "both", "words and distances"}};

/// \brief A model of that rung, trained on the text's lines. All rungs are asked
/// for the same hidden words in the same order. Throws Interrupted after Ctrl-C.
GapModel learned_model(const Options& options, const VerseText& text,
                       const arma::fmat& vectors, const Rung& rung);
// [snip:rungs]

/// \brief The text, its vectors and a model a rung.
// [snip:masked-word-study]
struct MaskedWordStudy {
    VerseText text;
    arma::fmat vectors;            // width × vocabulary
    std::vector<GapModel> models;  // as the rungs
    std::vector<Gap> asked;        // words hidden in the lines held out

    const GapModel& model(ContextKind kind) const {
        return models[static_cast<std::size_t>(kind)];
    }
};

/// \brief Trains all rungs.
MaskedWordStudy learn_masked_words(const Options& options, VerseText text);
// [snip:masked-word-study]

/// \brief A word of the text's vocabulary, or "?" for one that it lacks.
// [snip:word-or-question-mark]
std::string word_text(const VerseText& text, Token word);
// [snip:word-or-question-mark]

}  // namespace nn
