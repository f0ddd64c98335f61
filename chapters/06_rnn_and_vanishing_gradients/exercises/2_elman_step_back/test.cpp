#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/slopes.hpp"
#include "nn/sigmoid.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::ElmanStep;
using nn::exercise::ElmanStepSlopes;

struct Task {
    std::string name;
    std::size_t inputs, hidden;
    Column all;  // W_x, W_h and b
    ElmanStep step;
    Columns dh;

    nn::RecurrentWeights<const double> weights() const {
        return nn::recurrent_weights(std::span<const double>(all), hidden, inputs,
                                     hidden);
    }
};

// W_h h_{t−1} + W_x x_t + b.
template <class T>
std::vector<T> sums_of(std::span<const T> all, std::span<const T> x,
                       std::span<const T> h) {
    const auto [W_x, W_h, b] =
        nn::recurrent_weights(all, h.size(), x.size(), h.size());
    std::vector<T> sums(b.begin(), b.end());
    nn::add_product<T>(W_x, x, sums);
    nn::add_product<T>(W_h, h, sums);
    return sums;
}

Column sums_of(const Task& task, std::size_t s) {
    return sums_of<double>(task.all, task.step.inputs[s], task.step.old_states[s]);
}

Task forward(Task task) {
    for (std::size_t s = 0; s < task.dh.size(); ++s) {
        Column h = sums_of(task, s);
        for (double& unit : h) unit = std::tanh(unit);
        task.step.states.push_back(h);
    }
    return task;
}

Task random_task(std::size_t inputs, std::size_t hidden, std::size_t sequences,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(sequences) + " sequences, " + show(inputs) + " inputs, " +
                  show(hidden) + " units",
              inputs,
              hidden,
              diagnosis::normals(hidden * (inputs + hidden + 1), rng, 0.5),
              {},
              {}};
    task.step.inputs = diagnosis::normal_columns(sequences, inputs, rng);
    task.step.old_states = diagnosis::normal_columns(sequences, hidden, rng);
    task.dh = diagnosis::normal_columns(sequences, hidden, rng);
    return forward(task);
}

std::vector<Task> tasks() {
    const double b = std::atanh(0.5) - 3.5;  // then h_t is ½
    return {forward({"one number each, by hand",
                     1,
                     1,
                     {2, 3, b},
                     {{{1}}, {{0.5}}, {}},
                     {{4}}}),
            random_task(3, 3, 2, 1), random_task(4, 2, 3, 2),
            random_task(1, 4, 2, 3)};
}

// W_x, W_h, b, the inputs and the old states, or the slopes in them.
Column row_of(const Column& weights, const Columns& x, const Columns& h) {
    Column row = weights;
    for (const Columns* columns : {&x, &h})
        for (const double number : diagnosis::joined(*columns))
            row.push_back(number);
    return row;
}

Column row_of(const ElmanStepSlopes& slopes) {
    return row_of(diagnosis::joined({slopes.W_x, slopes.W_h, slopes.b}),
                  slopes.inputs, slopes.old_states);
}

std::string name_of(const Task& task, std::size_t place) {
    const std::size_t n = task.hidden;
    if (place < task.all.size())
        return diagnosis::name_of_weight(place, n, task.inputs, n);
    place -= task.all.size();
    const std::size_t inputs = task.inputs * task.dh.size();
    return place < inputs ? diagnosis::name_of_entry("x", place, task.inputs)
                          : diagnosis::name_of_entry("h_{t−1}", place - inputs, n);
}

// A loss whose slopes in h_t are dh.
Real50 loss_of(const Task& task, std::span<const Real50> row) {
    const std::size_t n = task.hidden, sequences = task.dh.size();
    const auto weights = row.first(task.all.size());
    const auto x = row.subspan(weights.size()),
               h = x.subspan(task.inputs * sequences);
    Real50 loss;
    for (std::size_t s = 0; s < sequences; ++s) {
        const std::vector<Real50> sums = sums_of(
            weights, x.subspan(s * task.inputs, task.inputs), h.subspan(s * n, n));
        for (std::size_t i = 0; i < n; ++i) loss += tanh(sums[i]) * task.dh[s][i];
    }
    return loss;
}

// The step backwards, and what people make of it.
struct Slip {
    enum Through { output, nothing, sum, sigmoid } tanh_slope = output;
    bool W_h_transposed = true;
    bool W_x_transposed = true;
    bool through_W_h = true;
    bool bias = true;
    bool new_state = false;  // in the place of the old one
    bool turned = false;     // the slopes in W_h
    bool mean = false;
    bool last_only = false;
};

