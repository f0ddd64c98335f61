#include "separation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/neuron.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:separate]
Separation separate(const Dataset& data, bool with_bias, std::size_t passes) {
    require_dataset("separate", data);
    Separation result{{std::vector<double>(data.X.n_rows), 0.0, with_bias}};
    while (!result.found && result.passes < passes) {
        const std::size_t before = result.mistakes;
        for (arma::uword j = 0; j < data.X.n_cols; ++j)
            result.mistakes +=
                perceptron_update(result.neuron, example_of(data.X, j), data.y(j));
        ++result.passes;
        result.found = result.mistakes == before;
    }
    return result;
}
// [snip:separate]

namespace {

// [snip:require-margin]
void require_margin(double gamma) {
    require(gamma > 0.0, "mistake_bound",
            "an example has the margin " + std::to_string(gamma) +
                "; the bound needs a neuron that separates all of them");
}
// [snip:require-margin]

}  // namespace

// [snip:mistake-bound]
double mistake_bound(const Dataset& data, const Perceptron& neuron) {
    require_dataset("mistake_bound", data);
    std::vector<double> w = neuron.w;
    w.push_back(neuron.b);  // the bias as one weight more, of a constant input
    const double constant = neuron.with_bias ? 1.0 : 0.0;
    double R2 = 0.0, gamma = std::numeric_limits<double>::infinity();
    for (arma::uword j = 0; j < data.X.n_cols; ++j) {
        const std::span<const double> x = example_of(data.X, j);
        const double z = weighted_sum<double>(neuron.w, x, neuron.b);
        R2 = std::max(R2, weighted_sum<double>(x, x, constant));
        gamma = std::min(gamma, (data.y(j) == 1.0 ? z : -z) / length_of(w));
    }
    require_margin(gamma);
    return R2 / (gamma * gamma);
}
// [snip:mistake-bound]

namespace {

// [snip:draw-example]
void draw_normal(std::span<double> x, Rng& rng) {
    for (double& value : x) value = rng.normal();
}
// [snip:draw-example]

}  // namespace

// [snip:separable-examples]
Separable separable_examples(std::size_t inputs, std::size_t examples,
                             double margin, Rng& rng) {
    require(inputs > 0 && examples > 0 && margin >= 0.0 && margin <= 1.0,
            "separable_examples",
            std::to_string(examples) + " examples of " + std::to_string(inputs) +
                " inputs with the margin " + std::to_string(margin) +
                "; at least 1 of both, and a margin from 0 to 1");
    Separable made{{arma::mat(inputs, examples), arma::rowvec(examples)}, {}};
    made.neuron.w.resize(inputs);
    draw_normal(made.neuron.w, rng);
    made.neuron.b = rng.normal();
    for (arma::uword j = 0; j < examples; ++j) {
        const std::span<double> x(made.data.X.colptr(j), inputs);
        double distance = 0.0;
        do {
            draw_normal(x, rng);
            distance = signed_distance(made.neuron.w, x, made.neuron.b);
        } while (std::abs(distance) < margin);
        made.data.y(j) = step(distance);
    }
    return made;
}
// [snip:separable-examples]

}  // namespace nn
