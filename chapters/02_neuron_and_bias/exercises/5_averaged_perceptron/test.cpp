#include <ctime>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Mistake;
using diagnosis::show;
using nn::exercise::Average;
using nn::exercise::Line;

struct Training {
    std::string name;
    std::vector<Line> lines;
    std::size_t inputs, passes;
};

// The weights and, at the last place, the bias.
using Numbers = std::vector<Close>;

Numbers numbers(const Average& neuron) {
    Numbers numbers;
    for (const double w : neuron.w) numbers.push_back({w});
    numbers.push_back({neuron.b});
    return numbers;
}

Average zeros(const Training& training) {
    return {std::vector<double>(training.inputs), 0.0};
}

double error_of(const Average& neuron, const Line& line) {
    double sum = 0.0;
    for (const auto& [input, share] : line.words) sum += neuron.w[input] * share;
    return line.y - (sum + neuron.b >= 0.0 ? 1.0 : 0.0);
}

void add(Average& neuron, const Line& line, double times) {
    for (const auto& [input, share] : line.words) neuron.w[input] += times * share;
    neuron.b += times;
}

// One neuron, so many times another one added.
Average plus(Average neuron, double times, const Average& other) {
    for (std::size_t i = 0; i < neuron.w.size(); ++i)
        neuron.w[i] += times * other.w[i];
    neuron.b += times * other.b;
    return neuron;
}

// The long way. Where `judge` is the mean, that is what answers during the
// training.
Average long_way(const Training& training, bool mean_answers = false) {
    Average neuron = zeros(training), sum = neuron;
    double shown = 0.0;
    for (std::size_t pass = 0; pass < training.passes; ++pass)
        for (const Line& line : training.lines) {
            add(neuron, line, error_of(mean_answers ? sum : neuron, line));
            sum = plus(sum, 1.0, neuron);
            shown += 1.0;
        }
    return plus(zeros(training), 1.0 / shown, sum);
}

// The lazy sum: the last neuron, the changes times what was counted, and the count.
struct Lazy {
    Average last, late;
    double count = 0.0, lines = 0.0;
};

// How the counting can go wrong.
struct Counting {
    double first = 0.0;
    bool mistakes_only = false;
    bool anew_in_each_pass = false;
};

Lazy lazy(const Training& training, const Counting& counting = {}) {
    Lazy all{zeros(training), zeros(training)};
    for (std::size_t pass = 0; pass < training.passes; ++pass) {
        if (pass == 0 || counting.anew_in_each_pass) all.count = counting.first;
        for (const Line& line : training.lines) {
            const double error = error_of(all.last, line);
            add(all.last, line, error);
            add(all.late, line, error * all.count);
            if (error != 0.0 || !counting.mistakes_only) all.count += 1.0;
            all.lines += 1.0;
        }
    }
    if (!counting.mistakes_only) all.count = all.lines;
    return all;
}

Average mean_of(const Lazy& all) {
    return plus(all.last, -1.0 / all.count, all.late);
}

Average with_bias(Average neuron, double b) {
    neuron.b = b;
    return neuron;
}

// Lines of a few words out of many; the answer hangs on the first of them.
std::vector<Line> random_lines(std::size_t count, std::size_t words,
                               std::size_t inputs, std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<Line> lines(count);
    for (Line& line : lines) {
        for (std::size_t i = 0; i < words; ++i) {
            const auto input = static_cast<std::size_t>(rng.interval(inputs - 1));
            line.words.push_back({input, static_cast<double>(rng.integer(1, 4))});
        }
        const bool noise = rng.uniform() < 0.1;
        line.y = noise || line.words[0].input < inputs / 3 ? 1.0 : 0.0;
    }
    return lines;
}

std::vector<Training> trainings() {
    const std::vector<Line> by_hand = {{{{0, 2}}, 0}, {{{0, 1}}, 1}, {{{0, 3}}, 0}};
    return {
        {"three lines, one input, one pass", by_hand, 1, 1},
        {"the same in two passes", by_hand, 1, 2},
        {"30 lines, 5 inputs, one pass", random_lines(30, 2, 5, 1), 5, 1},
        {"30 lines, 5 inputs, four passes", random_lines(30, 2, 5, 1), 5, 4},
        {"a line without words", {{{}, 0}, {{{1, 1}}, 1}, {{}, 0}}, 2, 3},
    };
}

std::vector<Mistake<Training, Numbers>> mistakes() {
    const auto mistake = [](const std::string& name, auto neuron) {
        return Mistake<Training, Numbers>{
            name, [=](const Training& t) { return numbers(neuron(t)); }};
    };
    return {
        mistake("this is the last neuron, and not the mean",
                [](const Training& t) { return lazy(t).last; }),
        mistake("only the neurons right after a mistake are averaged: one that "
                "survives a thousand lines should count a thousand times",
                [](const Training& t) {
                    return mean_of(lazy(t, {0.0, true}));
                }),
        mistake("a change counts from the next line on: the neuron after this line "
                "has it already, so the count begins at 0",
                [](const Training& t) { return mean_of(lazy(t, {1.0})); }),
        mistake("the lines are counted anew in each pass: N counts all passes",
                [](const Training& t) {
                    return mean_of(lazy(t, {0.0, false, true}));
                }),
        mistake("divided by the lines of one pass: N counts all passes",
                [](const Training& t) {
                    return plus(zeros(t), static_cast<double>(t.passes),
                                long_way(t));
                }),
        mistake("this is the sum of the neurons: it is to be divided by N",
                [](const Training& t) {
                    return plus(zeros(t), lazy(t).lines, long_way(t));
                }),
        mistake("the bias is the last one: it is to be averaged like a weight",
                [](const Training& t) {
                    return with_bias(long_way(t), lazy(t).last.b);
                }),
        mistake("the sign of the lazy sum: a late change counts less, and not more",
                [](const Training& t) {
                    const Lazy all = lazy(t);
                    return plus(all.last, 1.0 / all.count, all.late);
                }),
        mistake("the mean answers during the training: the neuron of the moment "
                "makes the mistakes that it learns from",
                [](const Training& t) { return long_way(t, true); }),
    };
}

template <class Work>
double seconds_of(Work work) {
    const std::clock_t start = std::clock();  // of this process, whatever else runs
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("The mean of all neurons of a training") {
    diagnosis::check<Training, Numbers>(
        {.inputs = trainings(),
         .describe =
             [](const Training& t) {
                 return t.name + "; the weights and, at the end, the bias";
             },
         .right = [](const Training& t) { return numbers(long_way(t)); },
         .yours =
             [](const Training& t) {
                 return numbers(nn::exercise::averaged_perceptron(t.lines, t.inputs,
                                                                  t.passes));
             },
         .mistakes = mistakes()});
}

TEST_CASE("The sum is lazy") {
    const std::size_t inputs = 20000;
    const Training part{"", random_lines(1000, 5, inputs, 2), inputs, 1};
    const double long_way_all = 20 * seconds_of([&] { long_way(part); });
    const std::vector<Line> lines = random_lines(20000, 5, inputs, 2);
    const double yours =
        seconds_of([&] { nn::exercise::averaged_perceptron(lines, inputs, 1); });
    if (yours > long_way_all / 8)
        FAIL(
            "right, and too slow: all weights are touched for each line, and a "
            "line has five words"
            << "\n    for       20000 lines, 20000 inputs"
            << "\n    yours     " << yours << " seconds"
            << "\n    the sum of all weights after each line: " << long_way_all);
    SUCCEED();
}
