#include "sentence.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "masked_word_study.hpp"
#include "nn/io/error.hpp"
#include "nn/io/text.hpp"

namespace nn {

namespace {

// [snip:count-known]
std::size_t known_of(const TokenLine& tokens) {
    return tokens.size() -
           std::size_t(std::count(tokens.begin(), tokens.end(), unknown_word));
}

/// \brief Is no word there twice? Then a row of the table is told by its words.
bool differ(const TokenLine& tokens) {
    return std::set<Token>(tokens.begin(), tokens.end()).size() == tokens.size();
}
// [snip:count-known]

}  // namespace

// [snip:sentence-words]
std::vector<std::string> sentence_words(const std::string& typed) {
    constexpr std::size_t most = 100;
    const std::size_t valid = valid_utf8(typed);
    if (valid != typed.size())
        throw InputError("--sentence: byte " + std::to_string(valid) +
                         " is not valid UTF-8; type it where UTF-8 is the rule");
    std::vector<std::string> words = words_of(typed);
    if (words.empty())
        throw InputError("--sentence: no word in it; type at least 2");
    if (words.size() > most)
        throw InputError("--sentence: " + std::to_string(words.size()) +
                         " words, the bound is " + std::to_string(most) +
                         "; type a shorter one");
    return words;
}

Sentence sentence_of(std::vector<std::string> words, const VerseText& text) {
    TokenLine tokens;
    for (const std::string& word : words)
        tokens.push_back(text.vocabulary.find(word).value_or(unknown_word));
    const std::size_t known = known_of(tokens);
    if (known < 2)
        throw InputError("--sentence: " + std::to_string(known) + " of " +
                         std::to_string(words.size()) +
                         " words occur 5 times in the lines to learn from (" +
                         text.name + "); type at least 2 such words");
    return {std::move(words), std::move(tokens)};
}
// [snip:sentence-words]

// [snip:sentence-of-text]
Sentence sentence_of_text(const VerseText& text) {
    constexpr std::size_t most = 7;
    TokenLine best;
    for (const TokenLine& line : text.held_out)
        if (line.size() <= most && line.size() >= best.size() &&
            known_of(line) == line.size() && differ(line))
            best = line;
    for (std::size_t i = 0; best.size() < 2; ++i) {
        best = text.held_out[i];  // one will do: verse_text() looked
        std::erase(best, unknown_word);
        best.resize(std::min(most, best.size()));
    }
    Sentence sentence{{}, best};
    for (const Token word : best) sentence.words.push_back(word_text(text, word));
    return sentence;
}
// [snip:sentence-of-text]

}  // namespace nn
