#include <cmath>

#include "contract.hpp"
#include "exercises/slopes.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::Side;
using nn::exercise::Sides;
using Row = std::vector<double>;

struct Task {
    std::string name;
    Sides parameters;
    double log_x, weight;
    double rate = 0.1;
    Sides sums = {};
};

std::vector<Task> tasks() {
    const Side king{{0.5, -1.25, 0.75}, 0.4}, queen{{1.5, 0.25, -0.5}, -0.9};
    return {{"one number each, by hand", {{{2}, 1}, {{3}, -1}}, 4.0, 0.5},
            {"three numbers each", {king, queen}, 1.5, 0.3},
            {"a score that is too large", {queen, king}, -2.0, 1.0},
            {"a cell that counts little", {king, king}, 3.0, 0.02}};
}

Row row_of(const Sides& cell) {
    Row row = cell.word.vector;
    row.push_back(cell.word.bias);
    row.insert(row.end(), cell.context.vector.begin(), cell.context.vector.end());
    row.push_back(cell.context.bias);
    return row;
}

std::string name_of(const Task& task, std::size_t parameter) {
    const std::size_t d = task.parameters.word.vector.size();
    const std::string side = parameter <= d ? "word" : "context";
    const std::size_t place = parameter % (d + 1);
    return side + (place == d ? ".bias" : ".vector[" + show(place) + "]");
}

Real50 cost_of(const Task& task, std::span<const Real50> row) {
    const std::size_t d = task.parameters.word.vector.size();
    Real50 missed = row[d] + row[2 * d + 1] - task.log_x;
    for (std::size_t i = 0; i < d; ++i) missed += row[i] * row[d + 1 + i];
    return missed * missed * task.weight / 2;
}

// The slopes and the step, and what people make of them.
struct Slip {
    double factor = 1.0;  // of all slopes
    bool weights = true, weight_squared = false;
    bool biases = true;        // have slopes
    bool biases_score = true;  // are in the score
    bool exchanged = false;

    bool root = true;
    bool sum_first = false;
    bool rate_in_sum = true;
    bool sums_grow = true;
    bool squares = true;
    double direction = -1.0;
    bool context_late = false;  // its slopes are taken from moved numbers
};

Sides slopes_of(const Sides& at, double log_x, double weight, const Slip& slip) {
    const auto& [w, c] = at;
    double missed = (slip.biases_score ? w.bias + c.bias : 0.0) - log_x;
    for (std::size_t i = 0; i < w.vector.size(); ++i)
        missed += w.vector[i] * c.vector[i];
    const double slope = slip.factor * missed * (slip.weights ? weight : 1.0) *
                         (slip.weight_squared ? weight : 1.0);
    Sides slopes = slip.exchanged ? at : Sides{c, w};
    for (Side* side : {&slopes.word, &slopes.context}) {
        for (double& x : side->vector) x *= slope;
        side->bias = slip.biases ? slope : 0.0;
    }
    return slopes;
}

void move(double& parameter, double& sum, double slope, double rate,
          const Slip& slip) {
    const double step = rate * slope;
    const double grown = sum + (slip.rate_in_sum ? 1.0 : 1.0 / (rate * rate)) *
                                   (slip.squares ? step * step : std::abs(step));
    const double divisor = slip.sum_first ? grown : sum;
    parameter += slip.direction * step / (slip.root ? std::sqrt(divisor) : divisor);
    if (slip.sums_grow) sum = grown;
}

void move(Side& side, Side& sums, const Side& slopes, double rate,
          const Slip& slip) {
    for (std::size_t i = 0; i < side.vector.size(); ++i)
        move(side.vector[i], sums.vector[i], slopes.vector[i], rate, slip);
    move(side.bias, sums.bias, slopes.bias, rate, slip);
}

