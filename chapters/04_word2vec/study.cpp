#include "study.hpp"

#include <algorithm>
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
    constexpr std::size_t fewest = 100;
    Study study{options, read_token_corpus(options, 5.0), synsets_for(options), {}};
    if (study.corpus.vocabulary.size() < fewest)
        throw InputError(study.corpus.name + ": " +
                         std::to_string(study.corpus.vocabulary.size()) +
                         " words occur 5 times; at least " +
                         std::to_string(fewest) + " must: give a longer text");
    study.synonyms = synonyms_of(study, study.corpus.vocabulary);
    return study;
}
// [snip:read-study]

// [snip:trained]
WordEmbedding trained(const std::string& title, const Study& study,
                      TokenStream& tokens, const Vocabulary& vocabulary,
                      Word2VecOptions options) {
    options.seed = study.options.seed;
    options.threads = study.options.threads;
    const auto thousands = static_cast<std::size_t>(
        vocabulary.total() * static_cast<double>(options.epochs) / 1000.0);
    Progress bar(title, "thousand words", std::max<std::size_t>(thousands, 1));
    std::size_t words = 0;
    return train_word2vec(tokens, vocabulary, options, [&](std::size_t more) {
        for (words += more; words >= 1000; words -= 1000) bar.step();
        stop_if_interrupted();
    });
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
