// mistake: the bias is the last one
#include "contract.hpp"

namespace nn::exercise {

namespace {

double answer(const Average& neuron, const Line& line) {
    double sum = 0.0;
    for (const auto& [input, share] : line.words) sum += neuron.w[input] * share;
    return sum + neuron.b >= 0.0 ? 1.0 : 0.0;
}

void add(Average& neuron, const Line& line, double times) {
    for (const auto& [input, share] : line.words) neuron.w[input] += times * share;
    neuron.b += times;
}

}  // namespace

Average averaged_perceptron(std::span<const Line> lines, std::size_t inputs,
                            std::size_t passes) {
    Average neuron{std::vector<double>(inputs), 0.0};
    Average late = neuron;  // each change, times the neurons that came before it
    double shown = 0.0;
    for (std::size_t pass = 0; pass < passes; ++pass)
        for (const Line& line : lines) {
            const double error = line.y - answer(neuron, line);
            if (error != 0.0) {
                add(neuron, line, error);
                add(late, line, error * shown);
            }
            shown += 1.0;
        }
    for (std::size_t i = 0; i < inputs; ++i) neuron.w[i] -= late.w[i] / shown;
    return neuron;
}

}  // namespace nn::exercise
