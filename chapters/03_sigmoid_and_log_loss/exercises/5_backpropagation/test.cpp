#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "exercises/real50.hpp"
#include "nn/loss.hpp"
#include "nn/rng.hpp"

namespace {

using diagnosis::show;
using nn::exercise::Network;
using Numbers = std::vector<double>;

struct Task {
    std::string name;
    Network network;
    Numbers x;
    double y;
};

Task random_task(std::size_t inputs, std::size_t hidden, double y,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    const auto normals = [&](std::size_t n) {
        Numbers numbers(n);
        rng.fill_normal(numbers);
        return numbers;
    };
    Task task{show(inputs) + " inputs, " + show(hidden) + " hidden, y = " + show(y),
              {},
              normals(inputs),
              y};
    for (std::size_t j = 0; j < hidden; ++j)
        task.network.W1.push_back(normals(inputs));
    task.network.b1 = normals(hidden);
    task.network.w2 = normals(hidden);
    task.network.b2 = rng.normal();
    return task;
}

std::vector<Task> tasks() {
    return {{"one input, one hidden, by hand", {{{0}}, {0}, {4}, -2}, {2}, 1},
            random_task(3, 3, 1.0, 1),
            random_task(3, 3, 0.0, 2),
            random_task(2, 4, 0.0, 3),
            random_task(5, 2, 1.0, 4)};
}

// All numbers of a network in one row, and their names.
Numbers row_of(const Network& network) {
    Numbers row;
    for (const Numbers& weights : network.W1)
        row.insert(row.end(), weights.begin(), weights.end());
    row.insert(row.end(), network.b1.begin(), network.b1.end());
    row.insert(row.end(), network.w2.begin(), network.w2.end());
    row.push_back(network.b2);
    return row;
}

std::vector<std::string> names_of(const Network& network) {
    std::vector<std::string> names;
    const auto at = [](std::size_t i) { return "[" + show(i) + "]"; };
    for (std::size_t j = 0; j < network.W1.size(); ++j)
        for (std::size_t i = 0; i < network.W1[j].size(); ++i)
            names.push_back("W1" + at(j) + at(i));
    for (std::size_t j = 0; j < network.b1.size(); ++j)
        names.push_back("b1" + at(j));
    for (std::size_t j = 0; j < network.w2.size(); ++j)
        names.push_back("w2" + at(j));
    names.push_back("b2");
    return names;
}

// The loss of the row's numbers, in any type.
template <class T>
T loss_of(std::span<const T> row, const Task& task) {
    const std::size_t inputs = task.x.size(), hidden = task.network.b1.size();
    const auto b1 = row.subspan(hidden * inputs), w2 = b1.subspan(hidden);
    T z = w2[hidden];
    for (std::size_t j = 0; j < hidden; ++j) {
        T sum = b1[j];
        for (std::size_t i = 0; i < inputs; ++i)
            sum += row[j * inputs + i] * task.x[i];
        z += w2[j] * nn::sigmoid(sum);
    }
    return nn::log_loss_from_logit(z, T(task.y));
}

// Backpropagation, and what people make of it.
struct Slip {
    double sign = 1.0;
    bool label = true;
    bool output_slope = false;  // p (1 - p), one too many
    bool hidden_slope = true;   // a (1 - a)
    bool slope_of_sum = false;  // taken at the sum instead of at a
    bool through_w2 = true;
    bool b1 = true;
    bool b2 = true;
    bool sum_for_w2 = false;  // the sum in the place of a
    bool transposed = false;
};

Numbers sums_of(const Task& task) {
    Numbers sums = task.network.b1;
    for (std::size_t j = 0; j < sums.size(); ++j)
        for (std::size_t i = 0; i < task.x.size(); ++i)
            sums[j] += task.network.W1[j][i] * task.x[i];
    return sums;
}

double dz_of(const Task& task, const Numbers& sums, const Slip& slip) {
    double z = task.network.b2;
    for (std::size_t j = 0; j < sums.size(); ++j)
        z += task.network.w2[j] * nn::sigmoid(sums[j]);
    const double p = nn::sigmoid(z);
    return slip.sign * (slip.label ? p - task.y : p) *
           (slip.output_slope ? nn::sigmoid_grad_from_output(p) : 1.0);
}

double hidden_slope(double sum, const Slip& slip) {
    if (!slip.hidden_slope) return 1.0;
    return nn::sigmoid_grad_from_output(slip.slope_of_sum ? sum : nn::sigmoid(sum));
}

Network slopes_of(const Task& task, const Slip& slip) {
    const Numbers sums = sums_of(task);
    const double dz = dz_of(task, sums, slip);
    Network slopes = task.network;
    slopes.b2 = slip.b2 ? dz : 0.0;
    for (std::size_t j = 0; j < sums.size(); ++j) {
        slopes.w2[j] = dz * (slip.sum_for_w2 ? sums[j] : nn::sigmoid(sums[j]));
        const double d = dz * (slip.through_w2 ? task.network.w2[j] : 1.0) *
                         hidden_slope(sums[j], slip);
        slopes.b1[j] = slip.b1 ? d : 0.0;
        for (std::size_t i = 0; i < task.x.size(); ++i) {
            const bool turned = slip.transposed && task.x.size() == sums.size();
            slopes.W1[turned ? i : j][turned ? j : i] = d * task.x[i];
        }
    }
    return slopes;
}

const std::vector<std::pair<std::string, Slip>>& slips() {
    static const std::vector<std::pair<std::string, Slip>> all = {
        {"the slope of the hidden sigmoid is missing: a (1 − a)",
         {.hidden_slope = false}},
        {"the slope of the hidden sigmoid is taken at its sum: a (1 − a) wants the "
         "output",
         {.slope_of_sum = true}},
        {"the sign: ∂L/∂z is p − y", {.sign = -1.0}},
        {"the right answer is not asked for: ∂L/∂z is p − y", {.label = false}},
        {"a slope of the last sigmoid too many: in p − y the log loss has "
         "cancelled "
         "it",
         {.output_slope = true}},
        {"w2 is missing on the way back: a hidden neuron reaches the loss through "
         "it",
         {.through_w2 = false}},
        {"the slopes along b1 are missing: a bias is the weight of a constant 1",
         {.b1 = false}},
        {"the slope along b2 is missing: a bias is the weight of a constant 1",
         {.b2 = false}},
        {"along w2 the sum is used instead of the sigmoid of it: what w2 is "
         "multiplied by is a",
         {.sum_for_w2 = true}},
        {"the slopes along W1 are transposed: a row belongs to a hidden neuron",
         {.transposed = true}},
    };
    return all;
}

Numbers yours_in(const Task& task) {
    return row_of(nn::exercise::backward(task.network, task.x, task.y));
}

// The name of the slip that leads to the reader's slopes, in a task where no two of
// them look alike.
std::string mistake() {
    const Task task = random_task(3, 3, 1.0, 1);
    const Numbers yours = yours_in(task);
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-10; };
    for (const auto& [name, slip] : slips()) {
        const Numbers row = row_of(slopes_of(task, slip));
        if (std::equal(yours.begin(), yours.end(), row.begin(), row.end(), near))
            return name;
    }
    return "the slopes are not right yet";
}

