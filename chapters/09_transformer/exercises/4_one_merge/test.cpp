#include <map>
#include <string>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::show;
using nn::exercise::CountedWord;
using nn::exercise::Pair;
using nn::exercise::Token;

using Word = std::vector<Token>;
using Text = std::vector<CountedWord>;

Word tokens_of(const std::string& word) {
    return {word.begin(), word.end()};
}

struct Counting {
    std::string name;
    Text words;
};

std::vector<Counting> countings() {
    const auto word = [](const std::string& letters, std::uint64_t count) {
        return CountedWord{tokens_of(letters), count};
    };
    return {{"banana twice, ana once", {word("banana", 2), word("ana", 1)}},
            {"ab twice, cdcd once, cd once",
             {word("ab", 2), word("cdcd", 1), word("cd", 1)}},
            {"zy twice, yx twice", {word("zy", 2), word("yx", 2)}},
            {"aaa twice, bc 3 times", {word("aaa", 2), word("bc", 3)}},
            {"ax 3 times, bx twice, xb twice",
             {word("ax", 3), word("bx", 2), word("xb", 2)}},
            {"ar, as and at once, bk 5 times",
             {word("ar", 1), word("as", 1), word("at", 1), word("bk", 5)}}};
}

// Counts, and what people make of them.
struct Slip {
    bool times_the_word = true;
    bool overlapping = true;
    bool across = false;  // from word to word
    bool ordered = true;
    bool once_a_word = false;
    enum Tie { smallest, largest, first } tie = smallest;
};

using Counts = std::map<Pair, std::uint64_t>;

Text run_together(const Text& words) {
    Text one{{{}, 1}};
    for (const auto& [tokens, count] : words)
        for (std::uint64_t i = 0; i < count; ++i)
            one[0].tokens.insert(one[0].tokens.end(), tokens.begin(), tokens.end());
    return one;
}

Counts counted(const CountedWord& word, const Slip& slip) {
    Counts counts;
    const Word& tokens = word.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        Pair pair{tokens[i], tokens[i + 1]};
        if (!slip.ordered && pair.second < pair.first)
            std::swap(pair.first, pair.second);
        if (slip.once_a_word) counts[pair] = 0;
        counts[pair] += slip.times_the_word ? word.count : 1;
        const bool triple = i + 2 < tokens.size() && tokens[i] == tokens[i + 1] &&
                            tokens[i + 1] == tokens[i + 2];
        if (!slip.overlapping && triple) ++i;
    }
    return counts;
}

bool better(const Pair& a, const Pair& b, const Slip& slip) {
    if (slip.tie == Slip::first) return false;
    return slip.tie == Slip::smallest ? a < b : b < a;
}

std::vector<Token> most_common(const Counting& task, const Slip& slip) {
    Counts all;
    std::vector<Pair> order;  // as they come
    const Text words = slip.across ? run_together(task.words) : task.words;
    for (const CountedWord& word : words) {
        for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i)
            order.push_back({word.tokens[i], word.tokens[i + 1]});
        for (const auto& [pair, count] : counted(word, slip)) all[pair] += count;
    }
    if (!slip.ordered) {
        order.clear();
        for (const auto& [pair, count] : all) order.push_back(pair);
    }
    Pair best = order[0];
    for (const Pair& pair : order)
        if (all[pair] > all[best] ||
            (all[pair] == all[best] && better(pair, best, slip)))
            best = pair;
    return {best.first, best.second};
}

// Letters as letters, larger tokens as numbers.
std::string spelled(const Word& tokens) {
    std::string text;
    for (const Token token : tokens)
        text += (text.empty() ? "" : " ") +
                (token < 128 ? std::string(1, char(token)) : show(token));
    return text;
}

std::vector<diagnosis::Mistake<Counting, std::string>> mistakes_of_counting() {
    std::vector<diagnosis::Mistake<Counting, std::string>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Counting& task) {
                           return spelled(most_common(task, slip));
                       }});
    };
    mistake("each word counts once: a pair comes as often as its word",
            {.times_the_word = false});
    mistake("overlapping pairs are not counted: in aaa there are two",
            {.overlapping = false});
    mistake("pairs lie across two words: they are neighbours within one",
            {.across = true});
    mistake("left and right are exchangeable: ab and ba are two pairs",
            {.ordered = false});
    mistake("a pair counts once a word: each of its places counts",
            {.once_a_word = true});
    mistake("of equals the larger pair is taken: it is the smaller one",
            {.tie = Slip::largest});
    mistake("of equals the first to come is taken: it is the smaller pair",
            {.tie = Slip::first});
    return all;
}

