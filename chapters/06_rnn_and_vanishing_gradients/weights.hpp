/// \file
/// \brief Matrices of chapter 6's experiments: what the errors flow through.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/initialisation.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief Normal numbers, scaled to a spectral radius, n × n.
// [snip:of-radius]
inline arma::mat matrix_of_radius(std::size_t n, double radius, Rng& rng) {
    arma::mat W(n, n);  // n × n
    rng.fill_normal({W.memptr(), W.n_elem});
    return W * (radius / spectral_radius(W));
}

/// \brief A random permutation times a number: each unit hears one other alone.
inline arma::mat scaled_permutation(std::size_t n, double scale, Rng& rng) {
    arma::mat W(n, n);  // n × n
    const std::vector<std::size_t> heard = rng.permutation(n);
    for (std::size_t k = 0; k < n; ++k) W(k, heard[k]) = scale;
    return W;
}

/// \brief Steps of normal numbers of a size, n each.
inline std::vector<std::vector<double>> normal_steps(std::size_t steps,
                                                     std::size_t n, double size,
                                                     Rng& rng) {
    std::vector<std::vector<double>> all(steps, std::vector<double>(n));
    for (std::vector<double>& each : all)
        for (double& x : each) x = size * rng.normal();
    return all;
}

/// \brief The numbers of a matrix, column by column.
inline std::vector<double> numbers_of(const arma::mat& matrix) {
    return {matrix.begin(), matrix.end()};
}
// [snip:of-radius]

}  // namespace nn
