#include <cmath>
#include <numeric>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;
using nn::exercise::PairCounts;

struct Text {
    std::string letters;
    std::size_t symbols;  // a, b, c …
};

PairCounts counts_of(const Text& text) {
    PairCounts counts{Column(text.symbols), {text.symbols, Column(text.symbols)}};
    std::size_t before = text.symbols;
    for (const char letter : text.letters) {
        const auto symbol = static_cast<std::size_t>(letter - 'a');
        counts.times[symbol] += 1.0;
        if (before < text.symbols) counts.pairs[before][symbol] += 1.0;
        before = symbol;
    }
    return counts;
}

// A text, and a symbol after which all symbols are asked for.
struct Question {
    Text text;
    std::size_t before;
};

std::vector<Question> questions() {
    const std::vector<Text> texts = {
        {"ababa", 3}, {"abcabcbbcac", 3}, {"aabacadaeabbf", 7}, {"daad", 4}};
    std::vector<Question> all;
    for (const Text& text : texts)
        for (std::size_t before = 0; before < text.symbols; ++before)
            all.push_back({text, before});
    return all;
}

double sum_of(const Column& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

double kinds_in(const Column& counts) {
    return static_cast<double>(std::count_if(
        counts.begin(), counts.end(), [](double count) { return count > 0.0; }));
}

// Witten and Bell's probability, and what people make of it.
struct Slip {
    enum Kinds { row, occurrences, column, all } kinds = row;
    bool followed_by_times = false;  // times[a] in the place of f(a)
    bool turned = false;             // pairs[b][a]
    bool add_one = false;
    bool rest = true;  // kinds · shorter
    bool rest_for_news_only = false;
    bool exchanged = false;  // the weights of the counts and of the rest
    enum Shorter { mixed, share, even } shorter = mixed;
    enum Unseen { shorter_look, nothing, even_odds } unseen = shorter_look;
};

double without_looking_back(const PairCounts& counts, std::size_t b,
                            const Slip& slip) {
    const double n = static_cast<double>(counts.times.size());
    const double N = sum_of(counts.times), k = kinds_in(counts.times);
    if (slip.shorter == Slip::share) return counts.times[b] / N;
    if (slip.shorter == Slip::even) return 1.0 / n;
    return (counts.times[b] + k / n) / (N + k);
}

double kinds_of(const PairCounts& counts, std::size_t a, std::size_t b,
                const Slip& slip) {
    const Column& row = counts.pairs[a];
    Column column;
    for (const Column& other : counts.pairs) column.push_back(other[b]);
    switch (slip.kinds) {
        case Slip::occurrences:
            return sum_of(row);
        case Slip::column:
            return kinds_in(column);
        case Slip::all:
            return static_cast<double>(row.size());
        default:
            return kinds_in(row);
    }
}

double unseen(double shorter, std::size_t symbols, const Slip& slip) {
    switch (slip.unseen) {
        case Slip::nothing:
            return std::nan("");
        case Slip::even_odds:
            return 1.0 / static_cast<double>(symbols);
        default:
            return shorter;
    }
}

double probability(const PairCounts& counts, std::size_t a, std::size_t b,
                   const Slip& slip) {
    const Column& row = counts.pairs[a];
    const double n = static_cast<double>(row.size());
    const double shorter = without_looking_back(counts, b, slip);
    const double k = kinds_of(counts, a, b, slip);
    const double f = slip.followed_by_times ? counts.times[a] : sum_of(row);
    const double c = slip.turned ? counts.pairs[b][a] : row[b];
    if (slip.add_one) return (c + 1.0) / (f + n);
    if (f == 0.0) return unseen(shorter, row.size(), slip);
    if (!slip.rest) return c / f;
    if (slip.exchanged) return (k * c / f + f * shorter) / (f + k);
    const bool gets_rest = !slip.rest_for_news_only || c == 0.0;
    return (c + (gets_rest ? k * shorter : 0.0)) / (f + k);
}

Column all_after(const Question& q, const Slip& slip) {
    Column all;
    for (std::size_t b = 0; b < q.text.symbols; ++b)
        all.push_back(probability(counts_of(q.text), q.before, b, slip));
    return all;
}

Column yours_after(const Question& q) {
    Column all;
    for (std::size_t b = 0; b < q.text.symbols; ++b)
        all.push_back(nn::exercise::after_symbol(counts_of(q.text), q.before, b));
    return all;
}

std::string describe(const Question& q) {
    const std::string letters = "abcdefg";
    return "the symbols after " + letters.substr(q.before, 1) + " in the text " +
           q.text.letters + " of the symbols " + letters.substr(0, q.text.symbols) +
           "; yours sum to " + show(Close{sum_of(yours_after(q))});
}

std::vector<diagnosis::Mistake<Question, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Question, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Question& q) {
                           return diagnosis::rounded(all_after(q, slip));
                       }});
    };
    mistake("the rest is missing: k(a) p(b) belongs to what was counted",
            {.rest = false, .unseen = Slip::nothing});
    mistake("the rest is missing: k(a) p(b) belongs to what was counted",
            {.rest = false});
    mistake(
        "divided by how often a is in the text: f(a) is how often it is followed",
        {.followed_by_times = true});
    mistake("occurrences in the place of kinds: k(a) counts different symbols",
            {.kinds = Slip::occurrences});
    mistake("the kinds before b are counted: k(a) is the kinds after a",
            {.kinds = Slip::column});
    mistake("all symbols are taken as kinds: k(a) counts those that came after a",
            {.kinds = Slip::all});
    mistake("one is added to each count: that is Laplace's way", {.add_one = true});
    mistake("the pairs are turned round: pairs[a][b] is a b after an a",
            {.turned = true});
    mistake("only news gets a part of the rest: counted pairs have theirs too",
            {.rest_for_news_only = true});
    mistake("the weights are exchanged: f(a) belongs to the counts",
            {.exchanged = true});
    mistake("p(b) is a mere share: a symbol that is not in the text has 0",
            {.shorter = Slip::share});
    mistake("the rest is handed out evenly: symbol b gets its p(b) of it",
            {.shorter = Slip::even});
    mistake("nothing followed, and 0 is divided by 0: p(b | a) is p(b) there",
            {.unseen = Slip::nothing});
    mistake("nothing followed, and all are alike: p(b | a) is p(b) there",
            {.unseen = Slip::even_odds});
    return all;
}

}  // namespace

TEST_CASE("The probabilities of all symbols after one") {
    diagnosis::check<Question, std::vector<Close>>(
        {.inputs = questions(),
         .describe = describe,
         .right =
             [](const Question& q) { return diagnosis::rounded(all_after(q, {})); },
         .yours =
             [](const Question& q) { return diagnosis::rounded(yours_after(q)); },
         .mistakes = mistakes()});
}
