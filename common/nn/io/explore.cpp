#include "nn/io/explore.hpp"

#include <algorithm>
#include <cstdio>

#include "nn/io/spelling.hpp"
#include "nn/io/text.hpp"
#include "nn/io/typed_lines.hpp"
#include "nn/io/word_test_file.hpp"

namespace nn {

namespace {

// [snip:listed]
constexpr std::size_t shown = 10;

/// \brief A score and a word a line.
std::string listed(const std::vector<Neighbour>& neighbours) {
    std::string text;
    for (const Neighbour& neighbour : neighbours) {
        char score[32];
        std::snprintf(score, sizeof score, "%8.4f  ", neighbour.score);
        text += score + neighbour.word + '\n';
    }
    return text;
}
// [snip:listed]

}  // namespace

// [snip:prompt-made]
WordPrompt::WordPrompt(const WordSpace& space)
    : space_(space), keys_(folded_words(space.words())), index_(keys_) {}

std::optional<std::size_t> WordPrompt::find(std::string_view word) const {
    const std::optional<std::size_t> place = space_.find(word);
    return place ? place : index_.find(folded(word));
}

std::string WordPrompt::unknown(std::string_view word) const {
    std::string text = "'" + std::string(word) + "' is none of the " +
                       std::to_string(keys_.size()) +
                       " words; nearest in spelling:";
    for (const std::size_t place : nearest_in_spelling(folded(word), keys_, 3))
        text += ' ' + space_.words()[place];
    return text + '\n';
}
// [snip:prompt-made]

// [snip:answer]
std::string WordPrompt::answer(std::string_view line) const {
    if (valid_utf8(line) != line.size())
        return "that is not UTF-8; set the terminal to UTF-8\n";
    const std::vector<std::string_view> typed = fields_of(line);
    std::vector<std::string> words(typed.begin(), typed.end());
    if (words.size() != 1 && words.size() != 3)
        return "one word for its neighbours: king; three for an analogy: man king "
               "woman\n";
    for (std::string& word : words) {
        const std::optional<std::size_t> place = find(word);
        if (!place) return unknown(word);
        word = space_.words()[*place];
    }
    if (words.size() == 1) return listed(space_.neighbours(words[0], shown));
    return words[0] + " is to " + words[1] + " as " + words[2] + " is to\n" +
           listed(space_.analogy(words[0], words[1], words[2], shown));
}
// [snip:answer]

// [snip:explore]
void explore(const WordSpace& space) {
    const WordPrompt prompt(space);
    answer_typed(
        "A word for its neighbours, three for an analogy (man king woman); an "
        "empty line ends.",
        [&](std::string_view line) {
            std::printf("%s", prompt.answer(line).c_str());
        });
}
// [snip:explore]

}  // namespace nn
