#include "nn/io/word_test_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:folded]
std::string folded(std::string_view word) {
    std::string key;
    append_folded(word, key);
    return key;
}

std::vector<std::string> folded_words(const std::vector<std::string>& words) {
    std::vector<std::string> keys;
    for (const std::string& word : words) keys.push_back(folded(word));
    return keys;
}
// [snip:folded]

namespace {

// [snip:test-lines]
/// \brief What is wrong with a line of a file, and what to do.
[[noreturn]] void refuse_line(const std::string& name, std::size_t line,
                              const std::string& problem) {
    throw InputError(name + ": line " + std::to_string(line) + ": " + problem);
}

/// \brief Calls `use` with the number and the text of each line that is not blank.
void for_each_test_line(
    const std::filesystem::path& path,
    const std::function<void(std::size_t, std::string_view)>& use) {
    constexpr std::uint64_t bound = std::uint64_t{1} << 26;
    const std::string text = read_file(path, bound);
    require_utf8(text, path.string());
    std::string_view rest = text;
    if (rest.starts_with("\uFEFF")) rest.remove_prefix(3);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (line.find_first_not_of(" \t\r") != line.npos) use(number, line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}
// [snip:test-lines]

// [snip:test-fields]
/// \brief The fields of a line: what stands between two tabs, or, in a line without
/// a tab, between spaces.
std::vector<std::string_view> fields_between(std::string_view line) {
    const char* const between = line.find('\t') != line.npos ? "\t" : " ";
    std::vector<std::string_view> fields;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of(between), line.size());
        std::string_view field = line.substr(0, end);
        field.remove_prefix(std::min(field.find_first_not_of(" \r"), field.size()));
        field = field.substr(0, field.find_last_not_of(" \r") + 1);
        if (!field.empty()) fields.push_back(field);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return fields;
}
// [snip:test-fields]

// [snip:people-score]
std::optional<double> finite_number(std::string_view field) {
    double number = 0;
    const char* const end = field.data() + field.size();
    const auto [after, error] = std::from_chars(field.data(), end, number);
    if (error != std::errc{} || after != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

bool have_an_order(const std::vector<WordPair>& pairs) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const WordPair& pair) {
        return pair.score != pairs.front().score;
    });
}
// [snip:people-score]

}  // namespace

// [snip:read-similarity]
std::vector<WordPair> read_similarity_test(const std::filesystem::path& path) {
    std::vector<WordPair> pairs;
    for_each_test_line(path, [&](std::size_t number, std::string_view line) {
        if (line.starts_with('#')) return;
        const std::vector<std::string_view> fields = fields_between(line);
        if (fields.size() != 3)
            refuse_line(path.string(), number,
                        std::to_string(fields.size()) +
                            " fields; give two words and a score, with a tab or "
                            "spaces between them");
        const std::optional<double> score = finite_number(fields[2]);
        if (!score && number == 1) return;  // a heading
        if (!score)
            refuse_line(path.string(), number,
                        "'" + std::string(fields[2]) +
                            "' is no score; give a finite number");
        pairs.push_back({folded(fields[0]), folded(fields[1]), *score});
    });
    if (!have_an_order(pairs))
        throw InputError(path.string() + ": " + std::to_string(pairs.size()) +
                         " pairs, and no two different scores; give at least two "
                         "pairs that people scored differently");
    return pairs;
}
// [snip:read-similarity]

// [snip:read-analogies]
std::vector<AnalogySection> read_analogy_test(const std::filesystem::path& path) {
    std::vector<AnalogySection> sections;
    std::size_t questions = 0;
    for_each_test_line(path, [&](std::size_t number, std::string_view line) {
        const std::vector<std::string_view> fields = fields_between(line);
        if (line.starts_with(':')) {
            line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
            line.remove_prefix(
                std::min(line.find_first_not_of(": \t"), line.size()));
            sections.push_back({std::string(line), {}});
            return;
        }
        if (fields.size() != 4)
            refuse_line(path.string(), number,
                        std::to_string(fields.size()) +
                            " words; give four, or ': name' to begin a section");
        if (sections.empty())
            refuse_line(path.string(), number,
                        "a question before the first section; begin with ': name'");
        Analogy& question = sections.back().questions.emplace_back();
        for (std::size_t i = 0; i < 4; ++i) question[i] = folded(fields[i]);
        ++questions;
    });
    if (questions == 0)
        throw InputError(path.string() +
                         ": no question; give lines of four words, 'man king woman "
                         "queen'");
    return sections;
}
// [snip:read-analogies]

}  // namespace nn
