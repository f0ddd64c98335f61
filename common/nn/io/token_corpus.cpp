#include "nn/io/token_corpus.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/io/token_file.hpp"
#include "nn/io/word_source.hpp"

namespace nn {

namespace {

// [snip:corpus-builder]
/// \brief Numbers words as they come, counts them, and keeps the numbers on disk.
class CorpusBuilder {
public:
    explicit CorpusBuilder(std::size_t line_length) : line_length_(line_length) {}

    /// \brief The next word; an empty one ends the line.
    void add(std::string_view word);

    /// \brief The text is over.
    TokenCorpus finish(const std::string& name, double min_count);

private:
    void end_line();
    std::vector<WordCount> words_kept(const std::string& name,
                                      double min_count) const;

    /// \brief Lets the map be asked for a string_view.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>{}(word);
        }
    };
    std::unordered_map<std::string, Token, Hash, std::equal_to<>> numbers_;
    std::vector<double> counts_;
    TokenFile file_;
    std::size_t line_length_, in_line_ = 0;
    double words_ = 0.0;
};
// [snip:corpus-builder]

// [snip:add-word]
void CorpusBuilder::add(std::string_view word) {
    if (word.empty()) return end_line();
    if (in_line_ == line_length_) end_line();
    auto found = numbers_.find(word);
    if (found == numbers_.end()) {
        found = numbers_.emplace(word, static_cast<Token>(counts_.size())).first;
        counts_.push_back(0.0);
    }
    ++counts_[found->second];
    file_.append(found->second);
    ++in_line_;
    ++words_;
}

void CorpusBuilder::end_line() {
    if (in_line_ > 0) file_.append(line_end);
    in_line_ = 0;
}
// [snip:add-word]

// [snip:words-kept]
std::string times(double count) {
    return std::to_string(static_cast<long long>(count)) +
           (count == 1.0 ? " time" : " times");
}

std::vector<WordCount> CorpusBuilder::words_kept(const std::string& name,
                                                 double min_count) const {
    std::vector<WordCount> common;
    WordCount first;
    for (const auto& [word, number] : numbers_) {
        const WordCount entry{word, counts_[number]};
        if (more_common(entry, first)) first = entry;
        if (entry.count >= min_count) common.push_back(entry);
    }
    if (numbers_.empty())
        throw InputError(name + ": no word in it; give a file with some");
    if (common.size() < 2)
        throw InputError(name + ": its most common word, '" +
                         shortened(first.word, 40) + "', occurs " +
                         times(first.count) + ", and " +
                         (common.empty() ? "none" : "no other") + " occurs " +
                         times(min_count) + "; two words must: give a longer text");
    std::sort(common.begin(), common.end(), more_common);
    return common;
}
// [snip:words-kept]

// [snip:require-pair]
void require_pair(TokenStream& tokens, const std::string& name, double min_count) {
    std::vector<Token> block(4096);
    bool in_line = false;
    for (std::size_t n = 0; (n = tokens.read(block)) > 0;)
        for (const Token token : std::span(block).first(n)) {
            const bool is_word = token != line_end;
            if (in_line && is_word) return tokens.rewind();
            in_line = is_word;
        }
    throw InputError(
        name + ": a line needs two words that occur " + times(min_count) +
        " each in the text, and no line has them; put more words on a line");
}
// [snip:require-pair]

// [snip:finish-corpus]
TokenCorpus CorpusBuilder::finish(const std::string& name, double min_count) {
    end_line();
    std::vector<WordCount> words = words_kept(name, min_count);
    std::vector<Token> renumbered(counts_.size(), rare_word);
    for (Token token = 0; token < words.size(); ++token)
        renumbered[numbers_.find(words[token].word)->second] = token;
    auto tokens =
        std::make_unique<TokenFileStream>(std::move(file_), std::move(renumbered));
    require_pair(*tokens, name, min_count);
    return {name, Vocabulary(std::move(words), min_count), words_,
            std::move(tokens)};
}
// [snip:finish-corpus]

}  // namespace

// [snip:read-token-corpus]
TokenCorpus read_token_corpus(const Options& options, double min_count) {
    CorpusBuilder builder(longest_line);
    if (!options.corpus.empty()) {
        read_words(options.corpus,
                   [&](std::string_view word) { builder.add(word); });
        return builder.finish(options.corpus, min_count);
    }
    const auto add = [&](std::string_view word) {
        if (!word.empty()) builder.add(word);  // verses and glosses are one text
    };
    read_bible(add);
    read_glosses(add);
    return builder.finish("the King James Bible and WordNet's glosses", min_count);
}

TokenCorpus bible_stream(double min_count) {
    CorpusBuilder builder(std::numeric_limits<std::size_t>::max());
    read_bible([&](std::string_view word) {
        if (!word.empty()) builder.add(word);
    });
    return builder.finish("the King James Bible", min_count);
}
// [snip:read-token-corpus]

}  // namespace nn
