/// \file
/// \brief Learned positions: a vector for each place, found by training.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "nn/parameters.hpp"

namespace nn {

/// \brief One learned vector a position, as many positions as it was made for.
///
/// Column s T + t of X is token t of sequence s.
// [snip:position-table]
class PositionTable {
public:
    /// \brief Adds `name`.P, width × positions, to the layout. Throws
    /// std::invalid_argument for a width or a number of positions of 0.
    PositionTable(ParameterLayout& layout, const std::string& name,
                  std::size_t width, std::size_t positions);

    std::size_t P() const { return P_; }  ///< its number in the layout

    /// \brief Adds to each token's vector that of its position.
    /// \implements{learned-position}
    ///
    /// Throws std::invalid_argument for a sequence longer than the table, as there
    /// is no vector for what comes after it, and unless the columns are whole
    /// sequences. Error: ≤ 0.5 ulp.
    void add_to(const ParameterLayout& layout, std::span<const float> parameters,
                std::size_t sequences, arma::fmat& X) const;

    /// \brief From dX: each position's slope is the sum of its tokens'.
    void backward(const ParameterLayout& layout, const arma::fmat& dX,
                  std::size_t sequences, std::span<float> gradient) const;

private:
    std::size_t P_;
};
// [snip:position-table]

}  // namespace nn
