#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::exercise::Parameter;
using nn::exercise::Settings;

struct Task {
    std::string name;
    Parameter parameter;
    double slope;
    std::size_t step;
    Settings settings;
};

std::vector<Task> tasks() {
    return {{"a weight of 2, slope 4, step 1", {2, 0, 0, true}, 4, 1, {}},
            {"a bias of 2, slope 4, step 1", {2, 0, 0, false}, 4, 1, {}},
            {"a weight of -1.5, slope 0.5, step 3",
             {-1.5, 0.2, 0.03, true},
             0.5,
             3,
             {}},
            {"a weight of 1, slope -0.25, step 40, a larger epsilon",
             {1, -0.5, 0.4, true},
             -0.25,
             40,
             {0.01, 0.8, 0.95, 0.125, 0.2}},
            {"a weight of 3 that has no slope", {3, 0, 0, true}, 0, 1, {}}};
}

// A step, and what people make of it.
struct Slip {
    enum Decay {
        decoupled,
        in_slope,
        without_rate,
        of_new_value,
        none,
        grows,
        of_all
    } decay = decoupled;
    bool corrected = true;
    bool corrected_for_good = false;  // what is remembered too
    bool from_zero = false;           // the steps
    bool betas_exchanged = false;
    bool square_of_mean = false;
    bool epsilon_under_root = false;
    bool root = true;
    bool up = false;
    bool news = true;  // has the weight 1 − β
};

double keeps(const Task& task, const Slip& slip) {
    const double shrinks = task.settings.rate * task.settings.weight_decay;
    if (slip.decay == Slip::of_all) return 1 - shrinks;
    if (!task.parameter.decays) return 1;
    switch (slip.decay) {
        case Slip::decoupled:
        case Slip::of_new_value:
            return 1 - shrinks;
        case Slip::without_rate:
            return 1 - task.settings.weight_decay;
        case Slip::grows:
            return 1 + shrinks;
        default:
            return 1;
    }
}

void remember(Parameter& p, double slope, const Task& task, const Slip& slip) {
    double beta1 = task.settings.beta1, beta2 = task.settings.beta2;
    if (slip.betas_exchanged) std::swap(beta1, beta2);
    p.mean = beta1 * p.mean + (slip.news ? 1 - beta1 : 1) * slope;
    const double square = slip.square_of_mean ? p.mean * p.mean : slope * slope;
    p.mean_square = beta2 * p.mean_square + (slip.news ? 1 - beta2 : 1) * square;
}

double corrected(double fading, double beta, const Task& task, const Slip& slip) {
    if (!slip.corrected) return fading;
    const double steps = double(task.step) - (slip.from_zero ? 1 : 0);
    return fading / (1 - std::pow(beta, steps));
}

double length(double square, double epsilon, const Slip& slip) {
    if (slip.epsilon_under_root) return std::sqrt(square + epsilon);
    return (slip.root ? std::sqrt(square) : square) + epsilon;
}

Parameter after(const Task& task, const Slip& slip) {
    const Settings& settings = task.settings;
    Parameter p = task.parameter;
    double slope = task.slope;
    if (slip.decay == Slip::in_slope && p.decays)
        slope += settings.weight_decay * p.value;
    remember(p, slope, task, slip);
    const bool exchanged = slip.betas_exchanged;
    const double mean =
        corrected(p.mean, exchanged ? settings.beta2 : settings.beta1, task, slip);
    const double square = corrected(
        p.mean_square, exchanged ? settings.beta1 : settings.beta2, task, slip);
    if (slip.corrected_for_good) p.mean = mean, p.mean_square = square;
    const double step = (slip.up ? -1 : 1) * settings.rate * mean /
                        length(square, settings.epsilon, slip);
    if (slip.decay == Slip::of_new_value)
        p.value = keeps(task, slip) * (p.value - step);
    else
        p.value = keeps(task, slip) * p.value - step;
    return p;
}

// The value, the mean, the mean square.
std::vector<Close> row_of(const Parameter& p) {
    return diagnosis::rounded({p.value, p.mean, p.mean_square});
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return row_of(after(task, slip)); }});
    };
    mistake("the decay is in the slope: Adam divides it away, so take it off apart",
            {.decay = Slip::in_slope});
    mistake("the decay goes without the rate: the weight keeps 1 − rate · λ",
            {.decay = Slip::without_rate});
    mistake("the step decays too: the old weight shrinks, then comes Adam's step",
            {.decay = Slip::of_new_value});
    mistake("nothing decays: the old weight is multiplied by 1 − rate · λ",
            {.decay = Slip::none});
    mistake("the weight grows: it is multiplied by 1 − rate · λ",
            {.decay = Slip::grows});
    mistake("biases decay too: for them the factor is 1", {.decay = Slip::of_all});
    mistake("the means are not corrected: divide them by 1 − β^t",
            {.corrected = false});
    mistake("the corrected means are remembered: keep them as they are",
            {.corrected_for_good = true});
    mistake("the steps are counted from 0: the first one is number 1",
            {.from_zero = true});
    mistake("β₁ and β₂ are exchanged: β₁ is for the mean of the slopes",
            {.betas_exchanged = true});
    mistake("the square of the mean: it is the mean of the slopes' squares",
            {.square_of_mean = true});
    mistake("ε is under the root: it is added to the root",
            {.epsilon_under_root = true});
    mistake("the root is missing: the step is divided by the root of the square",
            {.root = false});
    mistake("the step goes uphill: it is taken off", {.up = true});
    mistake("the newest slope counts in full: it comes in with 1 − β",
            {.news = false});
    return all;
}

}  // namespace

TEST_CASE("A step of AdamW: the value, the mean, then the mean square") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return row_of(after(task, {})); },
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::stepped(task.parameter, task.slope,
                                                     task.step, task.settings));
             },
         .mistakes = mistakes()});
}
