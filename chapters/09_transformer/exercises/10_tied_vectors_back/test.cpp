#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;

struct Task {
    std::string name;
    std::vector<std::size_t> tokens;
    Columns N, dZ, dX;

    std::size_t vocabulary() const { return dZ[0].size(); }
    std::size_t width() const { return N[0].size(); }
};

Task random_task(const std::vector<std::size_t>& tokens, std::size_t vocabulary,
                 std::size_t width, std::uint32_t seed) {
    nn::Rng rng(seed);
    const std::size_t n = tokens.size();
    const Columns N = diagnosis::normal_columns(n, width, rng);
    const Columns dZ = diagnosis::normal_columns(n, vocabulary, rng);
    return {"the text " + show(tokens) + " of " + show(vocabulary) +
                " tokens, width " + show(width),
            tokens, N, dZ, diagnosis::normal_columns(n, width, rng)};
}

std::vector<Task> tasks() {
    return {{"the text [0 0] of 3 tokens, by hand",
             {0, 0},
             {{1}, {10}},
             {{1, -1, 0}, {0, 2, -2}},
             {{100}, {200}}},
            random_task({1, 3, 2}, 4, 3, 1),
            random_task({4, 0, 4, 4}, 5, 2, 2),
            random_task({2, 2, 1, 0, 2}, 6, 4, 3)};
}

// The slopes, and what people make of them.
struct Slip {
    enum Scores { all, none, of_text, of_next } scores = all;
    enum Reading {
        adds,
        nothing,
        assigns,
        last,
        of_places,
        first_wins,
        next
    } reading = adds;
    bool halved = false;
    bool exchanged = false;  // dX in the place of N and N in that of dX
};

void add(double factor, const Column& x, Column& y) {
    for (std::size_t j = 0; j < x.size(); ++j) y[j] += factor * x[j];
}

bool has_score(const Task& task, std::size_t i, std::size_t v, const Slip& slip) {
    const std::size_t n = task.tokens.size();
    switch (slip.scores) {
        case Slip::none:
            return false;
        case Slip::of_text:
            return v == task.tokens[i];
        case Slip::of_next:
            return i + 1 < n && v == task.tokens[i + 1];
        default:
            return true;
    }
}

void read_back(const Task& task, std::size_t i, const Slip& slip, const Column& dx,
               Columns& dE) {
    const std::size_t token = task.tokens[i];
    const auto before = task.tokens.begin() + std::ptrdiff_t(i);
    const bool seen = std::find(task.tokens.begin(), before, token) != before;
    switch (slip.reading) {
        case Slip::nothing:
            return;
        case Slip::first_wins:
            if (seen) return;
            break;
        case Slip::last:
            if (std::find(before + 1, task.tokens.end(), token) !=
                task.tokens.end())
                return;
            break;
        case Slip::next:
            if (i + 1 < task.tokens.size()) add(1.0, dx, dE[task.tokens[i + 1]]);
            return;
        case Slip::of_places:
            return add(1.0, dx, dE[i % dE.size()]);
        case Slip::assigns:
            dE[token] = Column(dx.size());
            break;
        default:
            break;
    }
    add(slip.halved ? 0.5 : 1.0, dx, dE[token]);
}

Columns slopes_of(const Task& task, const Slip& slip) {
    Columns dE(task.vocabulary(), Column(task.width()));
    const Columns& N = slip.exchanged ? task.dX : task.N;
    const Columns& dX = slip.exchanged ? task.N : task.dX;
    for (std::size_t i = 0; i < task.tokens.size(); ++i)
        for (std::size_t v = 0; v < task.vocabulary(); ++v)
            if (has_score(task, i, v, slip))
                add(slip.halved ? 0.5 * task.dZ[i][v] : task.dZ[i][v], N[i], dE[v]);
    for (std::size_t i = 0; i < task.tokens.size(); ++i)
        read_back(task, i, slip, dX[i], dE);
    return dE;
}

std::vector<Close> row_of(const Columns& slopes) {
    return diagnosis::rounded(diagnosis::joined(slopes));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) {
                           return row_of(slopes_of(task, slip));
                       }});
    };
    mistake(
        "the reading is left out: a token's vector has gone into the stream too",
        {.reading = Slip::nothing});
    mistake("the scores are left out: they are products with the same vectors",
            {.scores = Slip::none});
    mistake("the reading overwrites the scores' slopes: the two sources add up",
            {.reading = Slip::assigns});
    mistake("a token that comes twice is moved once: its places add up",
            {.reading = Slip::last});
    mistake("a token that comes twice is moved once: its places add up",
            {.reading = Slip::first_wins});
    mistake(
        "the slopes of the reading go to the next token: they go to the one read",
        {.reading = Slip::next});
    mistake("the slopes of the reading go by places: they go to the token there",
            {.reading = Slip::of_places});
    mistake("only the scores of the text's tokens count: every token had a score",
            {.scores = Slip::of_text});
    mistake("only the scores of the right answers count: every token had a score",
            {.scores = Slip::of_next});
    mistake("the mean of both sources: they add up", {.halved = true});
    mistake("N and dX are exchanged: the scores were made with N",
            {.exchanged = true});
    return all;
}

}  // namespace

TEST_CASE("The slopes of the tokens' vectors, column by column") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return row_of(slopes_of(task, {})); },
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::slopes_of_tied_vectors(
                     task.tokens, task.N, task.dZ, task.dX));
             },
         .mistakes = mistakes()});
}
