#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "activation.hpp"
#include "geometry.hpp"
#include "neuron.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:example]
std::span<const double> example(const arma::mat& X, arma::uword column) {
    return {X.colptr(column), X.n_rows};
}
// [snip:example]

}  // namespace

// [snip:answers-of]
arma::rowvec answers_of(const Perceptron& neuron, const arma::mat& X) {
    require_inputs("answers_of", X, neuron.w.size());
    require(X.is_finite(), "answers_of", "NaN or infinity; inputs must be finite");
    arma::rowvec answers(X.n_cols);  // 1 × examples
    for (arma::uword j = 0; j < X.n_cols; ++j)
        answers(j) = step(weighted_sum<double>(neuron.w, example(X, j), neuron.b));
    return answers;
}
// [snip:answers-of]

// [snip:perceptron-update]
bool perceptron_update(Perceptron& neuron, std::span<const double> x, double y) {
    const double answer = step(weighted_sum<double>(neuron.w, x, neuron.b));
    const double error = y - answer;  // 0 if right; 1 too low, -1 too high
    if (error == 0.0) return false;
    for (std::size_t i = 0; i < x.size(); ++i) neuron.w[i] += error * x[i];
    if (neuron.with_bias) neuron.b += error;
    return true;
}
// [snip:perceptron-update]

// [snip:share-right]
double share_right(const arma::rowvec& answers, const arma::rowvec& y) {
    require(answers.n_elem == y.n_elem && y.n_elem > 0, "share_right",
            std::to_string(answers.n_elem) + " answers and " +
                std::to_string(y.n_elem) + " labels; as many of both, at least 1");
    const arma::uword right = arma::accu(answers == y);
    return static_cast<double>(right) / static_cast<double>(y.n_elem);
}
// [snip:share-right]

// [snip:trainer-begin]
PerceptronTrainer::PerceptronTrainer(std::size_t inputs, bool with_bias)
    : last_{std::vector<double>(inputs), 0.0, with_bias}, sum_(last_) {}
// [snip:trainer-begin]

// [snip:trainer-pass]
std::size_t PerceptronTrainer::pass(const Dataset& data) {
    require_dataset("PerceptronTrainer::pass", data);
    require_inputs("PerceptronTrainer::pass", data.X, last_.w.size());
    std::size_t mistakes = 0;
    for (arma::uword j = 0; j < data.X.n_cols; ++j) {
        mistakes += perceptron_update(last_, example(data.X, j), data.y(j));
        for (std::size_t i = 0; i < last_.w.size(); ++i) sum_.w[i] += last_.w[i];
        sum_.b += last_.b;
    }
    shown_ += static_cast<double>(data.X.n_cols);
    return mistakes;
}
// [snip:trainer-pass]

// [snip:trainer-average]
Perceptron PerceptronTrainer::average() const {
    if (shown_ == 0.0) return last_;
    Perceptron mean = sum_;
    for (double& weight : mean.w) weight /= shown_;
    mean.b /= shown_;
    return mean;
}
// [snip:trainer-average]

// [snip:separate]
Separation separate(const Dataset& data, bool with_bias, std::size_t passes) {
    require_dataset("separate", data);
    Separation result{{std::vector<double>(data.X.n_rows), 0.0, with_bias}};
    while (!result.found && result.passes < passes) {
        const std::size_t before = result.mistakes;
        for (arma::uword j = 0; j < data.X.n_cols; ++j)
            result.mistakes +=
                perceptron_update(result.neuron, example(data.X, j), data.y(j));
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
        const std::span<const double> x = example(data.X, j);
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
