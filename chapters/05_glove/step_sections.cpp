#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "glove.hpp"
#include "nn/gradient_check.hpp"
#include "nn/parallel.hpp"
#include "sections.hpp"
#include "simple_glove.hpp"

namespace nn {

namespace {

// [snip:cell-cost]
constexpr std::size_t check_dimension = 10;
constexpr double check_x = 7.0;

/// \brief The cost of one cell in w, c and the two biases, one after the other.
template <class T>
T cell_cost(std::span<const T> at) {
    using std::log;
    const std::size_t d = check_dimension;
    const T score =
        glove_score<T>(at.first(d), at.subspan(d, d), at[2 * d], at[2 * d + 1]);
    return glove_cost<T>(score, log(T(check_x)),
                         glove_weight<T>(T(check_x), T(10), T(0.75)));
}

std::vector<double> cell_gradient(std::span<const double> at) {
    const std::size_t d = check_dimension;
    const auto w = at.first(d), c = at.subspan(d, d);
    const double slope =
        glove_slope(glove_score<double>(w, c, at[2 * d], at[2 * d + 1]),
                    std::log(check_x), glove_weight(check_x, 10.0, 0.75));
    std::vector<double> gradient;
    for (const double x : c) gradient.push_back(slope * x);
    for (const double x : w) gradient.push_back(slope * x);
    gradient.insert(gradient.end(), 2, slope);
    return gradient;
}
// [snip:cell-cost]

}  // namespace

// [snip:show-gradient-check]
void show_gradient_check(const Options& options, Report& report) {
    report.section("gradient-check", "The slopes of a cell's cost");
    Rng rng(options.seed);
    std::vector<double> at(2 * check_dimension + 2);
    for (double& x : at) x = rng.normal();
    std::vector<double> gradient = cell_gradient(at);
    const auto cost = [](std::span<const Real50> p) { return cell_cost(p); };
    const GradientCheck right = check_gradient(cost, at, gradient);
    report.print("as derived               worst error %s\n",
                 report.value("gradient-worst", "%.0e", right.worst).c_str());
    report.claim({.id = "gradient-right",
                  .statement = "The slopes of a cell's cost are those derived.",
                  .quantity = "worst relative error against 50-digit differences",
                  .high = 1e-12},
                 right.worst);
    std::swap_ranges(gradient.begin(), gradient.begin() + check_dimension,
                     gradient.begin() + check_dimension);
    const GradientCheck wrong = check_gradient(cost, at, gradient);
    report.print("w and c exchanged        worst error %.1e, at parameter %zu\n",
                 wrong.worst, wrong.parameter);
}
// [snip:show-gradient-check]

namespace {

// [snip:one-rate]
/// \brief Gradient descent with one rate for all; the mean cost of each iteration.
std::vector<double> descend(std::span<const Cell> cells, std::size_t iterations,
                            const GloveOptions& options) {
    Rng rng(options.seed);
    const std::size_t d = options.dimension;
    const double rate = options.learning_rate;
    arma::mat w(d + 1, small_words), c(d + 1, small_words);  // the last: the bias
    for (arma::mat* side : {&w, &c})
        for (double& x : *side) x = glove_start(rng, d);
    std::vector<double> costs;
    for (std::size_t i = 0; i < iterations; ++i) {
        double sum = 0.0;
        for (const Cell& cell : cells) {
            double *const a = w.colptr(cell.row), *const b = c.colptr(cell.column);
            const double score = glove_score<double>({a, d}, {b, d}, a[d], b[d]);
            const double weight = glove_weight(cell.x, 10.0, 0.75);
            sum += glove_cost(score, std::log(cell.x), weight);
            const double step = rate * glove_slope(score, std::log(cell.x), weight);
            for (std::size_t k = 0; k < d; ++k) {
                const double a_k = a[k];
                a[k] -= step * b[k];
                b[k] -= step * a_k;
            }
            a[d] -= step;
            b[d] -= step;
        }
        costs.push_back(sum / static_cast<double>(cells.size()));
    }
    return costs;
}
// [snip:one-rate]

// [snip:costs-of]
constexpr std::array descent_rates{0.01, 0.03, 0.1, 0.3};
constexpr std::array adagrad_rates{0.02, 0.05, 0.1, 0.2, 0.3, 0.4};

/// \brief The mean cost of each iteration.
std::vector<double> costs_of(std::span<const Cell> cells, std::size_t iterations,
                             GloveOptions own, std::size_t which) {
    const bool adagrad = which >= descent_rates.size();
    own.learning_rate = adagrad ? adagrad_rates[which - descent_rates.size()]
                                : descent_rates[which];
    if (!adagrad) return descend(cells, iterations, own);
    SimpleGlove glove(small_words, own);
    std::vector<double> costs;
    try {
        for (std::size_t i = 0; i < iterations; ++i)
            costs.push_back(glove.learn(cells, {}));
    } catch (const std::invalid_argument&) {  // it diverged: that is a result here
        costs.resize(iterations, std::numeric_limits<double>::infinity());
    }
    return costs;
}

/// \brief Prints a run; its last cost, or infinity.
double print_costs(const std::vector<double>& costs, const char* name, double rate,
                   Report& report) {
    report.print("%-18s %5g", name, rate);
    if (!std::isfinite(costs.back())) {
        report.print("   diverges\n");
        return std::numeric_limits<double>::infinity();
    }
    report.print(" %10.4f %8.4f %8.4f\n", costs[0], costs[1], costs.back());
    return costs.back();
}
// [snip:costs-of]

}  // namespace

// [snip:show-adagrad]
void show_adagrad(const Options& options, const GloveStudy& study, Report& report) {
    report.section("adagrad", "AdaGrad, and one rate for all");
    const std::vector<Cell> cells = small_table(study);
    const std::size_t iterations = options.quick ? 5 : 15;
    std::array<std::vector<double>, descent_rates.size() + adagrad_rates.size()>
        costs;
    for_each_shard(costs.size(), options.threads, [&](std::size_t which) {
        const GloveOptions own{.dimension = 20, .seed = options.seed};
        costs[which] = costs_of(cells, iterations, own, which);
    });
    // [snip:show-adagrad]
    // [snip:show-adagrad-costs]
    report.print("%s cells; mean cost in iteration\n%-18s %5s %10s %8s %8s\n",
                 report.value("small-table", "%zu", cells.size()).c_str(), "",
                 "rate", "1", "2", std::to_string(iterations).c_str());
    constexpr double none = std::numeric_limits<double>::infinity();
    double descent = none, adagrad = none;
    Csv table({"rate", "descent", "adagrad"});
    for (std::size_t i = 0; i < descent_rates.size(); ++i) {
        const double last =
            print_costs(costs[i], "one rate for all", descent_rates[i], report);
        descent = std::min(descent, last);
        if (last < none) table.row({descent_rates[i], last, ""});
    }
    for (std::size_t i = 0; i < adagrad_rates.size(); ++i) {
        const double last = print_costs(costs[descent_rates.size() + i], "AdaGrad",
                                        adagrad_rates[i], report);
        adagrad = std::min(adagrad, last);
        if (last < none) table.row({adagrad_rates[i], "", last});
    }
    report.data("adagrad.csv", table);
    report.claim(
        {.id = "adagrad-ahead",
         .statement = "AdaGrad ends at a lower cost than one rate for all, "
                      "each with the best rate of its row.",
         .quantity = "its last cost over that of the one rate",
         .high = 1.0},
        adagrad / descent);
}
// [snip:show-adagrad-costs]

}  // namespace nn
