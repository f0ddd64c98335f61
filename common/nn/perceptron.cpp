#include "nn/perceptron.hpp"

#include <string>

#include "nn/activation.hpp"
#include "nn/neuron.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:answers-of]
arma::rowvec answers_of(const Perceptron& neuron, const arma::mat& X) {
    require_inputs("answers_of", X, neuron.w.size());
    require(X.is_finite(), "answers_of", "NaN or infinity; inputs must be finite");
    arma::rowvec answers(X.n_cols);  // 1 × examples
    for (arma::uword j = 0; j < X.n_cols; ++j)
        answers(j) =
            step(weighted_sum<double>(neuron.w, example_of(X, j), neuron.b));
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
        mistakes += perceptron_update(last_, example_of(data.X, j), data.y(j));
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

}  // namespace nn
