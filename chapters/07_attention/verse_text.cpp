#include "verse_text.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include "nn/io/error.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/text.hpp"
#include "nn/split.hpp"
#include "nn/word2vec.hpp"

namespace nn {

namespace {

// [snip:words-of-lines]
constexpr Token never_hidden = 25;
constexpr std::size_t most_known_answers = 1500;
constexpr std::size_t least_words = 100;

using WordLines = std::vector<std::vector<std::string>>;

WordLines words_of_lines(const Corpus& corpus, std::span<const std::size_t> lines) {
    WordLines all;
    for (const std::size_t line : lines)
        all.push_back(words_of(corpus.lines[line]));
    return all;
}

std::vector<TokenLine> numbered(const WordLines& lines,
                                const Vocabulary& vocabulary) {
    std::vector<TokenLine> all(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const std::string& word : lines[i])
            all[i].push_back(vocabulary.find(word).value_or(unknown_word));
    return all;
}
// [snip:words-of-lines]

// [snip:vocabulary-of-lines]
/// \brief The words that occur 5 times; refuses a text of too few of them.
Vocabulary vocabulary_of(const std::string& name, const WordLines& lines) {
    constexpr double min_count = 5;
    std::vector<std::string> words;
    for (const auto& line : lines)
        words.insert(words.end(), line.begin(), line.end());
    std::vector<WordCount> counts = count_words(words);
    const auto known = static_cast<std::size_t>(std::count_if(
        counts.begin(), counts.end(),
        [](const WordCount& word) { return word.count >= min_count; }));
    if (known < least_words)
        throw InputError(name + ": " + std::to_string(known) +
                         " words occur 5 times in the " +
                         std::to_string(lines.size()) +
                         " lines to learn from; there must be at least " +
                         std::to_string(least_words) + ": give a longer text");
    return Vocabulary(std::move(counts), min_count);
}
// [snip:vocabulary-of-lines]

// [snip:require-something-hidden]
void require_something_hidden(const VerseText& text) {
    Rng rng(1);
    const bool learn = !gaps_of(text.train, text.answers, 1, rng).empty();
    if (learn && !gaps_of(text.held_out, text.answers, 1, rng).empty()) return;
    throw InputError(text.name + ": no line " +
                     (learn ? "held out" : "to learn from") +
                     " has a word to hide and another one to guess it from; give a "
                     "text of longer lines");
}
// [snip:require-something-hidden]

}  // namespace

// [snip:read-verse-text]
VerseText verse_text(const Options& options) {
    const Corpus corpus = read_corpus(options);
    Rng rng(options.seed);
    Split split = split_80_10_10(corpus.lines.size(), rng);
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.test.begin(), split.test.end());
    const WordLines lines = words_of_lines(corpus, split.train);
    const Vocabulary vocabulary = vocabulary_of(corpus.name, lines);
    VerseText text{corpus.name,
                   vocabulary,
                   numbered(lines, vocabulary),
                   numbered(words_of_lines(corpus, split.test), vocabulary),
                   {},
                   {never_hidden, std::min(vocabulary.size(), most_known_answers) -
                                      never_hidden}};
    for (const std::size_t line : split.test)
        text.labels.push_back(corpus.labels[line]);
    require_something_hidden(text);
    return text;
}
// [snip:read-verse-text]

// [snip:verse-vectors]
arma::fmat vectors_of(const VerseText& text, const Options& options) {
    std::vector<Token> stream;
    for (const TokenLine& line : text.train) {
        std::copy_if(line.begin(), line.end(), std::back_inserter(stream),
                     [](Token word) { return word != unknown_word; });
        stream.push_back(line_end);
    }
    const Word2VecOptions training{.dimension = 64,
                                   .epochs = options.quick ? 1u : 3u,
                                   .sample = 1e-3,
                                   .seed = options.seed,
                                   .threads = options.threads};
    const double words = text.vocabulary.total() * double(training.epochs);
    Progress bar("Word vectors", "words", static_cast<std::size_t>(words));
    TokenArray tokens(std::move(stream));
    const arma::fmat E =
        train_word2vec(tokens, text.vocabulary, training, [&](std::size_t read) {
            bar.step(read);
        }).centre;  // 64 × vocabulary
    return E * (4 * std::sqrt(float(E.n_cols)) / arma::norm(E, "fro"));
}
// [snip:verse-vectors]

}  // namespace nn
