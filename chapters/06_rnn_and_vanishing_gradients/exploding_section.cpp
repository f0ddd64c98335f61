#include <array>
#include <limits>
#include <string>
#include <vector>

#include "last_answer.hpp"
#include "memory_tasks.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:explosion]
/// \brief A training, and what came of it.
struct Explosion {
    std::vector<AnswerUpdate> updates;
    double accuracy = 0.0;
};

/// \brief Elman's network, begun where gradients grow, learns to recall a symbol
/// over 20 steps by gradient descent.
Explosion train_to_explode(double longest_gradient, std::uint32_t seed) {
    constexpr std::size_t noise_steps = 20;
    Rng rng(seed);
    LastAnswer network({.cell = CellKind::elman,
                        .inputs = recall_symbols + noise_symbols,
                        .hidden = 32,
                        .answers = recall_symbols,
                        .orthogonal = 1.5},
                       rng);
    GradientDescent<float> descent(0.2F);
    Explosion explosion;
    explosion.updates =
        network.train({.updates = 300, .longest_gradient = longest_gradient},
                      descent, [&] { return recall_batch(noise_steps, 20, rng); });
    explosion.accuracy = network.accuracy(recall_batch(noise_steps, 1000, rng));
    return explosion;
}
// [snip:explosion]

// [snip:print-explosions]
void print_explosions(const Explosion& free, const Explosion& clipped,
                      Report& report) {
    report.print("%-10s %23s %23s\n", "", "as it comes", "clipped at 1");
    report.print("%-10s %11s %11s %11s %11s\n", "update", "gradient", "loss",
                 "gradient", "loss");
    for (const std::size_t u : {1, 2, 5, 10, 20, 50, 100, 200, 300})
        report.print("%-10zu %11.2f %11.3f %11.2f %11.3f\n", u,
                     free.updates[u - 1].gradient, free.updates[u - 1].loss,
                     clipped.updates[u - 1].gradient, clipped.updates[u - 1].loss);
    Csv table({"update", "free", "clipped", "free_loss", "clipped_loss"});
    for (std::size_t u = 0; u < free.updates.size(); ++u)
        table.row({double(u + 1), free.updates[u].gradient,
                   clipped.updates[u].gradient, free.updates[u].loss,
                   clipped.updates[u].loss});
    report.data("exploding.csv", table);
}
// [snip:print-explosions]

}  // namespace

// [snip:show-exploding]
void show_exploding(const Options& options, Report& report) {
    report.section("exploding",
                   "One step too far: a training with clipping and without");
    constexpr std::array<double, 2> longest{std::numeric_limits<double>::infinity(),
                                            1.0};
    std::array<Explosion, 2> runs;
    for_each_shard(2, options.threads, [&](std::size_t i) {
        runs[i] = train_to_explode(longest[i], options.seed);
    });
    print_explosions(runs[0], runs[1], report);
    const auto gradient = [](const AnswerUpdate& a, const AnswerUpdate& b) {
        return a.gradient < b.gradient;
    };
    for (const std::size_t i : {0, 1})
        report.print("%s: longest gradient %s, right %s of 1000\n",
                     i == 0 ? "as it comes " : "clipped at 1",
                     report
                         .value("explosion-longest-" + std::to_string(i), "%.1f",
                                std::max_element(runs[i].updates.begin(),
                                                 runs[i].updates.end(), gradient)
                                    ->gradient)
                         .c_str(),
                     report
                         .value("explosion-right-" + std::to_string(i), "%.0f",
                                1000.0 * runs[i].accuracy)
                         .c_str());
    report.claim(
        {.id = "explodes",
         .statement = "A gradient that explodes throws away what was learnt.",
         .quantity = "recalled right without clipping; by chance 0.125",
         .high = 0.25},
        runs[0].accuracy);
    report.claim({.id = "clipping-cures",
                  .statement = "Clipped, the same training learns the task.",
                  .quantity = "recalled right",
                  .low = 0.95},
                 runs[1].accuracy);
}
// [snip:show-exploding]

}  // namespace nn
