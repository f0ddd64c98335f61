#include "byte_pair_files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "byte_spelling.hpp"
#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/text.hpp"

namespace nn {

namespace {

// [snip:token-file-names]
using Json = nlohmann::json;

constexpr const char* vocabulary_name = "vocab.json";
constexpr const char* merges_name = "merges.txt";
constexpr const char* version = "#version: 0.2";  // GPT-2's first line

constexpr const char* fetch = "fetch both files of the model again";

std::string read_token_file(const std::filesystem::path& path) {
    constexpr std::uint64_t bound = 100'000'000;
    const std::string text = read_file(path, bound);
    if (text.empty()) throw InputError(path.string() + ": is empty; " + fetch);
    require_utf8(text, path.string());
    return text;
}

/// \brief What a function of the library found wrong, without its name.
std::string problem_in(const std::invalid_argument& error) {
    const std::string said = error.what();  // "add_merge: token 300 …"
    return said.substr(said.find(": ") + 2);
}
// [snip:token-file-names]

// [snip:vocabulary-json]
Json vocabulary_json(const std::string& text, const std::string& path) {
    const auto refuse = [&](const std::string& what) {
        throw InputError(path + what + "; " + fetch);
    };
    Json vocabulary;
    try {
        vocabulary = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto read = std::min(error.byte, text.size());
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(read);
        refuse(": line " + std::to_string(1 + std::count(text.begin(), end, '\n')) +
               ", byte " + std::to_string(error.byte) + ": not JSON here");
    } catch (const Json::out_of_range&) {
        refuse(": has a number beyond all bounds");
    }
    if (!vocabulary.is_object() || vocabulary.empty())
        refuse(": is no JSON object of tokens and their numbers");
    return vocabulary;
}
// [snip:vocabulary-json]

// [snip:token-entry]
/// \brief A token as a message may show it: quoted, on one line.
std::string shown(const std::string& spelling) {
    return shortened(Json(spelling).dump(), 40);
}

/// \brief The same for what should be a number; dump() would recurse into lists.
std::string shown_number(const Json& number) {
    return number.is_primitive() ? shortened(number.dump(), 40)
                                 : std::string("that is an ") + number.type_name();
}

/// \brief Puts a token into its place among all, which are empty before.
void place_token(const std::string& spelling, const Json& number,
                 std::vector<std::string>& tokens, const std::string& path) {
    const auto refuse = [&](const std::string& what) {
        throw InputError(path + ": token " + shown(spelling) + what + "; " + fetch);
    };
    const std::optional<std::string> bytes = unspelled(spelling);
    if (!bytes) refuse(" has a character that spells no byte");
    if (bytes->empty()) refuse(" spells no bytes");
    if (!number.is_number_unsigned() ||
        number.get<std::uint64_t>() >= tokens.size())
        refuse(" has the number " + shown_number(number) + ", " +
               std::to_string(tokens.size()) + " tokens have 0 to " +
               std::to_string(tokens.size() - 1));
    std::string& place = tokens[number.get<std::size_t>()];
    if (!place.empty())
        refuse(" has the number " + shown_number(number) + ", as " +
               shown(spelled(place)) + " has");
    place = *bytes;
}
// [snip:token-entry]

// [snip:read-vocabulary]
BytePairs read_vocabulary(const std::string& path) {
    const Json vocabulary = vocabulary_json(read_token_file(path), path);
    std::vector<std::string> tokens(vocabulary.size());
    for (const auto& [spelling, number] : vocabulary.items())
        place_token(spelling, number, tokens, path);
    try {
        return BytePairs(std::move(tokens));
    } catch (const std::invalid_argument& error) {  // a byte without a token
        throw InputError(path + ": " + problem_in(error) + ": " + fetch);
    }
}
// [snip:read-vocabulary]

// [snip:read-merge]
/// \brief Adds the merge of a line "left right".
void read_merge(std::string_view line, BytePairs& pairs, const std::string& where) {
    const auto refuse = [&](const std::string& what) {
        throw InputError(where + what + "; " + fetch);
    };
    const std::size_t space = line.find(' ');
    if (space == line.npos || space == 0 || space + 1 == line.size() ||
        space != line.rfind(' '))
        refuse(shown(std::string(line)) +
               " is not two tokens with a space between");
    const auto token_of = [&](const std::string& spelling) {
        const std::optional<std::string> bytes = unspelled(spelling);
        const std::optional<Token> token =
            bytes ? pairs.find(*bytes) : std::nullopt;
        if (!token) refuse(shown(spelling) + " is no token of " + vocabulary_name);
        return *token;
    };
    const std::string left(line.substr(0, space)), right(line.substr(space + 1));
    const TokenPair pair{token_of(left), token_of(right)};
    token_of(left + right);
    try {
        pairs.add_merge(pair);
    } catch (const std::invalid_argument& error) {
        throw InputError(where + problem_in(error));
    }
}
// [snip:read-merge]

}  // namespace

// [snip:read-byte-pairs]
BytePairs read_byte_pairs(const std::filesystem::path& folder) {
    BytePairs pairs = read_vocabulary(folder / vocabulary_name);
    const std::filesystem::path path = folder / merges_name;
    const std::string text = read_token_file(path);
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line(text.data() + begin, end - begin);
        begin = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || (number == 1 && line.starts_with("#version"))) continue;
        read_merge(line, pairs,
                   path.string() + ": line " + std::to_string(number) + ": ");
    }
    return pairs;
}
// [snip:read-byte-pairs]

// [snip:write-byte-pairs]
void write_byte_pairs(const std::filesystem::path& folder, const BytePairs& pairs) {
    std::string vocabulary;
    for (Token token = 0; token < pairs.size(); ++token)
        vocabulary += (token == 0 ? "{" : ", ") +
                      Json(spelled(pairs.bytes(token))).dump(-1, ' ', true) + ": " +
                      std::to_string(token);
    std::string merges = std::string(version) + "\n";
    for (const auto& [pair, whole] : pairs.merges())
        merges += spelled(pairs.bytes(pair.left)) + " " +
                  spelled(pairs.bytes(pair.right)) + "\n";
    write_file(folder / vocabulary_name, vocabulary + "}\n");
    write_file(folder / merges_name, merges);
}
// [snip:write-byte-pairs]

// [snip:no-other-tokens]
void require_no_other_tokens(const std::filesystem::path& folder,
                             const BytePairs& pairs) {
    const std::filesystem::path path = folder / vocabulary_name;
    if (!std::filesystem::exists(path)) return;
    const BytePairs theirs = read_byte_pairs(folder);
    if (theirs.size() != pairs.size() || theirs.merges() != pairs.merges())
        throw InputError(path.string() +
                         ": has other tokens, and --save would replace them; "
                         "choose another folder: --save FILE");
}
// [snip:no-other-tokens]

}  // namespace nn
