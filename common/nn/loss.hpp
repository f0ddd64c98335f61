/// \file
/// \brief What a probability pays when the answer comes out.
#pragma once

#include <cmath>

#include "nn/sigmoid.hpp"

namespace nn {

/// \brief The log loss of the probability p when the answer is y, in nats.
/// \implements{log-loss}
///
/// y is 0 or 1, p in [0, 1]. Range: [0, ∞]. Error: ≤ 2 ulp of the formula in p.
/// Where p comes from a sigmoid, use log_loss_from_logit: p near 0 or 1 has lost
/// what the loss is made of.
// [snip:log-loss]
template <class T>
T log_loss(T p, T y) {
    using std::log;
    using std::log1p;
    return y == 1 ? T(0 - log(p)) : T(0 - log1p(-p));  // never −0
}
// [snip:log-loss]

/// \brief The log loss of p = σ(z), computed from the logit z.
/// \implements{log-loss-from-logit}
///
/// y in [0, 1]. Domain: every finite z; never ∞ or NaN. Error: ≤ 2 ulp where y is 0
/// or 1, ≤ 4 ulp between.
// [snip:log-loss-from-logit]
template <class T>
T log_loss_from_logit(T z, T y) {
    return y * softplus(T(-z)) + (1 - y) * softplus(z);
}
// [snip:log-loss-from-logit]

/// \brief The slope of the log loss in the logit: ∂L/∂z = p − y.
/// \implements{log-loss-gradient}
///
/// Error: ≤ 0.5 ulp of the formula in p.
// [snip:log-loss-gradient]
template <class T>
T log_loss_grad(T p, T y) {
    return p - y;
}
// [snip:log-loss-gradient]

/// \brief The slope of the squared error (p − y)² in the logit, where p = σ(z).
/// \implements{squared-error-gradient}
///
/// Error: ≤ 3 ulp of the formula in p.
// [snip:squared-error-gradient]
template <class T>
T squared_error_grad(T p, T y) {
    return 2 * (p - y) * sigmoid_grad_from_output(p);
}
// [snip:squared-error-gradient]

}  // namespace nn
