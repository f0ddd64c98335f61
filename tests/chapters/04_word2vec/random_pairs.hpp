/// \file
/// \brief Pairs of words that mean nothing.
#pragma once

#include <armadillo>

#include "nn/rng.hpp"
#include "pair_gradient.hpp"

/// \brief Normal numbers.
inline arma::mat random_matrix(arma::uword rows, arma::uword columns,
                               nn::Rng& rng) {
    arma::mat X(rows, columns);
    for (double& x : X) x = rng.normal();
    return X;
}

/// \brief Scores of n words, the noise of each above 0, and one that is right.
inline nn::NoisyPair random_pair(arma::uword n, nn::Rng& rng) {
    nn::NoisyPair pair{random_matrix(n, 1, rng), arma::vec(n), rng.interval(n - 1)};
    for (double& q : pair.noise) q = 0.1 + rng.uniform();
    pair.noise /= arma::accu(pair.noise);
    return pair;
}
