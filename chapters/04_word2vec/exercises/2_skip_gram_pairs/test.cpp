#include <algorithm>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace nn::exercise {

std::string name_of(Token token) {
    return token == line_end ? "line_end" : diagnosis::show(token);
}

std::string show(const Pair& pair) {
    return "(" + name_of(pair.centre) + ", " + name_of(pair.neighbour) + ")";
}

}  // namespace nn::exercise

namespace {

using diagnosis::Near;
using diagnosis::show;
using nn::line_end;
using nn::Token;
using nn::exercise::Pair;
using Pairs = std::vector<Pair>;

struct Text {
    std::vector<Token> tokens;
    std::vector<std::size_t> windows;
};

std::vector<Text> texts() {
    const Token end = line_end;
    return {{{7, 8, 9}, {1, 2, 1}},
            {{1, 2, 3, 4, 5, 6}, {1, 3, 2, 1, 5, 2}},
            {{1, 2, 3, end, 4, 5, 6, end}, {2, 1, 3, 2, 3, 2, 1, 1}},
            {{end, end, 4, end, 5, 6}, {1, 1, 5, 1, 2, 2}},
            {{4, 4, 5, 4}, {2, 1, 2, 3}},
            {{3}, {5}},
            {{}, {}},
            {{1, 2}, {9, 1}}};
}

// The pairs, and what people make of them.
struct Slip {
    bool over_lines = false;
    bool ends_are_words = false;
    bool itself = false;
    bool words_compared = false;
    bool left = true, right = true;
    bool turned = false;
    bool window_of_neighbour = false;
    std::size_t short_by = 0;
};

bool in_one_line(const Text& text, std::size_t i, std::size_t j) {
    const auto begin = text.tokens.begin();
    const auto [a, b] = std::minmax(i, j);
    return std::find(begin + static_cast<long>(a), begin + static_cast<long>(b),
                     line_end) == begin + static_cast<long>(b);
}

bool is_pair(const Text& text, std::size_t i, std::size_t j, const Slip& slip) {
    const auto& [tokens, windows] = text;
    const std::size_t distance = i > j ? i - j : j - i;
    if (distance + slip.short_by > windows[slip.window_of_neighbour ? j : i])
        return false;
    if (!slip.itself && i == j) return false;
    if (slip.words_compared && tokens[i] == tokens[j]) return false;
    if (!slip.left && j < i) return false;
    if (!slip.right && j > i) return false;
    if (slip.ends_are_words) return true;
    if (tokens[i] == line_end || tokens[j] == line_end) return false;
    return slip.over_lines || in_one_line(text, i, j);
}

Pairs pairs_of(const Text& text, const Slip& slip) {
    Pairs pairs;
    for (std::size_t i = 0; i < text.tokens.size(); ++i)
        for (std::size_t j = 0; j < text.tokens.size(); ++j) {
            if (!is_pair(text, i, j, slip)) continue;
            const Token centre = text.tokens[i], neighbour = text.tokens[j];
            pairs.push_back(slip.turned ? Pair{neighbour, centre}
                                        : Pair{centre, neighbour});
        }
    return pairs;
}

std::vector<diagnosis::Mistake<Text, Pairs>> mistakes_of_pairs() {
    std::vector<diagnosis::Mistake<Text, Pairs>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Text& text) { return pairs_of(text, slip); }});
    };
    mistake("the window reaches over the end of a line", {.over_lines = true});
    mistake("the end of a line is taken for a word", {.ends_are_words = true});
    mistake("the word itself is among its neighbours: leave out the place i",
            {.itself = true});
    mistake(
        "a word that stands there twice is a neighbour of itself: compare places, "
        "not "
        "words",
        {.words_compared = true});
    mistake("only the words to the right: a window has two sides", {.left = false});
    mistake("only the words to the left: a window has two sides", {.right = false});
    mistake("the pairs are turned round: the centre comes first", {.turned = true});
    mistake(
        "the neighbour's window is asked for, and it is the centre's that counts",
        {.window_of_neighbour = true});
    mistake(
        "the window is one place too short: up to windows[i] places away, "
        "included",
        {.short_by = 1});
    return all;
}

struct Places {
    std::size_t distance, context_window;
};

double chance(double windows, Places p) {
    return p.distance > p.context_window
               ? 0.0
               : windows / static_cast<double>(p.context_window);
}

std::vector<diagnosis::Mistake<Places, Near>> mistakes_of_chance() {
    const auto distance = [](Places p) { return static_cast<double>(p.distance); };
    const auto largest = [](Places p) {
        return static_cast<double>(p.context_window);
    };
    return {
        {"one window too few: a window of d includes the distance d",
         [=](Places p) { return Near{chance(largest(p) - distance(p), p)}; }},
        {"this is the chance of one window, and all from d on include the distance",
         [](Places p) { return Near{chance(1.0, p)}; }},
        {"the share of the windows that are too small: asked for is the rest",
         [=](Places p) {
             return Near{p.distance > p.context_window
                             ? 1.0
                             : chance(distance(p) - 1.0, p)};
         }},
        {"the weight 1/d is chapter 5's: here windows are counted",
         [=](Places p) { return Near{chance(largest(p) / distance(p), p)}; }},
        {"further away than the largest window there is no chance left, and none "
         "below 0",
         [=](Places p) {
             return Near{(largest(p) - distance(p) + 1.0) / largest(p)};
         }},
        {"numbers without a sign went below 0: further away than the largest "
         "window "
         "the chance is 0",
         [=](Places p) {
             return Near{static_cast<double>(p.context_window - p.distance + 1) /
                         largest(p)};
         }},
    };
}

}  // namespace

TEST_CASE("The pairs of a text") {
    diagnosis::check<Text, Pairs>(
        {.inputs = texts(),
         .describe =
             [](const Text& text) {
                 std::string line;
                 for (const Token token : text.tokens)
                     line += nn::exercise::name_of(token) + " ";
                 return "the text " + line + "with the windows " +
                        show(text.windows);
             },
         .right = [](const Text& text) { return pairs_of(text, {}); },
         .yours =
             [](const Text& text) {
                 return nn::exercise::skip_gram_pairs(text.tokens, text.windows);
             },
         .mistakes = mistakes_of_pairs()});
}

TEST_CASE("The chance of a pair") {
    diagnosis::check<Places, Near>(
        {.inputs = {{1, 2}, {2, 2}, {1, 5}, {3, 5}, {5, 5}, {6, 5}, {9, 5}, {1, 1}},
         .describe =
             [](Places p) {
                 return "distance = " + show(p.distance) +
                        ", context_window = " + show(p.context_window);
             },
         .right =
             [](Places p) {
                 return Near{chance(static_cast<double>(p.context_window) + 1.0 -
                                        static_cast<double>(p.distance),
                                    p)};
             },
         .yours =
             [](Places p) {
                 return Near{
                     nn::exercise::chance_of_pair(p.distance, p.context_window)};
             },
         .mistakes = mistakes_of_chance()});
}
