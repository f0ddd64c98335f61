/// \file
/// \brief Whether two lists of matrices with names are the same to the last bit.
#pragma once

#include <algorithm>
#include <cstring>
#include <vector>

#include "nn/io/safetensors.hpp"

namespace named_matrices {

/// \brief Equal names, sizes and bytes: NaN equals itself, 0 is not −0.
inline bool same(const std::vector<nn::NamedMatrix>& one,
                 const std::vector<nn::NamedMatrix>& other) {
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [](const nn::NamedMatrix& a, const nn::NamedMatrix& b) {
            return a.name == b.name &&
                   arma::size(a.matrix) == arma::size(b.matrix) &&
                   (a.matrix.empty() ||
                    std::memcmp(a.matrix.memptr(), b.matrix.memptr(),
                                a.matrix.n_elem * sizeof(float)) == 0);
        });
}

}  // namespace named_matrices
