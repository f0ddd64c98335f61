/// \file
/// \brief How an error flows back through time, with nothing else around it.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/clipping.hpp"
#include "nn/recurrent_step.hpp"
#include "nn/require.hpp"
#include "squashing.hpp"

namespace nn {

/// \brief h_t = φ(W h_{t−1} + x_t): what remains of Elman's network if the sums
/// W_x x_t + b come from outside.
// [snip:recurrence]
template <class T>
struct Recurrence {
    Squashing squashing = Squashing::tanh;
    std::vector<T> W;  ///< n × n, column by column
};

/// \brief The states h_1 … h_T. Throws std::invalid_argument unless W is n × n for
/// the n numbers of `start` and of each input.
template <class T>
std::vector<std::vector<T>> states_of(const Recurrence<T>& recurrence,
                                      std::vector<T> start,
                                      std::span<const std::vector<T>> inputs) {
    std::vector<std::vector<T>> all;
    for (const std::vector<T>& input : inputs) {
        require(input.size() == start.size() &&
                    recurrence.W.size() == start.size() * start.size(),
                "states_of",
                std::to_string(input.size()) + " inputs and " +
                    std::to_string(recurrence.W.size()) + " weights for " +
                    std::to_string(start.size()) + " units; n units need n and n²");
        std::vector<T> sums = input;
        add_product<T>(recurrence.W, start, sums);  // W h_{t−1} + x_t
        for (std::size_t k = 0; k < sums.size(); ++k)
            start[k] = squashed(recurrence.squashing, sums[k]);
        all.push_back(start);
    }
    return all;
}
// [snip:recurrence]

/// \brief One step back: the slopes in h_{t−1}, from those in h_t.
/// \implements{error-back}
///
/// δ_{t−1} = Wᵀ (φ′ ⊙ δ_t), with φ′ from the state h_t. Throws
/// std::invalid_argument if a length does not fit. Error: ≤ n + 3 ulp of Σ |W_ij
/// φ′_i δ_i|, for n units and the slopes as their function gives them.
// [snip:error-back]
template <class T>
std::vector<T> error_back(const Recurrence<T>& recurrence, std::span<const T> state,
                          std::vector<T> slopes) {
    const std::size_t n = slopes.size();
    require(state.size() == n && recurrence.W.size() == n * n, "error_back",
            std::to_string(n) + " slopes, a state of " +
                std::to_string(state.size()) + " numbers and " +
                std::to_string(recurrence.W.size()) +
                " weights; n units need n, n and n²");
    // forward: h_t = φ(W h_{t−1} + x_t)
    for (std::size_t k = 0; k < n; ++k)
        slopes[k] *= slope_from_output(recurrence.squashing, state[k]);
    std::vector<T> before(n);
    add_transposed_product<T>(recurrence.W, slopes, before);
    return before;
}
// [snip:error-back]

/// \brief The lengths of an error at distances 0, 1, …, T from the end.
///
/// `last` is the error at the end. Throws as error_back().
// [snip:error-lengths]
inline std::vector<double> error_lengths(
    const Recurrence<double>& recurrence,
    std::span<const std::vector<double>> states, std::vector<double> last) {
    std::vector<double> lengths{gradient_norm<double>(last)};
    for (std::size_t t = states.size(); t-- > 0;) {
        last = error_back<double>(recurrence, states[t], last);
        lengths.push_back(gradient_norm<double>(last));
    }
    return lengths;
}
// [snip:error-lengths]

/// \brief All errors at once: ∂h_T / ∂h_0, n × n.
/// \implements{jacobian-product}
///
/// ∂h_T / ∂h_0 = J_T … J_2 J_1 with J_t = diag(φ′) W. Throws std::invalid_argument
/// if a state does not fit W. Error: ≤ T ulp of the product of the |J_t|,
/// number by number.
// [snip:jacobian-product]
inline arma::mat jacobian_product(const Recurrence<double>& recurrence,
                                  std::span<const std::vector<double>> states) {
    const std::size_t n = states.empty() ? 0 : states[0].size();
    require(n > 0 && recurrence.W.size() == n * n, "jacobian_product",
            std::to_string(recurrence.W.size()) + " weights for " +
                std::to_string(n) + " units; n units need n², and a state");
    const arma::mat W(recurrence.W.data(), n, n);  // n × n
    arma::mat product(n, n, arma::fill::eye);      // n × n
    for (const std::vector<double>& state : states) {
        product = W * product;
        for (std::size_t k = 0; k < n; ++k)
            product.row(k) *= slope_from_output(recurrence.squashing, state.at(k));
    }
    return product;
}
// [snip:jacobian-product]

/// \brief No longer than this is ∂h_T / ∂h_0, by its largest singular value.
/// \implements{vanishing-bound}
///
/// (γ σ)^T, where γ is the steepest slope of φ and σ the largest singular value of
/// W. Pascanu, Mikolov and Bengio (2013). Domain: both at least 0 and finite,
/// otherwise std::invalid_argument. Relative error: ≤ T + 2 ulp.
// [snip:vanishing-bound]
inline double vanishing_bound(double gamma, double sigma, std::size_t steps) {
    require(gamma >= 0 && sigma >= 0 && std::isfinite(gamma * sigma),
            "vanishing_bound",
            "a slope of " + std::to_string(gamma) + " and a singular value of " +
                std::to_string(sigma) + "; both must be at least 0 and finite");
    return std::pow(gamma * sigma, static_cast<double>(steps));
}
// [snip:vanishing-bound]

}  // namespace nn
