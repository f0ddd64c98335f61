#include "study.hpp"

#include <stdexcept>
#include <utility>

#include "nn/io/error.hpp"
#include "nn/io/progress.hpp"

namespace nn {

namespace {

// [snip:synsets-for]
/// \brief WordNet's synsets; a text of one's own does without if it is not there.
std::vector<Synset> synsets_for(const Options& options) {
    try {
        return read_synsets();
    } catch (const InputError&) {
        if (options.corpus.empty()) throw;
        return {};
    }
}
// [snip:synsets-for]

}  // namespace

// [snip:read-study]
SynonymTask synonyms_of(const Study& study, const Vocabulary& vocabulary) {
    Rng rng(study.options.seed);
    return synonym_task(study.synsets, vocabulary, rng);
}

Study read_study(const Options& options) {
    constexpr std::size_t fewest_different = 100, fewest = 5000;
    Study study{options, read_token_corpus(options, 5.0), synsets_for(options), {}};
    const Vocabulary& vocabulary = study.corpus.vocabulary;
    if (vocabulary.size() < fewest_different ||
        vocabulary.total() < static_cast<double>(fewest))
        throw InputError(
            study.corpus.name + ": " + std::to_string(vocabulary.size()) +
            " words occur 5 times, together " +
            std::to_string(static_cast<std::size_t>(vocabulary.total())) +
            " times; at least " + std::to_string(fewest_different) + " must, " +
            std::to_string(fewest) + " times: give a longer text");
    study.synonyms = synonyms_of(study, vocabulary);
    return study;
}
// [snip:read-study]

// [snip:part-of]
void refuse_short_text(const Study& study) {
    throw InputError(
        study.corpus.name +
        ": too little to learn from and to be asked about, every tenth "
        "line held out; give a text with more words on more lines");
}

HeldOutText held_out_of(const Study& study, std::span<const Token> part,
                        double min_count) {
    try {
        HeldOutText text = hold_out(part, study.corpus.vocabulary, min_count);
        if (!pairs_of(text.held_out, 1, 1).empty()) return text;
    } catch (const std::invalid_argument&) {  // no word is common enough
    }
    refuse_short_text(study);
}

HeldOutText part_of(const Study& study, std::size_t most, double min_count) {
    return held_out_of(study, first_lines(*study.corpus.tokens, most), min_count);
}
// [snip:part-of]

// [snip:trained]
WordEmbedding trained(const std::string& title, const Study& study,
                      TokenStream& tokens, const Vocabulary& vocabulary,
                      Word2VecOptions options) {
    options.seed = study.options.seed;
    options.threads = study.options.threads;
    const double words = vocabulary.total() * static_cast<double>(options.epochs);
    Progress bar(title, "words", static_cast<std::size_t>(words));
    return train_word2vec(tokens, vocabulary, options,
                          [&](std::size_t read) { bar.step(read); });
}
// [snip:trained]

// [snip:known-words]
std::vector<std::string> known_words(const std::vector<std::string>& words,
                                     const Vocabulary& vocabulary) {
    std::vector<std::string> known;
    for (const std::string& word : words)
        if (vocabulary.find(word)) known.push_back(word);
    return known;
}
// [snip:known-words]

}  // namespace nn
