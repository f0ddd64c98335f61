#include <algorithm>
#include <cmath>
#include <vector>

#include "nn/activation.hpp"
#include "nn/perceptron.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:silent-neuron]
/// \brief A neuron that is told the labels in a random order, and hears no input.
PerceptronTrainer silent_neuron(std::vector<double> labels, Rng& rng) {
    rng.shuffle(std::span(labels));
    const arma::mat silence(1, labels.size());  // 1 × examples, all zero
    PerceptronTrainer trainer(1, true);
    trainer.pass({silence, arma::rowvec(labels)});
    return trainer;
}
// [snip:silent-neuron]

// [snip:claim-own-opinion]
void claim_own_opinion(std::uint32_t seed, Report& report) {
    Rng rng(seed);
    const arma::mat silence(10, 1);  // inputs × 1, all zero
    double contrary = 0.0;
    for (int i = 0; i < 1000; ++i) {
        Perceptron neuron{std::vector<double>(10), rng.normal()};
        rng.fill_normal(neuron.w);
        contrary += answers_of(neuron, silence)(0) != step(neuron.b);
    }
    report.claim(
        {.id = "own-opinion",
         .statement = "The bias gives the neuron an opinion of its own, "
                      "independent of the inputs.",
         .quantity = "of 1,000 neurons whose inputs are silent, those that do "
                     "not answer f(b)",
         .low = 0.0,
         .high = 0.0},
        contrary);
}
// [snip:claim-own-opinion]

// [snip:claim-learned-opinion]
void claim_learned_opinion(const arma::rowvec& y, int orders, Rng& rng,
                           Report& report) {
    const double share = arma::mean(y), larger = share > 0.5 ? 1.0 : 0.0;
    double with_majority = 0.0, farthest = 0.0;
    for (int i = 0; i < orders; ++i) {
        const PerceptronTrainer trainer = silent_neuron({y.begin(), y.end()}, rng);
        with_majority += step(trainer.last().b) == larger;
        farthest =
            std::max(farthest, std::abs(trainer.average().b - (share - 1.0)));
    }
    report.claim(
        {.id = "opinion-of-majority",
         .statement = "The opinion that a neuron learns is that of the majority "
                      "of its examples.",
         .quantity = "share of random orders of the lines after which it names "
                     "the larger part",
         .low = 0.99,
         .high = 1.0},
        with_majority / orders);
    report.print("  the others: %s of the orders\n",
                 report
                     .value("opinion-other", "%.1f %%",
                            100.0 * (1.0 - with_majority / orders))
                     .c_str());
    report.claim(
        {.id = "opinion-average",
         .statement = "Averaged over its examples, the bias tells how many of "
                      "them were not to fire.",
         .quantity = "largest distance of the average bias from minus their "
                     "share",
         .low = 0.0,
         .high = 1e-12},
        farthest);
    report.print("  that share is %s\n",
                 report.value("first-share", "%.4f", 1.0 - share).c_str());
}
// [snip:claim-learned-opinion]

}  // namespace

// [snip:show-opinion]
void show_opinion(const Options& options, const TwoParts& task, Report& report) {
    report.section("opinion", "What a neuron says that hears nothing");
    claim_own_opinion(options.seed, report);
    Rng rng(options.seed);
    claim_learned_opinion(task.train.y, options.quick ? 200 : 1000, rng, report);
}
// [snip:show-opinion]

}  // namespace nn