struct Merging {
    Word word;
    Pair pair;
};

constexpr Token whole = 256;

std::vector<Merging> mergings() {
    const auto merging = [](const std::string& word, const std::string& pair) {
        return Merging{tokens_of(word), {Token(pair[0]), Token(pair[1])}};
    };
    return {merging("banana", "an"), merging("ana", "an"),    merging("aaa", "aa"),
            merging("aaaaab", "aa"), merging("banab", "ab"),  merging("xyz", "zx"),
            merging("a", "aa"),      merging("cabacab", "ca")};
}

// A merge from one end to the other, by right and by mistake.
enum class Way { right, first_alone, keeps_right, left_alone };

Word merge(const Merging& task, Way way) {
    const auto& [word, pair] = task;
    Word result;
    bool done = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool next = i + 1 < word.size() && word[i] == pair.first &&
                          (word[i + 1] == pair.second || way == Way::left_alone);
        const bool joins = next && !(done && way == Way::first_alone);
        result.push_back(joins ? whole : word[i]);
        done |= joins;
        if (joins && way != Way::keeps_right) ++i;
    }
    return result;
}

Word from_the_end(const Merging& task) {
    const Word turned(task.word.rbegin(), task.word.rend());
    const Word result =
        merge({turned, {task.pair.second, task.pair.first}}, Way::right);
    return {result.rbegin(), result.rend()};
}

Word last_lost(const Merging& task) {
    const auto& [word, pair] = task;
    Word result;
    for (std::size_t i = 0; i + 1 < word.size(); ++i)
        if (Pair{word[i], word[i + 1]} == pair)
            result.push_back(whole), ++i;
        else
            result.push_back(word[i]);
    return result;
}

// Each token by its neighbours in the word as it was.
Word by_neighbours(const Merging& task) {
    const auto& [word, pair] = task;
    Word result;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (i + 1 < word.size() && Pair{word[i], word[i + 1]} == pair)
            result.push_back(whole);
        else if (i == 0 || Pair{word[i - 1], word[i]} != pair)
            result.push_back(word[i]);
    return result;
}

std::vector<diagnosis::Mistake<Merging, std::string>> mistakes_of_merging() {
    std::vector<diagnosis::Mistake<Merging, std::string>> all;
    const auto mistake = [&](const std::string& name, auto result) {
        all.push_back(
            {name, [=](const Merging& task) { return spelled(result(task)); }});
    };
    mistake("only the first such pair is merged: every one in the word is",
            [](const Merging& task) { return merge(task, Way::first_alone); });
    mistake("the merge goes from the end: in aaa the first two are joined",
            from_the_end);
    mistake("the right token stays behind: it is in the new one",
            [](const Merging& task) { return merge(task, Way::keeps_right); });
    mistake("the left token alone decides: look at the next one too",
            [](const Merging& task) { return merge(task, Way::left_alone); });
    mistake("the last token is lost: where it is in no pair, it stays", last_lost);
    mistake("a token is joined twice: in aaa the second one is used up",
            by_neighbours);
    return all;
}

}  // namespace

TEST_CASE("The pair that a text has most often") {
    diagnosis::check<Counting, std::string>(
        {.inputs = countings(),
         .describe = [](const Counting& task) { return task.name; },
         .right =
             [](const Counting& task) { return spelled(most_common(task, {})); },
         .yours =
             [](const Counting& task) {
                 const auto [left, right] =
                     nn::exercise::most_common_pair(task.words);
                 return spelled({left, right});
             },
         .mistakes = mistakes_of_counting()});
}

TEST_CASE("A word with the pair merged into token 256") {
    diagnosis::check<Merging, std::string>(
        {.inputs = mergings(),
         .describe =
             [](const Merging& task) {
                 return spelled(task.word) + ", the pair " +
                        spelled({task.pair.first, task.pair.second});
             },
         .right =
             [](const Merging& task) { return spelled(merge(task, Way::right)); },
         .yours =
             [](const Merging& task) {
                 return spelled(nn::exercise::merged(task.word, task.pair, whole));
             },
         .mistakes = mistakes_of_merging()});
}
