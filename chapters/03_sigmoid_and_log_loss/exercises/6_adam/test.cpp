#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Mistake;
using nn::AdamSettings;

// Slopes of parameters that begin at 0, a row each step.
struct Walk {
    std::string name;
    AdamSettings<double> settings;
    std::vector<std::vector<double>> slopes;
};

using Places = std::vector<Close>;

// Where any optimizer is after the walk.
Places end_of(const Walk& walk, nn::Optimizer<double>& optimizer) {
    std::vector<double> parameters(walk.slopes[0].size());
    for (const std::vector<double>& slopes : walk.slopes)
        optimizer.step(parameters, slopes);
    Places places;
    for (const double p : parameters) places.push_back({p});
    return places;
}

// Adam, and what people make of it.
struct Habit {
    bool corrects_mean = true;
    bool corrects_square = true;
    bool keeps_corrected = false;
    bool counts_late = false;            // t is 0 at the first step
    bool counts_each_parameter = false;  // t grows with each of them
    bool epsilon_in_root = false;
    bool betas_exchanged = false;
    bool root = true;
    bool squares = true;
    bool adds_whole_slope = false;  // without 1 - beta
    double sign = 1.0;
};

class Habitual : public nn::Optimizer<double> {
public:
    Habitual(const AdamSettings<double>& settings, const Habit& habit)
        : settings_(settings), habit_(habit) {
        if (habit.betas_exchanged) std::swap(settings_.beta1, settings_.beta2);
    }

    void step(std::span<double> parameters,
              std::span<const double> slopes) override {
        m_.resize(slopes.size());
        v_.resize(slopes.size());
        if (!habit_.counts_late && !habit_.counts_each_parameter) ++steps_;
        for (std::size_t i = 0; i < slopes.size(); ++i) {
            if (habit_.counts_each_parameter) ++steps_;
            parameters[i] -= move(i, slopes[i]);
        }
        if (habit_.counts_late) ++steps_;
    }

private:
    double move(std::size_t i, double g) {
        const auto& [rate, beta1, beta2, epsilon] = settings_;
        const double square = habit_.squares ? g * g : std::abs(g);
        const bool whole = habit_.adds_whole_slope;
        m_[i] = beta1 * m_[i] + (whole ? 1.0 : 1.0 - beta1) * g;
        v_[i] = beta2 * v_[i] + (whole ? 1.0 : 1.0 - beta2) * square;
        double m = m_[i], v = v_[i];
        if (habit_.corrects_mean) m /= 1.0 - std::pow(beta1, steps_);
        if (habit_.corrects_square) v /= 1.0 - std::pow(beta2, steps_);
        if (habit_.keeps_corrected) m_[i] = m, v_[i] = v;
        const double below = !habit_.root             ? v + epsilon
                             : habit_.epsilon_in_root ? std::sqrt(v + epsilon)
                                                      : std::sqrt(v) + epsilon;
        return habit_.sign * rate * m / below;
    }

    AdamSettings<double> settings_;
    Habit habit_;
    std::vector<double> m_, v_;
    int steps_ = 0;
};

// Slopes of very different sizes for three parameters.
std::vector<std::vector<double>> slopes(std::size_t steps) {
    nn::Rng rng(42);
    std::vector<std::vector<double>> rows(steps);
    for (auto& row : rows)
        for (const double size : {1e-4, 1.0, 1000.0})
            row.push_back(size * (rng.normal() + 0.5));
    return rows;
}

std::vector<Walk> walks() {
    const AdamSettings<double> usual, fast{0.1};
    return {
        {"a first slope of 4, rate 0.1", fast, {{4.0}}},
        {"slopes of 4 and 0, rate 0.1", fast, {{4.0}, {0.0}}},
        {"one step with two parameters", fast, {{4.0, -400.0}}},
        {"a slope that is always 0", usual, {{0.0}, {0.0}}},
        {"3 steps with three parameters", usual, slopes(3)},
        {"100 steps with three parameters", usual, slopes(100)},
        {"10 steps, all settings unusual", {0.5, 0.5, 0.75, 0.25}, slopes(10)},
    };
}

std::vector<Mistake<Walk, Places>> mistakes() {
    const auto mistake = [](const std::string& name, const Habit& habit) {
        return Mistake<Walk, Places>{name, [=](const Walk& walk) {
                                         Habitual adam(walk.settings, habit);
                                         return end_of(walk, adam);
                                     }};
    };
    return {
        mistake("the means are not corrected: they begin at 0, and the first steps "
                "come out too long",
                {.corrects_mean = false, .corrects_square = false}),
        mistake("only the mean of the slopes is corrected: that of the squares "
                "begins at 0 too",
                {.corrects_square = false}),
        mistake("only the mean of the squares is corrected: that of the slopes "
                "begins at 0 too",
                {.corrects_mean = false}),
        mistake(
            "the corrected means are kept, and corrected again at the next step",
            {.keeps_corrected = true}),
        mistake("t is 0 at the first step, and the correction divides 0 by 0 or by "
                "too little: count the step first",
                {.counts_late = true}),
        mistake("t is counted for each parameter: a step is one step, whatever the "
                "number of parameters",
                {.counts_each_parameter = true}),
        mistake("ε is in the root, where 1e-8 is as much as a slope of 1e-4: it "
                "stands behind it",
                {.epsilon_in_root = true}),
        mistake("the two betas are exchanged", {.betas_exchanged = true}),
        mistake("the root is missing: v is a mean of squares", {.root = false}),
        mistake("the slopes are not squared for v", {.squares = false}),
        mistake("the factor 1 − β is missing: these are sums, and not means",
                {.adds_whole_slope = true}),
        mistake("the sign: a step goes against the slope", {.sign = -1.0}),
    };
}

}  // namespace

TEST_CASE("Adam moves as nn::Adam does") {
    diagnosis::check<Walk, Places>(
        {.inputs = walks(),
         .describe = [](const Walk& walk) { return walk.name; },
         .right =
             [](const Walk& walk) {
                 nn::Adam<double> adam(walk.settings);
                 return end_of(walk, adam);
             },
         .yours =
             [](const Walk& walk) {
                 nn::exercise::AdamByHand adam(walk.settings);
                 return end_of(walk, adam);
             },
         .mistakes = mistakes()});
}
