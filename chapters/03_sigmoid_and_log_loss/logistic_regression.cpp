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

// [snip:logistic-gradient]
arma::vec logistic_gradient(const arma::vec& parameters, const Dataset& data,
                            double l2) {
    require_penalty("logistic_gradient", l2);
    const arma::uword n = data.X.n_rows;
    // forward: z = wᵀX + b
    arma::rowvec dz = logistic_logits(parameters, data.X);
    require(dz.n_elem == data.y.n_elem && !dz.empty(), "logistic_gradient",
            std::to_string(dz.n_elem) + " examples and " +
                std::to_string(data.y.n_elem) +
                " labels; give one label an example");
    // forward: L = mean log loss of σ(z)
    dz.transform([](double z) { return sigmoid(z); });
    dz = (dz - data.y) / static_cast<double>(dz.n_elem);  // 1 × examples
    arma::vec gradient(n + 1);
    gradient.head(n) = data.X * dz.t() + l2 * parameters.head(n);  // n × 1
    gradient[n] = arma::accu(dz);
    return gradient;
}
// [snip:logistic-gradient]

}  // namespace nn
