// mistake: pairs lie across two words
#include <cstddef>
#include <map>

#include "contract.hpp"

namespace nn::exercise {

Pair most_common_pair(std::span<const CountedWord> words) {
    std::map<Pair, std::uint64_t> counts;
    std::vector<Token> text;
    for (const auto& [word, count] : words)
        for (std::uint64_t n = 0; n < count; ++n)
            text.insert(text.end(), word.begin(), word.end());
    for (const auto& [tokens, count] : {CountedWord{text, 1}})
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            counts[{tokens[i], tokens[i + 1]}] += count;
    auto best = counts.begin();
    for (auto pair = counts.begin(); pair != counts.end(); ++pair)
        if (pair->second > best->second) best = pair;
    return best->first;
}

std::vector<Token> merged(std::span<const Token> word, const Pair& pair,
                          Token whole) {
    std::vector<Token> result;
    for (std::size_t i = 0; i < word.size(); ++i) {
        result.push_back(word[i]);
        if (i + 1 == word.size() || Pair{word[i], word[i + 1]} != pair) continue;
        result.back() = whole;
        ++i;  // the right one is in it
    }
    return result;
}

}  // namespace nn::exercise
