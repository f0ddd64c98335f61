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
    std::sort(sorted.begin(), sorted.end(), more_common);
    return sorted;
}

bool more_common(const WordCount& a, const WordCount& b) {
    return a.count != b.count ? a.count > b.count : a.word < b.word;
}
// [snip:count-words]

// [snip:unigram]
double unigram_probability(double count, double words) {
    return count / words;
}
// [snip:unigram]

namespace {

// [snip:require-known-words]
std::string whole(double count) {
    return std::to_string(static_cast<long long>(count));
}

void require_known_words(const std::vector<WordCount>& counts, double min_count) {
    require(!counts.empty(), "Vocabulary", "no word; give a text with some");
    require(std::is_sorted(counts.begin(), counts.end(), more_common), "Vocabulary",
            "the words are not in the order of their counts; sort by more_common");
    if (!(counts.front().count >= min_count))
        require(false, "Vocabulary",
                "the most common word, \"" + counts.front().word + "\", occurs " +
                    whole(counts.front().count) +
                    " times and the minimum count is " + whole(min_count) +
                    "; lower it, or give more text");
}
// [snip:require-known-words]

}  // namespace

// [snip:vocabulary-build]
Vocabulary::Vocabulary(std::vector<WordCount> counts, double min_count) {
    require_known_words(counts, min_count);
    for (WordCount& entry : counts) {
        if (entry.count < min_count)
            break;  // they are sorted: all others are rarer
        by_name_.push_back(static_cast<Token>(words_.size()));
        words_.push_back(std::move(entry.word));
        counts_.push_back(entry.count);
        total_ += entry.count;
    }
    std::sort(by_name_.begin(), by_name_.end(),
              [this](Token a, Token b) { return words_[a] < words_[b]; });
}
// [snip:vocabulary-build]

// [snip:vocabulary-find]
std::optional<Token> Vocabulary::find(std::string_view word) const {
    const auto found = std::lower_bound(
        by_name_.begin(), by_name_.end(), word,
        [this](Token a, std::string_view sought) { return words_[a] < sought; });
    if (found == by_name_.end() || words_[*found] != word) return std::nullopt;
    return *found;
}
// [snip:vocabulary-find]

}  // namespace nn
