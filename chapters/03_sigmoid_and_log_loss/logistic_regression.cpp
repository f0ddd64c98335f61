#include "logistic_regression.hpp"

#include <cmath>
#include <string>

#include "nn/require.hpp"
#include "nn/sigmoid.hpp"
#include "training.hpp"

namespace nn {

namespace {

// [snip:require-penalty]
void require_penalty(const char* where, double l2) {
    require(std::isfinite(l2) && l2 >= 0.0, where,
            "the price on weights is " + std::to_string(l2) +
                "; it must be at least 0 and finite");
}
// [snip:require-penalty]

}  // namespace

// [snip:logistic-logits]
arma::rowvec logistic_logits(const arma::vec& parameters, const arma::mat& X) {
    require(!parameters.empty(), "logistic_logits",
            "no parameters; the bias at least must be there");
    const arma::uword n = parameters.n_elem - 1;
    require_inputs("logistic_logits", X, n);
    const arma::vec w = parameters.head(n);
    return w.t() * X + parameters[n];  // 1 × examples
}
// [snip:logistic-logits]

// [snip:logistic-loss]
double logistic_loss(const arma::vec& parameters, const Dataset& data, double l2) {
    require_penalty("logistic_loss", l2);
    const arma::rowvec z = logistic_logits(parameters, data.X);
    const arma::vec w = parameters.head(data.X.n_rows);
    return mean_log_loss(z, data.y) + 0.5 * l2 * arma::accu(arma::square(w));
}
// [snip:logistic-loss]

namespace {

// [snip:logit-slopes]
/// \brief The slope of the mean log loss in each logit, 1 × examples.
arma::rowvec logit_slopes(const arma::vec& parameters, const Dataset& data) {
    arma::rowvec p = logistic_logits(parameters, data.X);  // 1 × examples
    require(p.n_elem == data.y.n_elem && !p.empty(), "logistic_gradient",
            std::to_string(p.n_elem) + " examples and " +
                std::to_string(data.y.n_elem) +
                " labels; give one label an example");
    p.transform([](double z) { return sigmoid(z); });
    return (p - data.y) / static_cast<double>(p.n_elem);
}
// [snip:logit-slopes]

}  // namespace

// [snip:logistic-gradient]
arma::vec logistic_gradient(const arma::vec& parameters, const Dataset& data,
                            double l2) {
    require_penalty("logistic_gradient", l2);
    const arma::uword n = data.X.n_rows;
    arma::vec gradient(n + 1);
    // forward: L = mean log loss of σ(z)
    const arma::rowvec dz = logit_slopes(parameters, data);  // 1 × examples
    // forward: z = wᵀX + b, J = L + λ/2 Σ w²
    gradient.head(n) = data.X * dz.t() + l2 * parameters.head(n);  // inputs
    gradient[n] = arma::accu(dz);
    return gradient;
}
// [snip:logistic-gradient]

}  // namespace nn
