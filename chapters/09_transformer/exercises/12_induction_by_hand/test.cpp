#include <cmath>
#include <string>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;
using nn::exercise::Head;
using nn::exercise::Matrix;
using nn::exercise::Stream;

// A number of the stream; sharp enough is sharp.
struct Entry {
    double value;
    std::string place;

    bool operator==(const Entry& other) const {
        if (std::isnan(value) && std::isnan(other.value)) return true;
        return std::abs(value - other.value) <= 0.01;
    }
};

std::string show(const Entry& entry) {
    return show(diagnosis::Close{entry.value}) + " " + entry.place;
}

struct Text {
    std::vector<std::size_t> tokens;
    std::size_t vocabulary;

    std::size_t size() const { return tokens.size(); }
    Stream stream() const { return {vocabulary, size()}; }
};

// So many tokens of the vocabulary in random order, again and again.
Text repeated(std::size_t different, std::size_t vocabulary, std::size_t times,
              std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < vocabulary; ++v) order.push_back(v);
    for (std::size_t i = vocabulary - 1; i > 0; --i)
        std::swap(order[i], order[std::size_t(rng.uniform() * double(i + 1))]);
    Text text{{}, vocabulary};
    for (std::size_t n = 0; n < times * different; ++n)
        text.tokens.push_back(order[n % different]);
    return text;
}

std::vector<Text> texts() {
    return {{{0, 1, 2, 0}, 3},
            repeated(5, 5, 2, 1),
            repeated(6, 9, 3, 2),
            repeated(10, 12, 2, 3)};
}

Columns beginning(const Text& text) {
    const Stream s = text.stream();
    Columns X(text.size(), Column(s.width()));
    for (std::size_t t = 0; t < text.size(); ++t)
        X[t][s.token(text.tokens[t])] = X[t][s.place(t)] = 1.0;
    return X;
}

double score(const Matrix& look, const Column& key, const Column& query) {
    double sum = 0.0;
    for (std::size_t i = 0; i < key.size(); ++i)
        for (std::size_t j = 0; j < query.size() && key[i] != 0; ++j)
            sum += key[i] * look[i][j] * query[j];
    return sum;
}

Column weights_of(const Matrix& look, const Columns& X, std::size_t q) {
    Column weights;
    for (std::size_t k = 0; k <= q; ++k) weights.push_back(score(look, X[k], X[q]));
    const double largest = *std::max_element(weights.begin(), weights.end());
    double sum = 0.0;
    for (double& weight : weights) sum += weight = std::exp(weight - largest);
    for (double& weight : weights) weight /= sum;
    return weights;
}

Columns after(const Head& head, const Columns& X) {
    Columns Y = X;
    for (std::size_t q = 0; q < X.size(); ++q) {
        const Column weights = weights_of(head.look, X, q);
        Column found(X[q].size());
        for (std::size_t k = 0; k <= q; ++k)
            for (std::size_t i = 0; i < found.size(); ++i)
                found[i] += weights[k] * X[k][i];
        for (std::size_t i = 0; i < found.size(); ++i)
            for (std::size_t j = 0; j < found.size(); ++j)
                Y[q][i] += head.copy[i][j] * found[j];
    }
    return Y;
}

std::string row_name(const Stream& s, std::size_t row) {
    if (row < s.place(0)) return "token(" + show(row) + ")";
    if (row < s.before(0)) return "place(" + show(row - s.place(0)) + ")";
    if (row < s.answer(0)) return "before(" + show(row - s.before(0)) + ")";
    return "answer(" + show(row - s.answer(0)) + ")";
}

// The columns of some places, number by number.
template <class Chosen>
std::vector<Entry> entries(const Text& text, const Columns& X, Chosen chosen) {
    std::vector<Entry> all;
    for (std::size_t t = 0; t < X.size(); ++t)
        for (std::size_t i = 0; i < X[t].size() && chosen(t); ++i)
            all.push_back({X[t][i], "in row " + row_name(text.stream(), i) +
                                        " of the token at place " + show(t)});
    return all;
}

void require_shapes(const Head& head, const Stream& stream) {
    for (const Matrix* matrix : {&head.look, &head.copy}) {
        bool square = matrix->size() == stream.width();
        for (const auto& row : *matrix) square &= row.size() == stream.width();
        if (!square)
            FAIL("a matrix is not width × width: " << stream.width()
                                                   << " rows of as many");
    }
}

// A head: entries of its matrices, by rules.
struct Rules {
    double sharp = 100.0;
    std::size_t (*to)(const Stream&, std::size_t v) = nullptr;    // written
    std::size_t (*from)(const Stream&, std::size_t v) = nullptr;  // read
    std::size_t (*key)(const Stream&, std::size_t n) = nullptr;
    std::size_t (*query)(const Stream&, std::size_t n) = nullptr;
    std::size_t (*pairs)(const Stream&) = nullptr;
    bool first_counts = true;  // the key at place 0
};

std::size_t token(const Stream& s, std::size_t v) {
    return s.token(v);
}
std::size_t before(const Stream& s, std::size_t v) {
    return s.before(v);
}
std::size_t answer(const Stream& s, std::size_t v) {
    return s.answer(v);
}
std::size_t place(const Stream& s, std::size_t t) {
    return s.place(t);
}
std::size_t next_place(const Stream& s, std::size_t t) {
    return s.place(t + 1);
}

