#include <span>

#include "mini_network.hpp"
#include "nn/gradient_check.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:random-task]
struct GradientTask {
    MiniShape shape{5, 4};
    Dataset data;
    arma::vec parameters;
};

GradientTask random_gradient_task(std::uint32_t seed) {
    Rng rng(seed);
    GradientTask task;
    task.data = {arma::mat(5, 12), arma::rowvec(12)};
    for (double& x : task.data.X) x = rng.normal();
    for (double& y : task.data.y) y = static_cast<double>(rng.interval(1));
    task.parameters = mini_start(task.shape, rng);
    return task;
}
// [snip:random-task]

// [snip:check-network]
GradientCheck check_network(const GradientTask& task, const MiniNetwork& gradient) {
    const arma::vec slopes = packed(gradient);
    return check_gradient(
        [&](std::span<const Real50> at) {
            return mini_loss(at, task.shape, task.data);
        },
        {task.parameters.memptr(), task.parameters.n_elem},
        {slopes.memptr(), slopes.n_elem});
}
// [snip:check-network]

}  // namespace

// [snip:show-gradient-check]
void show_gradient_check(const Options& options, Report& report) {
    report.section("gradient-check", "Backpropagation against 50 digits");
    const GradientTask task = random_gradient_task(options.seed);
    MiniNetwork gradient =
        mini_backward(unpacked(task.parameters, task.shape), task.data);
    const GradientCheck right = check_network(task, gradient);
    report.print("as derived            worst error %.1e\n", right.worst);
    report.value("gradient-worst", "%.0e", right.worst);
    report.value("gradient-count", "%llu",
                 static_cast<unsigned long long>(task.parameters.n_elem));
    report.claim({.id = "gradient-right",
                  .statement = "Backpropagation gives the slopes of the loss.",
                  .quantity = "worst relative error against 50-digit differences",
                  .high = 1e-10},
                 right.worst);
    gradient.W1 /= 1.0 - 1e-6;
    const GradientCheck wrong = check_network(task, gradient);
    report.print("W_1 wrong by 1e-6     worst error %.1e, at parameter %zu\n",
                 wrong.worst, wrong.parameter);
}
// [snip:show-gradient-check]

}  // namespace nn
