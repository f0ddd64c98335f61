// mistake: each word counts once
#include <cstddef>
#include <map>

#include "contract.hpp"

namespace nn::exercise {

Pair most_common_pair(std::span<const CountedWord> words) {
    std::map<Pair, std::uint64_t> counts;
    for (const CountedWord& word : words)
        for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i)
            counts[{word.tokens[i], word.tokens[i + 1]}] += 1;
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
