/// \file
/// \brief Drawing one of n things with given weights, in two ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nn {

/// \brief Inverse CDF: the first index whose cumulated probability exceeds u.
/// \implements{inverse-cdf}
///
/// A draw costs a binary search, log₂ n steps. Throws std::invalid_argument unless
/// the weights are non-negative, finite and not all zero. The product of u and the
/// sum is rounded once, by at most 0.5 ulp; elsewhere whole-number weights are
/// exact.
// [snip:inverse-cdf]
class InverseCdf {
public:
    explicit InverseCdf(std::span<const double> weights);

    /// \brief The index for a uniform u in [0, 1).
    std::size_t draw(double u) const;

private:
    std::vector<double> cumulated_;
};
// [snip:inverse-cdf]

/// \brief The alias method: every column holds at most two indices.
/// \implements{alias-probability}
///
/// Walker (1977), built as Vose (1991) does. A draw costs one look at one column,
/// whatever n. Throws like InverseCdf. Error of the probabilities: ≤ 1e-15,
/// absolute.
// [snip:alias-table]
class AliasTable {
public:
    explicit AliasTable(std::span<const double> weights);

    /// \brief The index for a uniform u in [0, 1).
    std::size_t draw(double u) const;

    /// \brief The probability that the finished table gives to an index.
    double probability(std::size_t index) const;

private:
    /// \brief A column: its own index with chance `keep`, otherwise the alias.
    struct Column {
        double keep = 1.0;
        std::uint32_t alias = 0;
    };
    std::vector<Column> columns_;
};
// [snip:alias-table]

}  // namespace nn
