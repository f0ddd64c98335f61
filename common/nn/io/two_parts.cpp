#include "nn/io/two_parts.hpp"

#include <unordered_map>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/split.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

namespace {

// [snip:most-common-words]
std::vector<std::string> most_common_words(const Corpus& corpus,
                                           const std::vector<std::size_t>& lines,
                                           std::size_t how_many) {
    std::vector<std::string> text, words;
    for (const std::size_t line : lines)
        for (std::string& word : words_of(corpus.lines[line]))
            text.push_back(std::move(word));
    for (WordCount& entry : count_words(text))
        if (words.size() < how_many) words.push_back(std::move(entry.word));
    if (words.empty())
        throw InputError(corpus.name + ": no word in the " +
                         std::to_string(lines.size()) +
                         " lines to learn from; give a text with words");
    return words;
}
// [snip:most-common-words]

// [snip:examples-of-lines]
Dataset examples_of_lines(
    const Corpus& corpus, const std::vector<std::size_t>& lines,
    const std::unordered_map<std::string, arma::uword>& input_of) {
    Dataset data{arma::mat(input_of.size(), lines.size()),
                 arma::rowvec(lines.size())};
    for (arma::uword column = 0; column < lines.size(); ++column) {
        const std::vector<std::string> words =
            words_of(corpus.lines[lines[column]]);
        for (const std::string& word : words)
            if (const auto found = input_of.find(word); found != input_of.end())
                data.X(found->second, column) += 1.0;
        if (!words.empty()) data.X.col(column) /= static_cast<double>(words.size());
        data.y[column] = lines[column] >= corpus.second_part ? 1.0 : 0.0;
    }
    return data;
}
// [snip:examples-of-lines]

}  // namespace

// [snip:two-parts]
TwoParts two_parts(const Corpus& corpus, std::uint32_t seed, std::size_t inputs) {
    const std::size_t n = corpus.lines.size();
    if (n < 10)
        throw InputError(corpus.name + ": " + std::to_string(n) +
                         " lines of text; a split into tenths needs at least 10");
    Rng rng(seed);
    const Split split = split_80_10_10(n, rng);
    TwoParts task{corpus.parts,
                  most_common_words(corpus, split.train, inputs),
                  {},
                  {},
                  {},
                  n,
                  n - corpus.second_part};
    std::unordered_map<std::string, arma::uword> input_of;
    for (const std::string& word : task.words)
        input_of.emplace(word, input_of.size());
    task.train = examples_of_lines(corpus, split.train, input_of);
    task.validation = examples_of_lines(corpus, split.validation, input_of);
    task.test = examples_of_lines(corpus, split.test, input_of);
    const double second = arma::accu(task.train.y);
    if (second == 0.0 || second == static_cast<double>(split.train.size()))
        throw InputError(
            corpus.name +
            ": the lines to learn from are all of one part; give a text "
            "with more lines");
    return task;
}
// [snip:two-parts]

}  // namespace nn