Rules right_first() {
    return {.to = before,
            .from = token,
            .key = place,
            .query = next_place,
            .pairs = [](const Stream& s) { return s.places - 1; }};
}

Rules right_second() {
    return {.to = answer,
            .from = token,
            .key = before,
            .query = token,
            .pairs = [](const Stream& s) { return s.tokens; },
            .first_counts = false};
}

Head head_of(const Stream& s, const Rules& rules) {
    const Matrix zeros(s.width(), Column(s.width()));
    Head head{zeros, zeros};
    for (std::size_t n = 0; n < rules.pairs(s); ++n)
        head.look[rules.key(s, n)][rules.query(s, n)] = rules.sharp;
    for (std::size_t v = 0; v < s.tokens; ++v) {
        if (!rules.first_counts) head.look[s.place(0)][s.token(v)] -= rules.sharp;
        head.copy[rules.to(s, v)][rules.from(s, v)] = 1.0;
    }
    return head;
}

std::vector<Entry> after_first(const Text& text, const Head& head) {
    return entries(text, after(head, beginning(text)),
                   [](std::size_t t) { return t > 0; });
}

std::vector<Entry> after_second(const Text& text, const Head& head) {
    const Columns X = after(head_of(text.stream(), right_first()), beginning(text));
    return entries(text, after(head, X), [&](std::size_t t) {
        const auto here = text.tokens.begin() + std::ptrdiff_t(t);
        return std::find(text.tokens.begin(), here, *here) != here;
    });
}

using Named = std::vector<diagnosis::Mistake<Text, std::vector<Entry>>>;

Named mistakes_of_first() {
    Named all;
    const auto mistake = [&](const std::string& name, auto change) {
        all.push_back({name, [=](const Text& text) {
                           Rules rules = right_first();
                           change(rules);
                           return after_first(text, head_of(text.stream(), rules));
                       }});
    };
    mistake("the token looks at itself: it is to look one place back",
            [](Rules& r) {
                r.query = place;
                r.pairs = [](const Stream& s) { return s.places; };
            });
    mistake("key and query are exchanged: look[i][j] has the key's row first",
            [](Rules& r) { std::swap(r.key, r.query); });
    mistake("the scores are too small: softmax shares out, so make them large",
            [](Rules& r) { r.sharp = 1.0; });
    mistake("copy is transposed: the row that is written comes first",
            [](Rules& r) { std::swap(r.to, r.from); });
    mistake("the token before goes to the rows of the token: its rows are `before`",
            [](Rules& r) { r.to = token; });
    mistake("the token before goes to the answer: its rows are `before`",
            [](Rules& r) { r.to = answer; });
    mistake(
        "it looks away from the place before: large scores are found, not small",
        [](Rules& r) { r.sharp = -r.sharp; });
    return all;
}

Named mistakes_of_second() {
    Named all;
    const auto mistake = [&](const std::string& name, auto change) {
        all.push_back({name, [=](const Text& text) {
                           Rules rules = right_second();
                           change(rules);
                           return after_second(text, head_of(text.stream(), rules));
                       }});
    };
    mistake(
        "the token at place 0 is found: nobody stands before it, so it does not "
        "count",
        [](Rules& r) { r.first_counts = true; });
    mistake("the answer is the token that asked: it is the one that came after it",
            [](Rules& r) { r.key = token; });
    mistake("the answer is the token that asked: it is the one that came after it",
            [](Rules& r) { r.from = before; });
    mistake("the answer is the token that asked: it is the one that came after it",
            [](Rules& r) { r.key = token, r.first_counts = true; });
    mistake("the answer is the token that asked: it is the one that came after it",
            [](Rules& r) { r.from = before, r.first_counts = true; });
    mistake(
        "it looks back one place too few: the key's `before` is the query's token",
        [](Rules& r) { std::swap(r.key, r.query); });
    mistake("the scores are too small: softmax shares out, so make them large",
            [](Rules& r) { r.sharp = 1.0; });
    mistake("copy is transposed: the row that is written comes first",
            [](Rules& r) { std::swap(r.to, r.from); });
    mistake(
        "the answer is not in the rows `answer`: the other rows stay as they are",
        [](Rules& r) { r.to = before; });
    mistake(
        "the answer is not in the rows `answer`: the other rows stay as they are",
        [](Rules& r) { r.to = token; });
    return all;
}

std::string describe(const Text& text) {
    return "the text " + show(text.tokens);
}

}  // namespace

TEST_CASE("What the first head leaves in the stream") {
    diagnosis::check<Text, std::vector<Entry>>(
        {.inputs = texts(),
         .describe = describe,
         .right =
             [](const Text& text) {
                 return after_first(text, head_of(text.stream(), right_first()));
             },
         .yours =
             [](const Text& text) {
                 const Head head = nn::exercise::previous_token_head(text.stream());
                 require_shapes(head, text.stream());
                 return after_first(text, head);
             },
         .mistakes = mistakes_of_first()});
}

TEST_CASE("What the second head leaves in the stream, where a token comes again") {
    diagnosis::check<Text, std::vector<Entry>>(
        {.inputs = texts(),
         .describe = describe,
         .right =
             [](const Text& text) {
                 return after_second(text, head_of(text.stream(), right_second()));
             },
         .yours =
             [](const Text& text) {
                 const Head head = nn::exercise::induction_head(text.stream());
                 require_shapes(head, text.stream());
                 return after_second(text, head);
             },
         .mistakes = mistakes_of_second()});
}
