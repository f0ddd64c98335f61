#include <array>
#include <cmath>
#include <limits>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/lstm_cell.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;

struct Task {
    std::string name;
    Column sums, recurrent;  // of i, f, o and g
    Column cell;
};

// What a step writes.
struct Written {
    Column gates, next_hidden, next_cell, kept;
};

template <class Step>
Written written(const Task& task, Step step) {
    const double never = std::numeric_limits<double>::quiet_NaN();
    const std::size_t n = task.cell.size();
    const Column nothing(n, never), hidden(n, 0.25);
    Written w{task.sums, nothing, nothing, nothing};
    step(nn::CellStep<double>{w.gates, task.recurrent, hidden, task.cell,
                              w.next_hidden, w.next_cell, w.kept});
    return w;
}

Written right(const Task& task) {
    return written(task,
                   [](const auto& step) { nn::LstmCell<double>().forward(step); });
}

Written yours(const Task& task) {
    return written(task, [](const auto& step) { nn::exercise::lstm_step(step); });
}

Task random_task(std::size_t units, std::uint32_t seed) {
    nn::Rng rng(seed);
    return {diagnosis::show(units) + " units", diagnosis::normals(4 * units, rng),
            diagnosis::normals(4 * units, rng),
            diagnosis::normals(units, rng, 2.0)};
}

std::vector<Task> tasks() {
    return {{"one unit, by hand", {0, 0, 0, 1}, {0, 0, 0, 0}, {2}},
            {"nothing comes in and nothing is forgotten",
             {-40, 40, 0, 1},
             {0, 0, 1, 0},
             {0.75}},
            random_task(2, 1),
            random_task(3, 2),
            random_task(5, 3)};
}

// The cell, and what people make of it.
struct Slip {
    std::array<std::size_t, 4> blocks = {0, 1, 2, 3};  // of i, f, o and g
    bool by_unit = false;  // four rows for each unit, one behind the other
    bool recurrent = true;
    bool gates_squashed = true;
    double (*candidate)(double) = [](double z) { return std::tanh(z); };
    double (*said)(double) = [](double c) { return std::tanh(c); };
    bool old_cell_said = false;
    bool forgets = true;
    bool adds = false;  // f to c, in the place of the product
    bool input_gate = true;
    bool coupled = false;  // 1 − f in the place of i
    bool output_gate = true;
};

double sum_of(const Task& task, std::size_t gate, std::size_t k, const Slip& slip) {
    const std::size_t row =
        slip.by_unit ? 4 * k + gate : slip.blocks[gate] * task.cell.size() + k;
    return task.sums[row] + (slip.recurrent ? task.recurrent[row] : 0.0);
}

double gate_of(const Task& task, std::size_t gate, std::size_t k,
               const Slip& slip) {
    const double z = sum_of(task, gate, k, slip);
    return slip.gates_squashed ? nn::sigmoid(z) : z;
}

// c_t, then h_t.
std::vector<Close> states_of(const Task& task, const Slip& slip) {
    std::vector<Close> cell, hidden;
    for (std::size_t k = 0; k < task.cell.size(); ++k) {
        const double f = gate_of(task, 1, k, slip), before = task.cell[k];
        const double i = slip.coupled      ? 1.0 - f
                         : slip.input_gate ? gate_of(task, 0, k, slip)
                                           : 1.0;
        const double g = slip.candidate(sum_of(task, 3, k, slip));
        const double stays = slip.adds      ? f + before
                             : slip.forgets ? f * before
                                            : before;
        const double c = stays + i * g;
        cell.push_back({c});
        const double o = slip.output_gate ? gate_of(task, 2, k, slip) : 1.0;
        hidden.push_back({o * slip.said(slip.old_cell_said ? before : c)});
    }
    cell.insert(cell.end(), hidden.begin(), hidden.end());
    return cell;
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes_of_states() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return states_of(task, slip); }});
    };
    const auto as_it_is = [](double z) { return z; };
    mistake(
        "the input and the forget gate are exchanged: c_t = f ∘ c_{t−1} + i ∘ g",
        {.blocks = {1, 0, 2, 3}});
    mistake("the forget and the output gate are exchanged: the rows are i, f, o, g",
            {.blocks = {0, 2, 1, 3}});
    mistake("the last two blocks are exchanged: the rows are i, f, o, g",
            {.blocks = {0, 1, 3, 2}});
    mistake("the rows are read unit by unit: each gate has a block of n rows",
            {.by_unit = true});
    mistake("W_h h_{t−1} is missing: both sums belong to a gate",
            {.recurrent = false});
    mistake("the gates' sigmoid is missing: a gate is between 0 and 1",
            {.gates_squashed = false});
    mistake("the candidate is a sigmoid: g is the tanh of its sum",
            {.candidate = [](double z) { return nn::sigmoid(z); }});
    mistake("the candidate's tanh is missing: g is the tanh of its sum",
            {.candidate = as_it_is});
    mistake("tanh is missing in the state: h_t = o ∘ tanh(c_t)",
            {.said = as_it_is});
    mistake("the state tells the old cell state: h_t = o ∘ tanh(c_t)",
            {.old_cell_said = true});
    mistake("nothing is forgotten: c_{t−1} is multiplied by f", {.forgets = false});
    mistake("f is added to c_{t−1}: it is multiplied by f", {.adds = true});
    mistake("the input gate is missing: c_t = f ∘ c_{t−1} + i ∘ g",
            {.input_gate = false});
    mistake("1 − f in the place of the input gate: i has a sum of its own",
            {.coupled = true});
    mistake("the output gate is missing: h_t = o ∘ tanh(c_t)",
            {.output_gate = false});
    return all;
}

std::vector<Close> states_in(const Written& w) {
    return diagnosis::rounded(diagnosis::joined({w.next_cell, w.next_hidden}));
}

std::vector<Close> left_in(const Written& w) {
    return diagnosis::rounded(diagnosis::joined({w.gates, w.kept}));
}

// What is left for the way back, and what people leave there.
std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes_of_kept() {
    using Change = void (*)(Written&, const Task&);
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, Change change) {
        all.push_back({name, [=](const Task& task) {
                           Written w = right(task);
                           change(w, task);
                           return left_in(w);
                       }});
    };
    mistake("step.gates still has sums: the way back wants i, f, o and g there",
            [](Written& w, const Task& task) { w.gates = task.sums; });
    mistake("step.gates still has sums: the way back wants i, f, o and g there",
            [](Written& w, const Task& task) {
                for (std::size_t k = 0; k < w.gates.size(); ++k)
                    w.gates[k] = task.sums[k] + task.recurrent[k];
            });
    mistake("step.kept has c_t: the way back wants the tanh of it",
            [](Written& w, const Task&) { w.kept = w.next_cell; });
    mistake("step.kept has h_t: the way back wants the tanh of c_t",
            [](Written& w, const Task&) { w.kept = w.next_hidden; });
    mistake("step.kept is not written: the way back wants the tanh of c_t",
            [](Written& w, const Task&) {
                w.kept.assign(w.kept.size(), std::nan(""));
            });
    return all;
}

}  // namespace

TEST_CASE("A step of an LSTM: c_t of all units, then h_t") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return states_in(right(task)); },
         .yours = [](const Task& task) { return states_in(yours(task)); },
         .mistakes = mistakes_of_states()});
}

TEST_CASE("What the way back wants: i, f, o and g, then the tanh of c_t") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return left_in(right(task)); },
         .yours = [](const Task& task) { return left_in(yours(task)); },
         .mistakes = mistakes_of_kept()});
}
