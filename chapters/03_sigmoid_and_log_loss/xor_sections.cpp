#include <algorithm>
#include <cmath>
#include <vector>

#include "best_models.hpp"
#include "mini_network.hpp"
#include "nn/parallel.hpp"
#include "sections.hpp"
#include "training.hpp"

namespace nn {

namespace {

// [snip:xor-examples]
Dataset xor_examples() {
    return {{{0.0, 0.0, 1.0, 1.0}, {0.0, 1.0, 0.0, 1.0}}, {0.0, 1.0, 1.0, 0.0}};
}
// [snip:xor-examples]

// [snip:learn-xor]
arma::vec learn_xor(arma::vec parameters, const MiniShape& shape) {
    Adam<double> adam({.learning_rate = 0.1});
    Rng unused(0);  // one batch holds all examples
    train_in_batches(parameters, xor_examples(), mini_gradient_of(shape), adam,
                     {1000, 4}, unused);
    return parameters;
}

bool knows_xor(const arma::vec& parameters, const MiniShape& shape) {
    const Dataset data = xor_examples();
    return mean_log_loss(mini_logits(parameters, shape, data.X), data.y) < 0.1;
}
// [snip:learn-xor]

}  // namespace

// [snip:show-twins]
void show_twins(Report& report) {
    report.section("twins", "Two hidden neurons that start equal, on XOR");
    const MiniShape shape{2, 2};
    const arma::vec start{0.5, 0.5, -0.5, -0.5, 0.1, 0.1, 0.7, 0.7, 0.0};
    const arma::vec parameters = learn_xor(start, shape);
    const MiniNetwork network = unpacked(parameters, shape);
    report.print("%8s %8s %8s %8s\n", "neuron", "w from x1", "x2", "bias");
    for (const arma::uword j : {0u, 1u})
        report.print("%8llu %8.4f %8.4f %8.4f\n",
                     static_cast<unsigned long long>(j + 1), network.W1(j, 0),
                     network.W1(j, 1), network.b1[j]);
    const arma::rowvec z = mini_logits(parameters, shape, xor_examples().X);
    report.print("p for 00, 01, 10, 11:");
    for (const double logit : z) report.print(" %.3f", sigmoid(logit));
    report.print("\n");
    report.claim({.id = "twins",
                  .statement = "Neurons of a layer that start equal stay equal.",
                  .quantity = "largest difference after a thousand steps",
                  .low = 0.0,
                  .high = 0.0},
                 std::max({arma::abs(network.W1.row(0) - network.W1.row(1)).max(),
                           std::abs(network.b1[0] - network.b1[1]),
                           std::abs(network.W2[0] - network.W2[1])}));
}
// [snip:show-twins]

namespace {

// [snip:xor-failures]
/// \brief For each of the seeds 0 … 99 that ends without XOR, at how many of the
/// four corners it is undecided.
std::vector<std::size_t> xor_failures(arma::uword hidden, unsigned threads) {
    const MiniShape shape{2, hidden};
    std::vector<arma::vec> ends(100);
    for_each_shard(ends.size(), threads, [&](std::size_t seed) {
        Rng rng(static_cast<std::uint32_t>(seed));
        ends[seed] = learn_xor(mini_start(shape, rng), shape);
    });
    std::vector<std::size_t> undecided;
    for (const arma::vec& end : ends) {
        if (knows_xor(end, shape)) continue;
        const arma::rowvec z = mini_logits(end, shape, xor_examples().X);
        undecided.push_back(arma::accu(arma::abs(z) < logit(0.8)));
    }
    return undecided;
}
// [snip:xor-failures]

// [snip:print-dead-ends]
void print_dead_ends(const std::vector<std::size_t>& undecided, Report& report) {
    const auto at = [&](std::size_t corners) {
        return std::count(undecided.begin(), undecided.end(), corners);
    };
    report.print(
        "\nthe failures with two: undecided at two corners %s, at three %s\n",
        report.value("undecided-2", "%td", at(2)).c_str(),
        report.value("undecided-3", "%td", at(3)).c_str());
}
// [snip:print-dead-ends]

}  // namespace

// [snip:show-xor]
void show_xor(const Options& options, Report& report) {
    report.section("xor", "XOR from a hundred seeds");
    std::vector<std::size_t> two, eight;
    Csv table({"hidden", "failed"});
    report.print("%14s %18s\n", "hidden neurons", "seeds that failed");
    for (const arma::uword hidden : {2u, 3u, 4u, 6u, 8u, 16u}) {
        const std::vector<std::size_t> failed =
            xor_failures(hidden, options.threads);
        report.print("%14llu %18zu\n", static_cast<unsigned long long>(hidden),
                     failed.size());
        table.row(
            {static_cast<double>(hidden), static_cast<double>(failed.size())});
        if (hidden == 2) two = failed;
        if (hidden == 8) eight = failed;
    }
    print_dead_ends(two, report);
    report.data("xor.csv", table);
    report.value("xor-failed-2", "%zu", two.size());
    report.claim(
        {.id = "xor-two",
         .statement = "Two hidden neurons are enough for XOR, so a network "
                      "with two learns it, from every one of 100 seeds.",
         .quantity = "seeds that failed",
         .low = 0.0,
         .high = 0.0},
        static_cast<double>(two.size()));
    report.claim(
        {.id = "xor-eight",
         .statement = "With eight it learns XOR from every one of 100 seeds.",
         .quantity = "seeds that failed",
         .low = 0.0,
         .high = 0.0},
        static_cast<double>(eight.size()));
}
// [snip:show-xor]

}  // namespace nn
