#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Mistake;
using nn::exercise::StepNeuron;
using nn::exercise::TwoLayers;

// An input of zeros and ones, and the network that is asked.
struct Corner {
    const TwoLayers* network;
    std::vector<double> x;
};

std::size_t ones(const Corner& corner) {
    return static_cast<std::size_t>(
        std::count(corner.x.begin(), corner.x.end(), 1.0));
}

double answer(const StepNeuron& neuron, const std::vector<double>& x) {
    double sum = neuron.b;
    for (std::size_t i = 0; i < x.size(); ++i) sum += neuron.w[i] * x[i];
    return sum >= 0.0 ? 1.0 : 0.0;
}

double answer(const TwoLayers& network, const std::vector<double>& x) {
    std::vector<double> hidden;
    for (const StepNeuron& neuron : network.hidden)
        hidden.push_back(answer(neuron, x));
    return answer(network.output, hidden);
}

// What is wrong with the number of neurons or of weights, if anything.
std::string wrong_size(const TwoLayers& network, std::size_t n) {
    using diagnosis::show;
    if (network.hidden.size() != n)
        return show(network.hidden.size()) + " hidden neurons, and " + show(n) +
               (network.hidden.size() > n ? " are enough" : " are asked for");
    for (const StepNeuron& neuron : network.hidden)
        if (neuron.w.size() != n)
            return "a hidden neuron has " + show(neuron.w.size()) +
                   " weights: it needs one for each of the " + show(n) + " inputs";
    if (network.output.w.size() != n)
        return "the output has " + show(network.output.w.size()) +
               " weights: it reads the " + show(n) + " hidden neurons";
    return "";
}

std::vector<Corner> corners(const TwoLayers& network, std::size_t n) {
    std::vector<Corner> all;
    for (std::size_t row = 0; row < std::size_t{1} << n; ++row) {
        Corner corner{&network, {}};
        for (std::size_t i = 0; i < n; ++i)
            corner.x.push_back(row >> i & 1 ? 1.0 : 0.0);
        all.push_back(corner);
    }
    return all;
}

// A mistake whose answer depends on the number of ones, m, alone.
template <class Answer>
Mistake<Corner, double> mistake(const std::string& name, Answer yes) {
    return {name, [=](const Corner& corner) {
                return yes(ones(corner), corner.x.size()) ? 1.0 : 0.0;
            }};
}

using Count = std::size_t;

std::vector<Mistake<Corner, double>> mistakes() {
    return {
        mistake("it answers 1 where the number of ones is even: all answers are "
                "the opposite",
                [](Count m, Count) { return m % 2 == 0; }),
        mistake("it never fires: are two hidden neurons alike, so that the output "
                "loses by one what it gains by the other?",
                [](Count, Count) { return false; }),
        mistake("it always fires: the output's bias has to keep it silent while "
                "its hidden neurons are",
                [](Count, Count) { return true; }),
        mistake("it fires as soon as one input is 1: a hidden neuron that knows of "
                "more ones has to hold the output back",
                [](Count m, Count) { return m >= 1; }),
        mistake("it fires only where all inputs are 1: a single 1 has to be enough "
                "for the output, if no other hidden neuron holds it back",
                [](Count m, Count n) { return m == n; }),
        mistake("it fires where exactly one input is 1, and that is parity of two "
                "inputs only: each hidden neuron has to undo the one before it",
                [](Count m, Count) { return m == 1; }),
        mistake("it is one step late: the first hidden neuron should fire at one "
                "1, and not at two",
                [](Count m, Count) { return m >= 1 && m % 2 == 0; }),
    };
}

void check(const std::string& name, const TwoLayers& network, std::size_t n) {
    const std::string size = wrong_size(network, n);
    if (!size.empty()) FAIL(name << " has " << size);
    diagnosis::check<Corner, double>(
        {.inputs = corners(network, n),
         .describe =
             [&](const Corner& corner) {
                 return name + ", x = " + diagnosis::show(corner.x);
             },
         .right = [](const Corner& c) { return ones(c) % 2 == 1 ? 1.0 : 0.0; },
         .yours = [](const Corner& c) { return answer(*c.network, c.x); },
         .mistakes = mistakes()});
}

}  // namespace

TEST_CASE("XOR, by two neurons and a third one behind them") {
    check("XOR", nn::exercise::xor_network(), 2);
}

TEST_CASE("Parity of n inputs, by n neurons and one behind them") {
    for (const std::size_t n : {3u, 2u, 1u, 4u, 5u, 8u, 12u})
        check("parity of " + diagnosis::show(n), nn::exercise::parity_network(n),
              n);
}
