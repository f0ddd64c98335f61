#include <stdexcept>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;
using Heads = std::vector<Columns>;

struct Task {
    std::string name;
    Columns X;
    std::size_t heads;

    std::size_t width() const { return X[0].size(); }
    std::size_t d() const { return width() / heads; }
    std::size_t tokens() const { return X.size(); }
};

Task random_task(std::size_t tokens, std::size_t width, std::size_t heads,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    return {show(tokens) + " tokens of width " + show(width) + ", " + show(heads) +
                " heads",
            diagnosis::normal_columns(tokens, width, rng), heads};
}

std::vector<Task> tasks() {
    return {
        {"2 tokens of width 4, 2 heads, by hand", {{1, 2, 3, 4}, {5, 6, 7, 8}}, 2},
        random_task(3, 6, 2, 1),
        random_task(2, 6, 3, 2),
        random_task(4, 4, 4, 3),
        random_task(6, 5, 1, 4),
        random_task(6, 6, 3, 5)};
}

// The place of number i of head h in the columns of X, one behind the other.
using PlaceOf = std::size_t (*)(const Task&, std::size_t h, std::size_t t,
                                std::size_t i);

std::size_t right_place(const Task& task, std::size_t h, std::size_t t,
                        std::size_t i) {
    return t * task.width() + h * task.d() + i;
}

Heads split(const Task& task, PlaceOf place_of) {
    const Column numbers = diagnosis::joined(task.X);
    Heads all(task.heads, Columns(task.tokens(), Column(task.d())));
    for (std::size_t h = 0; h < task.heads; ++h)
        for (std::size_t t = 0; t < task.tokens(); ++t)
            for (std::size_t i = 0; i < task.d(); ++i)
                all[h][t][i] = numbers[place_of(task, h, t, i)];
    return all;
}

// Head by head, with a mark before each head and each token, so that shapes count.
std::vector<Close> row_of(const Heads& heads) {
    Column row;
    for (const Columns& head : heads) {
        row.push_back(double(head.size()));
        for (const Column& token : head) {
            row.push_back(double(token.size()));
            row.insert(row.end(), token.begin(), token.end());
        }
    }
    return diagnosis::rounded(row);
}

using Named = std::vector<diagnosis::Mistake<Task, std::vector<Close>>>;

Named mistakes_of_splitting() {
    Named all;
    const auto mistake = [&](const std::string& name, PlaceOf place_of) {
        all.push_back({name, [=](const Task& task) {
                           return row_of(split(task, place_of));
                       }});
    };
    mistake("the heads take turns: head h has d numbers side by side",
            [](const Task& task, std::size_t h, std::size_t t, std::size_t i) {
                return t * task.width() + i * task.heads + h;
            });
    mistake("all heads have the numbers of the first: head h begins at h d",
            [](const Task& task, std::size_t, std::size_t t, std::size_t i) {
                return t * task.width() + i;
            });
    mistake("the tokens are cut and not their vectors: each head has all tokens",
            [](const Task& task, std::size_t h, std::size_t t, std::size_t i) {
                return (h * task.tokens() + t) * task.d() + i;
            });
    mistake("the last part goes to the first head: head 0 has the first numbers",
            [](const Task& task, std::size_t h, std::size_t t, std::size_t i) {
                return right_place(task, task.heads - 1 - h, t, i);
            });
    return all;
}

// What the heads answer: other numbers than they got, in the same places.
Heads answers(const Task& task) {
    Heads all = split(task, right_place);
    for (Columns& head : all)
        for (Column& token : head)
            for (double& number : token) number *= 10;
    return all;
}

Columns stack(const Heads& heads, bool reversed = false) {
    Columns X(heads[0].size());
    for (std::size_t h = 0; h < heads.size(); ++h) {
        const Columns& head = heads[reversed ? heads.size() - 1 - h : h];
        for (std::size_t t = 0; t < X.size(); ++t)
            X[t].insert(X[t].end(), head[t].begin(), head[t].end());
    }
    return X;
}

Columns side_by_side(const Heads& heads) {
    Columns X;
    for (const Columns& head : heads) X.insert(X.end(), head.begin(), head.end());
    return X;
}

Columns summed(const Heads& heads, double factor) {
    Columns X = heads[0];
    for (std::size_t t = 0; t < X.size(); ++t)
        for (std::size_t i = 0; i < X[t].size(); ++i) {
            X[t][i] = 0.0;
            for (const Columns& head : heads) X[t][i] += factor * head[t][i];
        }
    return X;
}

Columns in_turns(const Heads& heads) {
    Columns X(heads[0].size());
    for (std::size_t t = 0; t < X.size(); ++t)
        for (std::size_t i = 0; i < heads[0][t].size(); ++i)
            for (const Columns& head : heads) X[t].push_back(head[t][i]);
    return X;
}

Named mistakes_of_stacking() {
    Named all;
    const auto mistake = [&](const std::string& name, auto stacking) {
        all.push_back({name, [=](const Task& task) {
                           return row_of({stacking(answers(task))});
                       }});
    };
    mistake("the heads stand side by side: a token's parts are stacked",
            side_by_side);
    mistake("the heads are added: a token's parts are stacked",
            [](const Heads& heads) { return summed(heads, 1.0); });
    mistake("the mean of the heads: a token's parts are stacked",
            [](const Heads& heads) {
                return summed(heads, 1.0 / double(heads.size()));
            });
    mistake("the heads take turns: all numbers of head 0 come first", in_turns);
    mistake("the last head comes first: head 0 is on top",
            [](const Heads& heads) { return stack(heads, true); });
    return all;
}

bool refused(std::size_t width, std::size_t heads) {
    try {
        nn::exercise::split_into_heads({Column(width, 1.0)}, heads);
    } catch (const std::invalid_argument&) {
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Heads that do not divide the width are refused") {
    for (const auto& [width, heads] :
         {std::pair<std::size_t, std::size_t>{6, 4}, {5, 2}, {2, 3}, {4, 0}})
        if (!refused(width, heads))
            FAIL(
                "heads that do not divide the width are taken: throw "
                "std::invalid_argument"
                << "\n    for       " << heads << " heads and a width of "
                << width);
    SUCCEED();
}

TEST_CASE("Split into heads: each head's tokens, after their number and size") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return row_of(split(task, right_place)); },
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::split_into_heads(task.X, task.heads));
             },
         .mistakes = mistakes_of_splitting()});
}

TEST_CASE("Stacked again: each token, after their number and size") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return row_of({stack(answers(task))}); },
         .yours =
             [](const Task& task) {
                 return row_of({nn::exercise::stacked(answers(task))});
             },
         .mistakes = mistakes_of_stacking()});
}
