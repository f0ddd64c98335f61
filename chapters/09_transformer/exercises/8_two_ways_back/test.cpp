#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/slopes.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::Part;

// A part: W₂ (W₁ x)², number by number; what it can be written with in 50 digits.
struct Weights {
    Columns first, second;  // rows
};

template <class T>
std::vector<T> times(const Columns& rows, std::span<const T> x) {
    std::vector<T> y(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < x.size(); ++j) y[i] += T(rows[i][j]) * x[j];
    return y;
}

template <class T>
std::vector<T> given(const Weights& weights, std::span<const T> x) {
    std::vector<T> hidden = times(weights.first, x);
    for (T& number : hidden) number *= number;
    return times<T>(weights.second, hidden);
}

Column transposed_times(const Columns& rows, const Column& y) {
    Column x(rows[0].size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < x.size(); ++j) x[j] += rows[i][j] * y[i];
    return x;
}

Column through(const Weights& weights, const Column& x, const Column& slopes) {
    const Column hidden = times<double>(weights.first, x);
    Column d = transposed_times(weights.second, slopes);
    for (std::size_t k = 0; k < d.size(); ++k) d[k] *= 2.0 * hidden[k];
    return transposed_times(weights.first, d);
}

struct Task {
    std::string name;
    std::vector<Weights> parts;
    Column x, slopes;
};

Column scaled(Column numbers, double factor) {
    for (double& number : numbers) number *= factor;
    return numbers;
}

Task random_task(std::size_t parts, std::size_t width, std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(parts) + " parts, width " + show(width), {}, {}, {}};
    const auto rows = [&] {
        Columns all = diagnosis::normal_columns(width, width, rng);
        for (Column& row : all) row = scaled(row, 0.5);
        return all;
    };
    for (std::size_t i = 0; i < parts; ++i) {
        const Columns first = rows();
        task.parts.push_back({first, rows()});
    }
    task.x = diagnosis::normals(width, rng, 0.5);
    task.slopes = diagnosis::normals(width, rng);
    return task;
}

std::vector<Task> tasks() {
    return {{"two parts of one number, x² and 4x²",
             {{{{1}}, {{1}}}, {{{2}}, {{1}}}},
             {1},
             {1}},
            random_task(1, 3, 1),
            random_task(2, 3, 2),
            random_task(4, 2, 3),
            {"no part at all", {}, {1, 2}, {3, 4}}};
}

// A loss whose slopes behind the last part are those given.
Real50 loss_of(const Task& task, std::span<const Real50> x) {
    std::vector<Real50> stream(x.begin(), x.end());
    for (const Weights& part : task.parts) {
        const std::vector<Real50> news = given<Real50>(part, stream);
        for (std::size_t i = 0; i < news.size(); ++i) stream[i] += news[i];
    }
    Real50 loss;
    for (std::size_t i = 0; i < stream.size(); ++i)
        loss += stream[i] * task.slopes[i];
    return loss;
}

// The way back, and what people make of it.
struct Slip {
    bool past = true;     // the way past a part
    bool through = true;  // and through it
    bool last_first = true;
    enum Input { own, behind, x_for_all, not_added } input = own;
    bool outer_slopes = false;  // each part is given those behind the last
    bool past_all = false;      // one way past all parts together
    bool halved = false;
};

Column sum(Column a, const Column& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
}

Columns stream_of(const Task& task, const Slip& slip) {
    Columns stream{task.x};
    for (const Weights& part : task.parts) {
        const Column news = given<double>(part, stream.back());
        stream.push_back(slip.input == Slip::not_added ? news
                                                       : sum(stream.back(), news));
    }
    return stream;
}

std::size_t place_of(std::size_t part, const Slip& slip) {
    if (slip.input == Slip::x_for_all) return 0;
    return slip.input == Slip::behind ? part + 1 : part;
}

Column slopes_of(const Task& task, const Slip& slip) {
    const Columns stream = stream_of(task, slip);
    Column dx = task.slopes;
    for (std::size_t n = 0; n < task.parts.size(); ++n) {
        const std::size_t i = slip.last_first ? task.parts.size() - 1 - n : n;
        const Column news = through(task.parts[i], stream[place_of(i, slip)],
                                    slip.outer_slopes ? task.slopes : dx);
        if (!slip.past)
            dx = news;
        else if (slip.through)
            dx = scaled(sum(dx, news), slip.halved ? 0.5 : 1.0);
    }
    return slip.past_all ? sum(dx, task.slopes) : dx;
}

std::vector<diagnosis::Mistake<Task, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("the way past the parts is missing: x is added to as well as read",
            {.past = false});
    mistake("the way through the parts is missing: x is read as well as added to",
            {.through = false});
    mistake("the first part comes first: the way back begins with the last one",
            {.last_first = false});
    mistake("a part is given the stream behind it: it has read what was before",
            {.input = Slip::behind});
    mistake("every part is given x: it has read the stream as it was before it",
            {.input = Slip::x_for_all});
    mistake(
        "on the way forward the parts do not add: each takes the stream's place",
        {.input = Slip::not_added});
    mistake(
        "every part is given the slopes behind the last: it gets those behind "
        "itself",
        {.outer_slopes = true});
    mistake("one way past all parts together: there is a way past each of them",
            {.past = false, .past_all = true});
    mistake("the mean of both ways: they add up", {.halved = true});
    return all;
}

std::vector<Part> parts_of(const Task& task) {
    std::vector<Part> parts;
    for (const Weights& weights : task.parts)
        parts.push_back({[=](const Column& x) { return given<double>(weights, x); },
                         [=](const Column& x, const Column& slopes) {
                             return through(weights, x, slopes);
                         }});
    return parts;
}

}  // namespace

TEST_CASE("The slopes before the stream are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters = [](const Task& task) { return task.x; },
         .name_of = [](const Task&,
                       std::size_t place) { return "x(" + show(place) + ")"; },
         .loss = loss_of,
         .yours =
             [](const Task& task) {
                 const std::vector<Part> parts = parts_of(task);
                 return nn::exercise::stream_back(parts, task.x, task.slopes);
             },
         .mistakes = mistakes()});
}
