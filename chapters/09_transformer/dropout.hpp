/// \file
/// \brief Dropout: numbers that are left out by chance, so that no part of a model
/// relies on another.
#pragma once

#include <armadillo>
#include <cstddef>
#include <cstdint>

#include "nn/philox.hpp"

namespace nn {

/// \brief Which numbers of a pass through a model are dropped.
///
/// It is the counter that decides, not a generator with a state. So the way back
/// asks again what the way forward asked, and nothing is kept in between.
// [snip:dropout-settings]
struct Dropout {
    double share = 0.0;      ///< of the numbers that become 0, in [0, 1)
    std::uint32_t seed = 0;  ///< of the training
    std::uint32_t pass = 0;  ///< no two passes drop the same numbers
    std::uint32_t site = 0;  ///< nor do two places in the model

    /// \brief The same pass at another place in the model.
    Dropout at(std::size_t place) const {
        return {share, seed, pass, static_cast<std::uint32_t>(place)};
    }
};
// [snip:dropout-settings]

/// \brief Number i of a matrix if it is kept, divided by the share of those that
/// are; 0 if it is dropped.
/// \implements{dropout}
///
/// `word` is 32 random bits. Source: Srivastava, Hinton, Krizhevsky, Sutskever and
/// Salakhutdinov (2014); the division by 1 − p is done while learning. Domain: 0 ≤
/// p < 1. Error: ≤ 1.5 ulp.
// [snip:dropped]
template <class T>
T dropped(const T& x, std::uint32_t word, double p) {
    const bool goes = word < p * 4294967296.0;  // 2³²
    return goes ? T(0) : T(x / T(1 - p));
}
// [snip:dropped]

/// \brief Drops numbers of a matrix, four of them a block of the generator.
// [snip:drop]
template <class T>
void drop(const Dropout& dropout, arma::Mat<T>& X) {
    if (dropout.share <= 0.0) return;
    const CounterRng random(dropout.seed, dropout.site);
    const std::uint64_t first = std::uint64_t{dropout.pass} << 32;
    PhiloxBlock words{};
    for (arma::uword i = 0; i < X.n_elem; ++i) {
        if (i % 4 == 0) words = random.block(first + i / 4);
        X[i] = dropped<T>(X[i], words[i % 4], dropout.share);
    }
}
// [snip:drop]

}  // namespace nn
