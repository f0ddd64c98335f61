#include <stdexcept>

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
    Columns dX;
    std::size_t sequences, positions;

    std::size_t tokens() const { return dX.size() / sequences; }
};

Task random_task(std::size_t sequences, std::size_t tokens, std::size_t positions,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    return {show(sequences) + " sequences of " + show(tokens) + " tokens, " +
                show(positions) + " positions",
            diagnosis::normal_columns(sequences * tokens, 3, rng), sequences,
            positions};
}

std::vector<Task> tasks() {
    return {{"2 sequences of 2 tokens, 3 positions, by hand",
             {{1}, {2}, {10}, {20}},
             2,
             3},
            random_task(3, 4, 4, 1),
            random_task(4, 3, 6, 2),
            random_task(1, 5, 5, 3),
            random_task(5, 2, 9, 4)};
}

// Whose slopes a column of dX is added to, by right and by mistake.
using PositionOf = std::size_t (*)(const Task&, std::size_t column);

std::size_t right_position(const Task& task, std::size_t column) {
    return column % task.tokens();
}

Columns summed(const Task& task, PositionOf position_of) {
    Columns slopes(task.positions, Column(task.dX[0].size()));
    for (std::size_t c = 0; c < task.dX.size(); ++c)
        for (std::size_t i = 0; i < task.dX[c].size(); ++i)
            slopes[position_of(task, c)][i] += task.dX[c][i];
    return slopes;
}

Columns right(const Task& task) {
    return summed(task, right_position);
}

Columns mean(const Task& task) {
    Columns slopes = right(task);
    for (Column& column : slopes)
        for (double& slope : column) slope /= double(task.sequences);
    return slopes;
}

Columns first_alone(Task task) {
    task.dX.resize(task.tokens());
    task.sequences = 1;
    return right(task);
}

Columns last_alone(Task task) {
    task.dX.erase(task.dX.begin(), task.dX.end() - std::ptrdiff_t(task.tokens()));
    task.sequences = 1;
    return right(task);
}

Columns cut_short(const Task& task) {
    Columns slopes = right(task);
    slopes.resize(task.tokens());
    return slopes;
}

std::vector<Close> row_of(const Columns& slopes) {
    return diagnosis::rounded(diagnosis::joined(slopes));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, auto slopes) {
        all.push_back(
            {name, [=](const Task& task) { return row_of(slopes(task)); }});
    };
    mistake("the mean over the sequences: their slopes add up", mean);
    mistake("the last sequence alone: the slopes of all sequences add up",
            last_alone);
    mistake("the first sequence alone: the slopes of all sequences add up",
            first_alone);
    mistake(
        "the batch is read token by token: column s T + t is token t of sequence s",
        [](const Task& task) {
            return summed(task, [](const Task& t, std::size_t column) {
                return column / t.sequences;
            });
        });
    mistake("the positions run on from sequence to sequence: each begins at 0",
            [](const Task& task) {
                return summed(task, [](const Task& t, std::size_t column) {
                    return column % t.positions;
                });
            });
    mistake("the positions without a token are missing: their slopes are 0",
            cut_short);
    return all;
}

bool refused(std::size_t tokens, std::size_t positions) {
    try {
        nn::exercise::slopes_of_positions(Columns(2 * tokens, Column{1.0}), 2,
                                          positions);
    } catch (const std::invalid_argument&) {
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("The slopes of the positions, column by column") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return row_of(right(task)); },
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::slopes_of_positions(
                     task.dX, task.sequences, task.positions));
             },
         .mistakes = mistakes()});
}

TEST_CASE("A sequence that is longer than the table is refused") {
    for (const auto& [tokens, positions] :
         {std::pair<std::size_t, std::size_t>{4, 3}, {65, 64}, {9, 2}})
        if (!refused(tokens, positions))
            FAIL("a sequence beyond the table is taken: throw std::invalid_argument"
                 << "\n    for       " << tokens << " tokens and " << positions
                 << " positions");
    SUCCEED();
}
