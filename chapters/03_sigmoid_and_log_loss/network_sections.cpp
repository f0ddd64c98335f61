#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "logistic_regression.hpp"
#include "mini_network.hpp"
#include "nn/io/progress.hpp"
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

// [snip:mini-gradient-of]
GradientOf mini_gradient_of(const MiniShape& shape) {
    return [shape](const arma::vec& parameters, const Dataset& batch) {
        return packed(mini_backward(unpacked(parameters, shape), batch));
    };
}

arma::rowvec mini_logits(const arma::vec& parameters, const MiniShape& shape,
                         const arma::mat& X) {
    return mini_forward(unpacked(parameters, shape), X).z;
}
// [snip:mini-gradient-of]

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
                 arma::abs(network.W1.row(0) - network.W1.row(1)).max());
}
// [snip:show-twins]

namespace {

// [snip:xor-failures]
/// \brief How many of the seeds 0 … 99 end without XOR.
std::size_t xor_failures(arma::uword hidden, unsigned threads) {
    const MiniShape shape{2, hidden};
    std::vector<char> failed(100);
    for_each_shard(failed.size(), threads, [&](std::size_t seed) {
        Rng rng(static_cast<std::uint32_t>(seed));
        failed[seed] = !knows_xor(learn_xor(mini_start(shape, rng), shape), shape);
    });
    return static_cast<std::size_t>(std::count(failed.begin(), failed.end(), 1));
}
// [snip:xor-failures]

}  // namespace

// [snip:show-xor]
void show_xor(const Options& options, Report& report) {
    report.section("xor", "XOR from a hundred seeds");
    std::size_t two = 0, eight = 0;
    Csv table({"hidden", "failed"});
    report.print("%14s %18s\n", "hidden neurons", "seeds that failed");
    for (const arma::uword hidden : {2u, 3u, 4u, 6u, 8u, 16u}) {
        const std::size_t failed = xor_failures(hidden, options.threads);
        report.print("%14llu %18zu\n", static_cast<unsigned long long>(hidden),
                     failed);
        table.row({static_cast<double>(hidden), static_cast<double>(failed)});
        if (hidden == 2) two = failed;
        if (hidden == 8) eight = failed;
    }
    report.data("xor.csv", table);
    report.value("xor-failed-2", "%zu", two);
    report.claim(
        {.id = "xor-two",
         .statement = "Two hidden neurons are enough for XOR, so a network "
                      "with two learns it, from every one of 100 seeds.",
         .quantity = "seeds that failed",
         .low = 0.0,
         .high = 0.0},
        static_cast<double>(two));
    report.claim(
        {.id = "xor-eight",
         .statement = "With eight it learns XOR from every one of 100 seeds.",
         .quantity = "seeds that failed",
         .low = 0.0,
         .high = 0.0},
        static_cast<double>(eight));
}
// [snip:show-xor]

namespace {

// [snip:best-network]
/// \brief A network trained from one seed, with the parameters of its best epoch on
/// the validation lines.
arma::vec best_network(std::uint32_t seed, const MiniShape& shape,
                       const TwoParts& task, std::size_t epochs,
                       const std::function<void()>& after_epoch) {
    Rng rng(seed);
    arma::vec parameters = mini_start(shape, rng), best;
    Adam<double> adam({.learning_rate = 0.1});
    double lowest = 1e300;
    train_in_batches(parameters, task.train, mini_gradient_of(shape), adam,
                     {epochs, 256}, rng, [&](const arma::vec& now) {
                         const arma::rowvec z =
                             mini_logits(now, shape, task.validation.X);
                         const double loss = mean_log_loss(z, task.validation.y);
                         if (loss < lowest) lowest = loss, best = now;
                         after_epoch();
                     });
    return best;
}
// [snip:best-network]

// [snip:in-standard-errors]
/// \brief The mean of the differences, in standard errors of that mean.
double in_standard_errors(const arma::rowvec& differences) {
    return arma::mean(differences) /
           (arma::stddev(differences) / std::sqrt(double(differences.n_elem)));
}
// [snip:in-standard-errors]

// [snip:against]
/// \brief By how much each line's loss, and each answer, is better under b than
/// under a.
struct Against {
    arma::rowvec loss, right;
};

Against against(const arma::rowvec& a, const arma::rowvec& b,
                const arma::rowvec& y) {
    Against better{arma::rowvec(y.n_elem), arma::rowvec(y.n_elem)};
    for (arma::uword i = 0; i < y.n_elem; ++i) {
        better.loss[i] =
            log_loss_from_logit(a[i], y[i]) - log_loss_from_logit(b[i], y[i]);
        better.right[i] = double((b[i] >= 0.0) == (y[i] == 1.0)) -
                          double((a[i] >= 0.0) == (y[i] == 1.0));
    }
    return better;
}
// [snip:against]

// [snip:claim-network]
void claim_network(const Against& better, Report& report) {
    report.claim(
        {.id = "network-loss",
         .statement = "The mini network pays less than logistic regression "
                      "on lines not seen.",
         .quantity = "mean gain in log loss, in standard errors",
         .low = 2.0},
        in_standard_errors(better.loss));
    report.claim({.id = "network-right",
                  .statement = "It is right more often as well.",
                  .quantity = "mean gain in right answers, in standard errors",
                  .low = 2.0},
                 in_standard_errors(better.right));
}
// [snip:claim-network]

}  // namespace

// [snip:show-network]
void show_network(const Options& options, const TwoParts& task,
                  const arma::vec& logistic, Report& report) {
    report.section("network", "The mini network on lines not seen");
    const MiniShape shape{task.words.size(), 16};
    const std::size_t seeds = 3, epochs = options.quick ? 6 : 15;
    std::vector<arma::rowvec> logits(seeds);
    {
        Progress progress("Mini network", "epochs", seeds * epochs);
        for (std::size_t i = 0; i < seeds; ++i)
            logits[i] = mini_logits(
                best_network(options.seed + static_cast<std::uint32_t>(i), shape,
                             task, epochs, [&] { progress.step(); }),
                shape, task.test.X);
    }
    const arma::rowvec& y = task.test.y;
    const arma::rowvec z = logistic_logits(logistic, task.test.X);
    report.print("%-22s %10s %10s\n", "", "log loss", "right");
    report.print("%-22s %10.4f %8.1f %%\n", "logistic regression",
                 mean_log_loss(z, y), 100.0 * accuracy(z, y));
    for (std::size_t i = 0; i < seeds; ++i)
        report.print("network, seed %-8u %10.4f %8.1f %%\n",
                     options.seed + static_cast<std::uint32_t>(i),
                     mean_log_loss(logits[i], y), 100.0 * accuracy(logits[i], y));
    report.value("network-parameters", "%llu",
                 static_cast<unsigned long long>(shape.parameters()));
    report.value("loss-network", "%.4f", mean_log_loss(logits[0], y));
    report.value("right-network", "%.1f %%", 100.0 * accuracy(logits[0], y));
    claim_network(against(z, logits[0], y), report);
}
// [snip:show-network]

}  // namespace nn