double tanh_slope(double h, double sum, const Slip& slip) {
    switch (slip.tanh_slope) {
        case Slip::nothing:
            return 1.0;
        case Slip::sum:
            return 1.0 - sum * sum;
        case Slip::sigmoid:
            return h * (1.0 - h);
        default:
            return 1.0 - h * h;
    }
}

Column d_of(const Task& task, std::size_t s, const Slip& slip) {
    Column d = task.dh[s];
    const Column sums = sums_of(task, s);
    for (std::size_t i = 0; i < d.size(); ++i)
        d[i] *= tanh_slope(task.step.states[s][i], sums[i], slip);
    return d;
}

// Wᵀ d, or by mistake what add_product makes of it.
Column sent_back(std::span<const double> W, const Column& d, std::size_t columns,
                 bool transposed) {
    Column slopes(columns);
    if (transposed)
        nn::add_transposed_product<double>(W, d, slopes);
    else
        nn::add_product<double>(W, d, slopes);
    return slopes;
}

void add_sequence(const Task& task, std::size_t s, const Slip& slip,
                  Column& weights) {
    const std::size_t n = task.hidden;
    const Column d = d_of(task, s, slip);
    const Column& h =
        slip.new_state ? task.step.states[s] : task.step.old_states[s];
    const auto [W_x, W_h, b] =
        nn::recurrent_weights(std::span<double>(weights), n, task.inputs, n);
    nn::add_outer_product<double>(d, task.step.inputs[s], W_x);
    nn::add_outer_product<double>(slip.turned ? h : d, slip.turned ? d : h, W_h);
    for (std::size_t i = 0; i < n && slip.bias; ++i) b[i] += d[i];
}

Column slopes_of(const Task& task, const Slip& slip) {
    const auto [W_x, W_h, b] = task.weights();
    Column weights(task.all.size());
    Columns inputs, old_states;
    for (std::size_t s = 0; s < task.dh.size(); ++s) {
        if (slip.last_only) weights.assign(weights.size(), 0.0);
        add_sequence(task, s, slip, weights);
        const Column d = d_of(task, s, slip);
        inputs.push_back(sent_back(W_x, d, task.inputs, slip.W_x_transposed));
        old_states.push_back(
            slip.through_W_h ? sent_back(W_h, d, task.hidden, slip.W_h_transposed)
                             : d);
    }
    if (slip.mean)
        for (double& slope : weights) slope /= static_cast<double>(task.dh.size());
    return row_of(weights, inputs, old_states);
}

std::vector<diagnosis::Mistake<Task, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("the slope of tanh is missing: 1 − h²", {.tanh_slope = Slip::nothing});
    mistake("the slope of tanh is taken at its sum: 1 − h² wants the output",
            {.tanh_slope = Slip::sum});
    mistake("the slope of the sigmoid: tanh has 1 − h²",
            {.tanh_slope = Slip::sigmoid});
    mistake("W_h is not transposed: the slopes in h_{t−1} are W_hᵀ d",
            {.W_h_transposed = false});
    mistake("W_x is not transposed: the slopes in x_t are W_xᵀ d",
            {.W_x_transposed = false});
    mistake("neither matrix is transposed: the slopes are W_xᵀ d and W_hᵀ d",
            {.W_h_transposed = false, .W_x_transposed = false});
    mistake("W_h is missing on the way back: h_{t−1} reaches the sums through it",
            {.through_W_h = false});
    mistake("the slopes in b are missing: b is the weight of a constant 1",
            {.bias = false});
    mistake("the slopes in W_h are taken with h_t: what W_h multiplied is h_{t−1}",
            {.new_state = true});
    mistake("the slopes in W_h are transposed: entry (i, j) is d_i times h_j",
            {.turned = true});
    mistake("the mean over the batch: the sequences' slopes add up",
            {.mean = true});
    mistake("the last sequence alone: the sequences' slopes add up",
            {.last_only = true});
    return all;
}

}  // namespace

TEST_CASE("The slopes of a step are those of differences in 50 digits") {
    diagnosis::check<Task>({.tasks = tasks(),
                            .describe = [](const Task& task) { return task.name; },
                            .parameters =
                                [](const Task& task) {
                                    return row_of(task.all, task.step.inputs,
                                                  task.step.old_states);
                                },
                            .name_of = name_of,
                            .loss = loss_of,
                            .yours =
                                [](const Task& task) {
                                    return row_of(nn::exercise::elman_step_back(
                                        task.weights(), task.step, task.dh));
                                },
                            .mistakes = mistakes()});
}
