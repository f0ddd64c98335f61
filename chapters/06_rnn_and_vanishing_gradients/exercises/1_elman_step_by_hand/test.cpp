#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/sigmoid.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;

struct Step {
    std::string name;
    std::size_t inputs, hidden;
    Column all;  // W_x, W_h and b
    Columns x, h;

    nn::RecurrentWeights<const double> weights() const {
        return nn::recurrent_weights(std::span<const double>(all), hidden, inputs,
                                     hidden);
    }
};

Step random_step(std::size_t inputs, std::size_t hidden, std::size_t sequences,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    Step step{show(sequences) + " sequences, " + show(inputs) + " inputs, " +
                  show(hidden) + " units",
              inputs,
              hidden,
              diagnosis::normals(hidden * (inputs + hidden + 1), rng, 0.5),
              {},
              {}};
    step.x = diagnosis::normal_columns(sequences, inputs, rng);
    step.h = diagnosis::normal_columns(sequences, hidden, rng);
    return step;
}

std::vector<Step> steps() {
    return {{"one number each, from the state 0", 1, 1, {2, 1, -1}, {{1}}, {{0}}},
            {"the same weights, one step later", 1, 1, {2, 1, -1}, {{0}}, {{0.75}}},
            random_step(2, 2, 2, 1),
            random_step(4, 3, 3, 2),
            random_step(1, 5, 4, 3)};
}

// A step, and what people make of it.
struct Slip {
    bool bias = true;
    bool old_state = true;
    bool input = true;
    bool W_x_by_rows = false;
    bool W_h_by_rows = false;
    bool first_state_for_all = false;
    bool in_place = false;  // a unit reads new states of the units before it
    bool added_outside = false;
    double (*squash)(double) = [](double z) { return std::tanh(z); };
};

double entry(std::span<const double> W, std::size_t i, std::size_t j,
             std::size_t rows, bool by_rows) {
    return by_rows ? W[i * (W.size() / rows) + j] : W[j * rows + i];
}

Column step_of(const Step& step, std::size_t s, const Slip& slip) {
    const auto& [W_x, W_h, b] = step.weights();
    const Column& before = step.h[slip.first_state_for_all ? 0 : s];
    Column old = before, next = before;
    for (std::size_t i = 0; i < step.hidden; ++i) {
        double sum = slip.bias ? b[i] : 0.0;
        for (std::size_t j = 0; j < step.inputs && slip.input; ++j)
            sum += entry(W_x, i, j, step.hidden, slip.W_x_by_rows) * step.x[s][j];
        for (std::size_t j = 0; j < step.hidden && slip.old_state; ++j)
            sum += entry(W_h, i, j, step.hidden, slip.W_h_by_rows) * old[j];
        next[i] = slip.squash(sum) + (slip.added_outside ? old[i] : 0.0);
        if (slip.in_place) old[i] = next[i];
    }
    return next;
}

std::vector<Close> all_of(const Step& step, const Slip& slip) {
    Columns states;
    for (std::size_t s = 0; s < step.x.size(); ++s)
        states.push_back(step_of(step, s, slip));
    return diagnosis::rounded(diagnosis::joined(states));
}

std::vector<diagnosis::Mistake<Step, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Step, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Step& step) { return all_of(step, slip); }});
    };
    mistake("the bias is missing: b belongs to the sum", {.bias = false});
    mistake("the old state is missing: W_h h_{t−1} belongs to the sum",
            {.old_state = false});
    mistake("the input is missing: W_x x_t belongs to the sum", {.input = false});
    mistake("tanh is missing: the state is the tanh of the sum",
            {.squash = [](double z) { return z; }});
    mistake("the sigmoid in the place of tanh: a state is between −1 and 1",
            {.squash = [](double z) { return nn::sigmoid(z); }});
    mistake("W_h is transposed: row i, column j is at place j n + i",
            {.W_h_by_rows = true});
    mistake("W_x is read by rows: row i, column j is at place j n + i",
            {.W_x_by_rows = true});
    mistake("both matrices are read by rows: row i, column j is at place j n + i",
            {.W_x_by_rows = true, .W_h_by_rows = true});
    mistake("all sequences go on from the state of the first: each has its own",
            {.first_state_for_all = true});
    mistake(
        "a unit reads states that are new already: all of them come from h_{t−1}",
        {.in_place = true});
    mistake("the old state is added outside of tanh: it comes in through W_h",
            {.old_state = false, .added_outside = true});
    return all;
}

}  // namespace

TEST_CASE("One step of Elman's network: the states, sequence by sequence") {
    diagnosis::check<Step, std::vector<Close>>(
        {.inputs = steps(),
         .describe = [](const Step& step) { return step.name; },
         .right = [](const Step& step) { return all_of(step, {}); },
         .yours =
             [](const Step& step) {
                 return diagnosis::rounded(diagnosis::joined(
                     nn::exercise::elman_step(step.weights(), step.x, step.h)));
             },
         .mistakes = mistakes()});
}
