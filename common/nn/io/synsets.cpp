#include "nn/io/synsets.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/io/wordnet.hpp"

namespace nn {

namespace {

// [snip:next-field]
/// \brief Takes the next field off the front of a line.
std::string_view next_field(std::string_view& line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

/// \brief In lower case, without the mark of an adjective's place: "(p)".
std::string plain_word(std::string_view field) {
    std::string word(field.substr(0, field.find('(')));
    for (char& c : word)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return word;
}
// [snip:next-field]

// [snip:synset-of]
/// \brief The single words of a line "offset file type count word id word id … |
/// gloss"; false if it is no such line.
bool synset_of(std::string_view line, Synset& synset) {
    for (int i = 0; i < 3; ++i)
        if (next_field(line).empty()) return false;
    const std::string_view digits = next_field(line);
    unsigned words = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), words, 16);
    if (error != std::errc() || end != digits.data() + digits.size()) return false;
    for (; words > 0; --words) {
        const std::string_view word = next_field(line), id = next_field(line);
        if (word.empty() || id.empty() || word == "|") return false;
        if (word.find('_') == word.npos) synset.push_back(plain_word(word));
    }
    std::sort(synset.begin(), synset.end());
    synset.erase(std::unique(synset.begin(), synset.end()), synset.end());
    return true;
}
// [snip:synset-of]

}  // namespace

// [snip:read-synsets]
std::vector<Synset> read_synsets() {
    std::vector<Synset> synsets;
    for_each_synset([&](std::string_view line) {
        Synset synset;
        if (!synset_of(line, synset))
            throw InputError("WordNet: \"" + shortened(line, 40) +
                             "\" is no line of a synset; install its files again: "
                             "apt-get install --reinstall wordnet-base");
        if (synset.size() >= 2) synsets.push_back(std::move(synset));
    });
    return synsets;
}
// [snip:read-synsets]

}  // namespace nn