std::string broken(const Network& slopes, const Task& task) {
    const Network& network = task.network;
    const auto widths_agree = [](const Numbers& a, const Numbers& b) {
        return a.size() == b.size();
    };
    if (slopes.b1.size() != network.b1.size() ||
        slopes.w2.size() != network.w2.size() ||
        !std::equal(slopes.W1.begin(), slopes.W1.end(), network.W1.begin(),
                    network.W1.end(), widths_agree))
        return "the slopes have another shape than the network: each parameter has "
               "one";
    for (const double slope : row_of(slopes))
        if (!std::isfinite(slope)) return "a slope is not finite";
    return "";
}

void check(const Task& task) {
    const Network slopes = nn::exercise::backward(task.network, task.x, task.y);
    const std::string fault = broken(slopes, task);
    if (!fault.empty()) FAIL(fault << "\n    for       " << task.name);
    const Numbers yours = row_of(slopes);
    const auto check = diagnosis::check_gradient(
        [&](std::span<const diagnosis::Real50> row) { return loss_of(row, task); },
        row_of(task.network), yours);
    if (check.error <= 1e-10) return;
    FAIL(mistake() << "\n    for       " << task.name
                   << "; worst is the slope along "
                   << names_of(task.network)[check.parameter]
                   << diagnosis::show_difference(check.exact, check.given));
}

}  // namespace

TEST_CASE("Backpropagation gives the slopes of differences in 50 digits") {
    for (const Task& task : tasks()) check(task);
    SUCCEED();
}