std::vector<diagnosis::Mistake<Task, Row>> mistakes_of_slopes() {
    std::vector<diagnosis::Mistake<Task, Row>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& t) {
                           return row_of(
                               slopes_of(t.parameters, t.log_x, t.weight, slip));
                       }});
    };
    mistake("twice the slope: the half of the cost takes the 2 of the square away",
            {.factor = 2.0});
    mistake("the sign: the slope along the score is weight · (score − log x)",
            {.factor = -1.0});
    mistake("the weight is missing", {.weights = false});
    mistake("the weight is there twice", {.weight_squared = true});
    mistake(
        "the slopes along the biases are missing: they are in the score with "
        "factor 1",
        {.biases = false});
    mistake("the biases are missing in the score: w·c + b + b̃",
            {.biases_score = false});
    mistake("the vectors are exchanged: along w the slope has the factor c",
            {.exchanged = true});
    return all;
}

// The numbers and the sums after three cells, in one row.
struct After : std::vector<Close> {};

After after(const Sides& at, const Sides& sums) {
    After all;
    for (const Sides* cell : {&at, &sums})
        for (const double x : row_of(*cell)) all.push_back({x});
    return all;
}

Task started(Task task) {
    task.sums = task.parameters;
    for (Side* side : {&task.sums.word, &task.sums.context}) {
        for (double& x : side->vector) x = 1.0;
        side->bias = 1.0;
    }
    return task;
}

template <class Step>
After after_three_steps(const Task& task, Step step) {
    Task t = started(task);
    for (const double log_x : {t.log_x, t.log_x + 1.0, t.log_x - 2.0})
        step(t.parameters, t.sums, log_x);
    return after(t.parameters, t.sums);
}

After slipped(const Task& t, const Slip& slip) {
    return after_three_steps(t, [&](Sides& at, Sides& sums, double log_x) {
        const Sides slopes = slopes_of(at, log_x, t.weight, slip);
        move(at.word, sums.word, slopes.word, t.rate, slip);
        Side context = slopes.context;
        if (slip.context_late)  // the slope along the score was kept, w has moved
            for (std::size_t i = 0; i < context.vector.size(); ++i)
                context.vector[i] = slopes.word.bias * at.word.vector[i];
        move(at.context, sums.context, context, t.rate, slip);
    });
}

std::vector<diagnosis::Mistake<Task, After>> mistakes_of_step() {
    std::vector<diagnosis::Mistake<Task, After>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slipped(task, slip); }});
    };
    mistake("the root is missing: divide by √sum", {.root = false});
    mistake("the sum grows before the step is divided: first move, then add",
            {.sum_first = true});
    mistake(
        "the sum grows by the slope squared: it is the step, rate · slope, whose "
        "square is added",
        {.rate_in_sum = false});
    mistake("the sums do not grow: they are kept from cell to cell",
            {.sums_grow = false});
    mistake("the sum grows by the step and not by its square", {.squares = false});
    mistake("uphill: a parameter moves against its slope", {.direction = 1.0});
    mistake(
        "the context's slopes use a word vector that has moved: take all slopes "
        "first",
        {.context_late = true});
    mistake("the biases do not move: they have slopes and sums as well",
            {.biases = false});
    return all;
}

}  // namespace

TEST_CASE("The slopes of a cell are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters = [](const Task& task) { return row_of(task.parameters); },
         .name_of = name_of,
         .loss = cost_of,
         .yours =
             [](const Task& t) {
                 return row_of(
                     nn::exercise::cell_slopes(t.parameters, t.log_x, t.weight));
             },
         .mistakes = mistakes_of_slopes()});
}

TEST_CASE("Three steps of AdaGrad: the parameters, then the sums") {
    diagnosis::check<Task, After>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return slipped(task, {}); },
         .yours =
             [](const Task& t) {
                 return after_three_steps(
                     t, [&](Sides& at, Sides& sums, double log_x) {
                         nn::exercise::adagrad_on_cell(at, sums, log_x, t.weight,
                                                       t.rate);
                     });
             },
         .mistakes = mistakes_of_step()});
}
