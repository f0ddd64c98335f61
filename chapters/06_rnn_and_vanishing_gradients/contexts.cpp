#include "contexts.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "nn/io/word_source.hpp"

namespace nn {

namespace {

// [snip:context-words]
constexpr std::array several{"light", "bear", "spring", "rose", "lie",
                             "lead",  "left", "bow",    "wind", "ring"};
constexpr std::array single{"water", "silver", "horse", "bread", "gold",
                            "river", "blood",  "sheep", "oil",   "iron"};
constexpr std::size_t most_contexts = 100, least_contexts = 20;  // a word and text
constexpr std::size_t learnt_every = 37;  // words from piece to piece to learn from
// [snip:context-words]

// [snip:context-reader]
/// \brief Keeps the contexts of some words while a text goes by.
class ContextReader {
public:
    ContextReader();
    void read(std::string_view word, std::size_t text);
    ContextStudy finish();

private:
    WordContext last_words();

    ContextStudy study_;
    std::unordered_map<std::string, std::size_t> wanted_;
    std::unordered_map<std::string, Token> numbers_;
    std::vector<std::string> line_;
    std::size_t read_ = 0;
};

ContextReader::ContextReader() {
    for (const char* word : several) study_.words.push_back({word, true});
    for (const char* word : single) study_.words.push_back({word, false});
    for (std::size_t i = 0; i < study_.words.size(); ++i)
        wanted_[study_.words[i].word] = i;
}

/// \brief The line's last words; words are numbered as they come.
WordContext ContextReader::last_words() {
    WordContext context;
    for (std::size_t i = 0; i < context_words; ++i) {
        const std::string& word = line_[line_.size() - context_words + i];
        context[i] = numbers_.try_emplace(word, static_cast<Token>(numbers_.size()))
                         .first->second;
    }
    return context;
}
// [snip:context-reader]

// [snip:read-context]
void ContextReader::read(std::string_view word, std::size_t text) {
    if (word.empty()) return line_.clear();
    line_.emplace_back(word);
    if (line_.size() < context_words) return;
    const auto found = wanted_.find(line_.back());
    if (found == wanted_.end()) {
        if (++read_ % learnt_every == 0)
            study_.to_learn[text].push_back(last_words());
        return;
    }
    std::vector<WordContext>& contexts = study_.words[found->second].contexts[text];
    if (contexts.size() < most_contexts) contexts.push_back(last_words());
}

/// \brief As many of one text as of the other.
ContextStudy ContextReader::finish() {
    for (WordInContexts& word : study_.words) {
        auto& [one, other] = word.contexts;
        const std::size_t count = std::min(one.size(), other.size());
        one.resize(count), other.resize(count);
    }
    std::erase_if(study_.words, [](const WordInContexts& word) {
        return word.contexts[0].size() < least_contexts;
    });
    study_.vocabulary = numbers_.size();
    return std::move(study_);
}
// [snip:read-context]

// [snip:halves-of-file]
/// \brief The first half of a file's lines, then the second.
void read_halves(const std::string& path, ContextReader& reader) {
    std::size_t lines = 0, line = 0;
    read_words(path, [&](std::string_view word) { lines += word.empty(); });
    read_words(path, [&](std::string_view word) {
        reader.read(word, 2 * line < lines ? 0 : 1);
        line += word.empty();
    });
}
// [snip:halves-of-file]

}  // namespace

// [snip:read-contexts]
ContextStudy read_contexts(const Options& options) {
    ContextReader reader;
    if (options.corpus.empty()) {
        read_bible([&](std::string_view word) { reader.read(word, 0); });
        read_glosses([&](std::string_view word) { reader.read(word, 1); });
    } else {
        read_halves(options.corpus, reader);
    }
    return reader.finish();
}
// [snip:read-contexts]

}  // namespace nn
