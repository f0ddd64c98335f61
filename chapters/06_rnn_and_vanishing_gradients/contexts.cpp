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
constexpr std::size_t longest_context = 12,
                      least_context = 4;  // words, with the word itself
constexpr std::size_t most_contexts = 100,
                      least_contexts = 20;  // of a word in a text
// [snip:context-words]

// [snip:context-reader]
/// \brief Keeps the contexts of some words while a text goes by.
class ContextReader {
public:
    ContextReader();
    void read(std::string_view word, std::size_t text);
    ContextStudy finish();

private:
    Token number_of(std::string_view word);

    ContextStudy study_;
    std::unordered_map<std::string, std::size_t> wanted_;
    std::unordered_map<std::string, Token> numbers_;
    std::vector<std::string> line_;
};

ContextReader::ContextReader() {
    for (const char* word : several) study_.words.push_back({word, true});
    for (const char* word : single) study_.words.push_back({word, false});
    for (std::size_t i = 0; i < study_.words.size(); ++i)
        wanted_[study_.words[i].word] = i;
}

/// \brief Words are numbered as they come.
Token ContextReader::number_of(std::string_view word) {
    return numbers_
        .try_emplace(std::string(word), static_cast<Token>(numbers_.size()))
        .first->second;
}
// [snip:context-reader]

// [snip:read-context]
void ContextReader::read(std::string_view word, std::size_t text) {
    if (word.empty()) return line_.clear();
    line_.emplace_back(word);
    const auto found = wanted_.find(line_.back());
    if (found == wanted_.end() || line_.size() < least_context) return;
    auto& contexts = study_.words[found->second].contexts[text];
    if (contexts.size() == most_contexts) return;
    const std::size_t length = std::min(line_.size(), longest_context);
    contexts.emplace_back();
    for (auto each = line_.end() - std::ptrdiff_t(length); each != line_.end();
         ++each)
        contexts.back().push_back(number_of(*each));
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
