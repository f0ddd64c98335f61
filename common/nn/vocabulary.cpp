#include "nn/vocabulary.hpp"

#include <algorithm>
#include <unordered_map>

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

}  // namespace nn
