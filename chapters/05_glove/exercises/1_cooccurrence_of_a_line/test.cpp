#include <algorithm>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::line_end;
using nn::Token;
using Table = std::vector<std::vector<Close>>;

struct Text {
    std::vector<Token> tokens;
    std::size_t words, context_window;
};

std::vector<Text> texts() {
    const Token end = line_end;
    return {{{0, 1, 0, 2}, 3, 2},
            {{0, 1, 2, 3, 4, 1}, 5, 4},
            {{0, 1, end, 2, 0, 1, end}, 3, 3},
            {{end, end, 1, 1, 1, end, 0}, 2, 5},
            {{2, 1, 0, 1, 2}, 4, 1},
            {{0}, 1, 3},
            {{}, 2, 3}};
}

// The table, and what people make of it.
struct Slip {
    bool over_lines = false;
    bool by_distance = true;
    bool to_the_right = true, to_the_left = true;
    bool itself_once = false;
    bool whole_numbers = false;
    std::size_t too_far = 0, short_by = 0;
};

bool in_one_line(const Text& text, std::size_t i, std::size_t j) {
    const auto begin = text.tokens.begin() + static_cast<long>(i);
    const auto end = text.tokens.begin() + static_cast<long>(j);
    return std::find(begin, end, line_end) == end;
}

double weight_of(std::size_t d, const Slip& slip) {
    if (!slip.by_distance) return 1.0;
    if (slip.whole_numbers) return d == 1 ? 1.0 : 0.0;
    return 1.0 / static_cast<double>(d + slip.too_far);
}

Table table_of(const Text& text, const Slip& slip) {
    const auto& [tokens, words, window] = text;
    Table x(words, std::vector<Close>(words, Close{0.0}));
    for (std::size_t i = 0; i < tokens.size(); ++i)
        for (std::size_t j = i + 1; j < tokens.size(); ++j) {
            const std::size_t d = j - i;
            if (d + slip.short_by > window) continue;
            const Token a = tokens[i], b = tokens[j];
            if (a == line_end || b == line_end) continue;
            if (!slip.over_lines && !in_one_line(text, i, j)) continue;
            const double weight = weight_of(d, slip);
            if (slip.to_the_right) x[a][b].value += weight;
            if (slip.itself_once && a == b) continue;
            if (slip.to_the_left) x[b][a].value += weight;
        }
    return x;
}

std::vector<diagnosis::Mistake<Text, Table>> mistakes() {
    std::vector<diagnosis::Mistake<Text, Table>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Text& text) { return table_of(text, slip); }});
    };
    mistake("the window reaches over the end of a line", {.over_lines = true});
    mistake("each neighbour counts 1: at the distance d it is 1/d",
            {.by_distance = false});
    mistake("only what stands to the right is counted: add it at (j, i) too",
            {.to_the_left = false});
    mistake("only what stands to the left is counted: add it at (i, j) too",
            {.to_the_right = false});
    mistake(
        "a word that meets itself counts once: there are two meetings, one from "
        "each "
        "side",
        {.itself_once = true});
    mistake("1/d is divided in whole numbers, and 0 for d above 1",
            {.whole_numbers = true});
    mistake("the distance is one too large: neighbours stand 1 apart",
            {.too_far = 1});
    mistake("the window is one place too short", {.short_by = 1});
    return all;
}

std::string line_of(const std::vector<Token>& tokens) {
    std::string line;
    for (const Token token : tokens)
        line += (token == line_end ? "line_end" : show(token)) + " ";
    return line;
}

}  // namespace

TEST_CASE("The co-occurrence table of a text") {
    diagnosis::check<Text, Table>(
        {.inputs = texts(),
         .describe =
             [](const Text& text) {
                 return "the text " + line_of(text.tokens) +
                        "with context_window = " + show(text.context_window);
             },
         .right = [](const Text& text) { return table_of(text, {}); },
         .yours =
             [](const Text& text) {
                 Table table;
                 for (const auto& row : nn::exercise::cooccurrence(
                          text.tokens, text.words, text.context_window)) {
                     table.emplace_back();
                     for (const double x : row) table.back().push_back({x});
                 }
                 return table;
             },
         .mistakes = mistakes()});
}
