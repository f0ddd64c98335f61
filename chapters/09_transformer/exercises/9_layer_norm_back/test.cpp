#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/slopes.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::NormSlopes;

struct Task {
    std::string name;
    Column x, gain, bias, dy;

    std::size_t n() const { return x.size(); }
};

Task random_task(std::size_t n, double mean, double spread, std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(n) + " numbers about " + show(mean) + ", spread " + show(spread),
              diagnosis::normals(n, rng, spread), diagnosis::normals(n, rng),
              diagnosis::normals(n, rng), diagnosis::normals(n, rng)};
    for (double& number : task.x) number += mean;
    return task;
}

std::vector<Task> tasks() {
    return {{"four numbers, by hand",
             {1, 1, 3, 3},
             {1, 1, 1, 1},
             {0, 0, 0, 0},
             {4, 0, 0, 0}},
            random_task(5, 0.0, 1.0, 1),
            random_task(8, 3.0, 2.0, 2),
            random_task(3, -1.0, 0.01, 3)};
}

Column row_of(const Column& x, const Column& gain, const Column& bias) {
    return diagnosis::joined({x, gain, bias});
}

std::string name_of(const Task& task, std::size_t place) {
    const std::size_t n = task.n();
    const std::string vector = place < n ? "x" : place < 2 * n ? "gain" : "bias";
    return vector + "(" + show(place % n) + ")";
}

// A loss whose slopes in y are dy.
Real50 loss_of(const Task& task, std::span<const Real50> row) {
    const std::size_t n = task.n();
    const auto x = row.first(n), gain = row.subspan(n, n),
               bias = row.subspan(2 * n);
    Real50 mean, variance, loss;
    for (std::size_t i = 0; i < n; ++i) mean += x[i] / n;
    for (std::size_t i = 0; i < n; ++i)
        variance += (x[i] - mean) * (x[i] - mean) / n;
    const Real50 root = sqrt(variance + nn::exercise::epsilon);
    for (std::size_t i = 0; i < n; ++i)
        loss += (gain[i] * (x[i] - mean) / root + bias[i]) * task.dy[i];
    return loss;
}

// The way back, and what people make of it.
struct Slip {
    bool lift = true;
    bool stretch = true;
    bool means = true;  // and not sums
    bool gain = true;   // in the slopes of x
    bool scale = true;
    bool u_of_gain = true;  // and not x
    bool less_one = false;  // the variance over n − 1
    bool epsilon = true;
    bool gain_in_bias = false;
    bool stretch_of_x = false;  // the raw vector in the place of u
};

struct Forward {
    Column u;
    double scale;
};

Forward forward(const Task& task, const Slip& slip) {
    const std::size_t n = task.n();
    double mean = 0.0, variance = 0.0;
    for (const double number : task.x) mean += number / double(n);
    for (const double number : task.x)
        variance +=
            (number - mean) * (number - mean) / double(slip.less_one ? n - 1 : n);
    if (slip.epsilon) variance += nn::exercise::epsilon;
    Forward result{task.x, 1.0 / std::sqrt(variance)};
    for (double& number : result.u) number = (number - mean) * result.scale;
    return result;
}

Column slopes_of(const Task& task, const Slip& slip) {
    const auto [u, scale] = forward(task, slip);
    const std::size_t n = task.n();
    const double count = slip.means ? double(n) : 1.0;
    const Column& along = slip.stretch_of_x ? task.x : u;
    Column du = task.dy, dx(n), dg(n), db = task.dy;
    double lift = 0.0, stretch = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        if (slip.gain) du[i] *= task.gain[i];
        if (slip.gain_in_bias) db[i] *= task.gain[i];
        dg[i] = task.dy[i] * (slip.u_of_gain ? u[i] : task.x[i]);
        if (slip.lift) lift += du[i] / count;
        if (slip.stretch) stretch += du[i] * along[i] / count;
    }
    for (std::size_t i = 0; i < n; ++i)
        dx[i] = (slip.scale ? scale : 1.0) * (du[i] - lift - along[i] * stretch);
    return row_of(dx, dg, db);
}

std::vector<diagnosis::Mistake<Task, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("mean and variance are taken for fixed numbers: each x_i moves both",
            {.lift = false, .stretch = false});
    mistake("the mean is taken for a fixed number: take off the mean of all du",
            {.lift = false});
    mistake(
        "the variance is taken for a fixed number: take off u_i times the mean of "
        "all du u",
        {.stretch = false});
    mistake("sums are taken off in the place of means: divide both by n",
            {.means = false});
    mistake("the gain is missing in the slopes of x: du is dy times the gain",
            {.gain = false});
    mistake(
        "the spread is missing in the slopes of x: they are over √(variance + ε)",
        {.scale = false});
    mistake("the gain's slopes are dy times x: the gain has met u",
            {.u_of_gain = false});
    mistake("the variance is divided by n - 1: it is the mean over all n",
            {.less_one = true});
    mistake(
        "ε is left out: the way back divides by what the way forward divided by",
        {.epsilon = false});
    mistake("the bias's slopes have the gain in them: the bias is added after it",
            {.gain_in_bias = true});
    mistake("the stretch is taken along x: it is along u, which has mean 0",
            {.stretch_of_x = true});
    return all;
}

}  // namespace

TEST_CASE(
    "The slopes of layer normalisation are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters =
             [](const Task& task) { return row_of(task.x, task.gain, task.bias); },
         .name_of = name_of,
         .loss = loss_of,
         .yours =
             [](const Task& task) {
                 const NormSlopes slopes =
                     nn::exercise::layer_norm_back(task.x, task.gain, task.dy);
                 return row_of(slopes.x, slopes.gain, slopes.bias);
             },
         .mistakes = mistakes()});
}
