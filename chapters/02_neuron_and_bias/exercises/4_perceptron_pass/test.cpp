#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using diagnosis::Mistake;
using diagnosis::show;
using nn::exercise::Example;
using nn::exercise::Learner;

struct Lesson {
    std::string name;
    Learner start;
    std::vector<Example> examples;
    int passes;
};

// What the passes left.
struct Learnt {
    Learner learner;
    std::vector<std::size_t> mistakes;

    bool operator==(const Learnt& other) const {
        return learner.w == other.learner.w && learner.b == other.learner.b &&
               mistakes == other.mistakes;
    }
};

std::string show(const Learnt& learnt) {
    return "w = " + show(learnt.learner.w) + ", b = " + show(learnt.learner.b) +
           ", mistakes " + show(learnt.mistakes);
}

// The rule, and what people make of it.
struct Rule {
    double sign = 1.0;
    double no = 0.0;  // the answer no
    bool fires_at_zero = true;
    bool learns_bias = true;
    bool adds_all = false;        // y x at each example, whatever the answer
    bool asks_again = false;      // for the answer, between weights and bias
    bool changes_at_end = false;  // of the pass
    bool starts_from_zero = false;
    bool counts_all = false;
};

double sum_of(const Learner& learner, const Example& example) {
    double sum = 0.0;
    for (std::size_t i = 0; i < example.x.size(); ++i)
        sum += learner.w[i] * example.x[i];
    return sum + learner.b;
}

double error_of(const Learner& learner, const Example& example, const Rule& rule) {
    const double sum = sum_of(learner, example);
    const bool fires = rule.fires_at_zero ? sum >= 0.0 : sum > 0.0;
    return rule.sign * (example.y - (fires ? 1.0 : rule.no));
}

void change(Learner& learner, const Example& example, double error,
            const Rule& rule) {
    if (rule.adds_all) error = example.y;
    for (std::size_t i = 0; i < example.x.size(); ++i)
        learner.w[i] += error * example.x[i];
    if (rule.asks_again) error = error_of(learner, example, rule);
    if (rule.learns_bias) learner.b += error;
}

std::size_t pass(Learner& learner, const std::vector<Example>& examples,
                 const Rule& rule) {
    if (rule.starts_from_zero)
        learner = {std::vector<double>(learner.w.size(), 0.0), 0.0};
    const Learner before = learner;
    std::size_t mistakes = 0;
    for (const Example& example : examples) {
        const double error =
            error_of(rule.changes_at_end ? before : learner, example, rule);
        if (error != 0.0 || rule.counts_all) ++mistakes;
        if (error != 0.0 || rule.adds_all) change(learner, example, error, rule);
    }
    return mistakes;
}

template <class Pass>
Learnt learnt(const Lesson& lesson, Pass pass) {
    Learnt result{lesson.start, {}};
    for (int i = 0; i < lesson.passes; ++i)
        result.mistakes.push_back(pass(result.learner, lesson.examples));
    return result;
}

Learnt by_rule(const Lesson& lesson, const Rule& rule) {
    return learnt(lesson, [&](Learner& learner, const std::vector<Example>& all) {
        return pass(learner, all, rule);
    });
}

// Points of a grid, on both sides of 2 x1 - x2 + x3 = 3, none of them on it.
std::vector<Example> both_sides() {
    nn::Rng rng(42);
    std::vector<Example> examples;
    while (examples.size() < 40) {
        std::vector<double> x(3);
        for (double& input : x) input = static_cast<double>(rng.integer(-5, 6));
        const double sum = 2 * x[0] - x[1] + x[2] - 3;
        if (sum != 0.0) examples.push_back({x, sum > 0.0 ? 1.0 : 0.0});
    }
    return examples;
}

std::vector<Lesson> lessons() {
    const Learner zero{{0, 0}, 0};
    const std::vector<Example> by_hand = {{{2, 1}, 1}, {{1, 3}, 0}, {{3, 1}, 1}};
    const std::vector<Example> moved_or = {
        {{2, 3}, 0}, {{3, 3}, 1}, {{2, 4}, 1}, {{3, 4}, 1}};
    return {
        {"one pass, by hand", zero, by_hand, 1},
        {"two passes over the same", zero, by_hand, 2},
        {"a pass that does not begin at zero", {{1, -1}, 0.5}, by_hand, 1},
        {"an OR moved to (2, 3), 60 passes", zero, moved_or, 60},
        {"40 points in space, 8 passes", {{0, 0, 0}, 0}, both_sides(), 8},
    };
}

std::vector<Mistake<Lesson, Learnt>> mistakes() {
    const auto mistake = [](const std::string& name, const Rule& rule) {
        return Mistake<Lesson, Learnt>{
            name, [=](const Lesson& lesson) { return by_rule(lesson, rule); }};
    };
    return {
        mistake(
            "the sign: where the neuron was too silent, its weights should grow",
            {.sign = -1.0}),
        mistake("the bias does not learn: it changes by y − ŷ at each mistake",
                {.learns_bias = false}),
        mistake("y is taken for the mistake: after a right answer nothing changes, "
                "and y − ŷ is −1 where the neuron fired in vain",
                {.adds_all = true}),
        mistake("the neuron is asked again between its weights and its bias, and "
                "may answer otherwise by then",
                {.asks_again = true}),
        mistake("the changes wait for the end of the pass: the next example should "
                "meet the changed neuron",
                {.changes_at_end = true}),
        mistake("each pass begins at zero and forgets what was learnt before",
                {.starts_from_zero = true}),
        mistake("the answer no is taken as −1 and the labels are 0 and 1: then a "
                "silent neuron is never right",
                {.no = -1.0}),
        mistake("a sum of exactly 0 counts as silent: the step fires from 0 on",
                {.fires_at_zero = false}),
        mistake("right answers are counted as mistakes", {.counts_all = true}),
    };
}

}  // namespace

TEST_CASE(
    "A pass of the perceptron learns from its mistakes, one after the other") {
    diagnosis::check<Lesson, Learnt>(
        {.inputs = lessons(),
         .describe = [](const Lesson& lesson) { return lesson.name; },
         .right = [](const Lesson& lesson) { return by_rule(lesson, {}); },
         .yours =
             [](const Lesson& lesson) {
                 return learnt(lesson, nn::exercise::one_pass);
             },
         .mistakes = mistakes()});
}
