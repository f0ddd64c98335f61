#include "nn/vocabulary.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "nn/require.hpp"

namespace nn {

// [snip:count-words]
std::vector<WordCount> count_words(const std::vector<std::string>& words) {
    std::unordered_map<std::string, double> counts;
    for (const std::string& word : words) ++counts[word];
    std::vector<WordCount> sorted;
    for (const auto& [word, count] : counts) sorted.push_back({word, count});
    std::sort(sorted.begin(), sorted.end(),
              [](const WordCount& a, const WordCount& b) {
                  return a.count != b.count ? a.count > b.count : a.word < b.word;
              });
    return sorted;
}
// [snip:count-words]

// [snip:unigram]
double unigram_probability(double count, double words) {
    return count / words;
}
// [snip:unigram]

// [snip:vocabulary-build]
Vocabulary::Vocabulary(std::vector<WordCount> counts, double min_count) {
    require(!counts.empty(), "Vocabulary", "no word; give a text with some");
    if (counts.front().count < min_count)
        require(false, "Vocabulary",
                "the most common word, \"" + counts.front().word + "\", occurs " +
                    std::to_string(static_cast<long long>(counts.front().count)) +
                    " times and the minimum count is " +
                    std::to_string(static_cast<long long>(min_count)) +
                    "; lower it, or give more text");
    for (WordCount& entry : counts) {
        if (entry.count < min_count)
            break;  // they are sorted: all others are rarer
        tokens_.emplace(entry.word, static_cast<Token>(words_.size()));
        words_.push_back(std::move(entry.word));
        counts_.push_back(entry.count);
        total_ += entry.count;
    }
}
// [snip:vocabulary-build]

// [snip:vocabulary-find]
std::optional<Token> Vocabulary::find(std::string_view word) const {
    const auto found = tokens_.find(std::string(word));
    if (found == tokens_.end()) return std::nullopt;
    return found->second;
}
// [snip:vocabulary-find]

}  // namespace nn
