#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Mistake;
using diagnosis::show;

// Halves, and one much smaller number: products and sums are exact, in any order.
struct Neuron {
    std::vector<double> w, x;
    double b;
};

std::vector<Neuron> neurons() {
    return {
        {{1, 2, -1}, {3, 1, 4}, 5},
        {{1, 2, -1}, {3, 1, 4}, -2},
        {{1, 2, -1}, {3, 1, 4}, -1},
        {{1, 1}, {-2, 1}, 0},
        {{1, 1}, {2, 0}, 0},
        {{0.5, -1.5}, {4, 2}, 1},
        {{2}, {-3}, 5.5},
        {{2, 2, 2, 2}, {1, 1, 1, 1}, -8},
        {{-1, 0, 0, 1, 0, 0.5, 3}, {1, 7, 7, -1, 7, 2, 0.5}, -1.5},
        {{1, 1}, {1, -0x1p-40}, -1},
        {{}, {}, -0.5},
        {{}, {}, 0.5},
    };
}

std::string describe(const Neuron& n) {
    return "w = " + show(n.w) + ", x = " + show(n.x) + ", b = " + show(n.b);
}

double pairs(const Neuron& n) {
    return std::inner_product(n.w.begin(), n.w.end(), n.x.begin(), 0.0);
}

double sum(const Neuron& n) {
    return pairs(n) + n.b;
}

double total(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

double product(const std::vector<double>& a, const std::vector<double>& b,
               bool first) {
    if (a.empty()) return 0.0;
    return first ? a.front() * b.front() : a.back() * b.back();
}

// The sum, kept in a type that has no room for it.
template <class T>
double sum_in(const Neuron& n) {
    T sum{};
    for (std::size_t i = 0; i < n.w.size(); ++i)
        sum = static_cast<T>(static_cast<double>(sum) + n.w[i] * n.x[i]);
    return static_cast<double>(sum) + n.b;
}

double step(double z) {
    return z >= 0.0 ? 1.0 : 0.0;
}

std::vector<Mistake<Neuron, double>> mistakes_of_the_sum() {
    return {
        {"the bias is added once for each pair: it belongs to the neuron, once",
         [](const Neuron& n) {
             return pairs(n) + n.b * static_cast<double>(n.w.size());
         }},
        {"the bias is missing", pairs},
        {"the bias is subtracted: it is a head start, and not a threshold",
         [](const Neuron& n) { return pairs(n) - n.b; }},
        {"the last pair is left out",
         [](const Neuron& n) { return sum(n) - product(n.w, n.x, false); }},
        {"the first pair is left out: places are counted from 0",
         [](const Neuron& n) { return sum(n) - product(n.w, n.x, true); }},
        {"the sum of the weights is multiplied by the sum of the inputs: multiply "
         "each pair, then add",
         [](const Neuron& n) { return total(n.w) * total(n.x) + n.b; }},
        {"the sum is kept in whole numbers: make it a double", sum_in<int>},
        {"the sum is kept in a float: make it a double", sum_in<float>},
        {"the weights are left out",
         [](const Neuron& n) { return total(n.x) + n.b; }},
    };
}

std::vector<Mistake<Neuron, double>> mistakes_of_the_answer() {
    return {
        {"a sum of exactly 0 does not pass: the step asks for 0 or more",
         [](const Neuron& n) { return sum(n) > 0.0 ? 1.0 : 0.0; }},
        {"the answer no is −1: it is to be 0",
         [](const Neuron& n) { return sum(n) >= 0.0 ? 1.0 : -1.0; }},
        {"the bias is added after the step: it has to be in the sum that the step "
         "looks at",
         [](const Neuron& n) { return step(pairs(n)) + n.b; }},
        {"the bias is added after the step: it has to be in the sum that the step "
         "looks at",
         [](const Neuron& n) { return step(step(pairs(n)) + n.b); }},
        {"the bias has no say in the answer",
         [](const Neuron& n) { return step(pairs(n)); }},
        {"the sum itself is given back, without a step", sum},
        {"the answers are exchanged",
         [](const Neuron& n) { return 1.0 - step(sum(n)); }},
    };
}

}  // namespace

TEST_CASE(
    "The weighted sum takes all pairs, multiplies, adds up, and adds the bias") {
    diagnosis::check<Neuron, double>({.inputs = neurons(),
                                      .describe = describe,
                                      .right = sum,
                                      .yours =
                                          [](const Neuron& n) {
                                              return nn::exercise::weighted_sum(
                                                  n.w, n.x, n.b);
                                          },
                                      .mistakes = mistakes_of_the_sum()});
}

TEST_CASE("The answer is 1 where the weighted sum is 0 or more") {
    diagnosis::check<Neuron, double>(
        {.inputs = neurons(),
         .describe = describe,
         .right = [](const Neuron& n) { return step(sum(n)); },
         .yours =
             [](const Neuron& n) { return nn::exercise::answer(n.w, n.x, n.b); },
         .mistakes = mistakes_of_the_answer()});
}
