/// \file
/// \brief Vectors of pairs, and their scores in 50 digits.
#pragma once

#include <algorithm>
#include <vector>

#include "nn/rng.hpp"
#include "support/oracle.hpp"

namespace exact_pairs {

/// \brief Normal numbers.
inline std::vector<double> random_numbers(std::size_t n, nn::Rng& rng) {
    std::vector<double> numbers(n);
    rng.fill_normal(numbers);
    return numbers;
}

/// \brief A sum of products in 50 digits, and the sum of their sizes.
struct ExactScore {
    oracle::Real score = 0, size = 0;
};

inline ExactScore exact_score(const std::vector<double>& w,
                              const std::vector<double>& C, std::size_t column) {
    ExactScore sum;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const oracle::Real product = oracle::Real(w[i]) * C[column * w.size() + i];
        sum.score += product, sum.size += abs(product);
    }
    return sum;
}

/// \brief How far a loss is from the exact one, in ulp of the larger of 1 and the
/// largest score's size, over `terms`.
inline double of_terms(double got, const oracle::Real& want,
                       const oracle::Real& size, std::size_t terms) {
    const oracle::Real unit =
        oracle::spacing<double>(std::max(oracle::Real(1), size));
    return static_cast<double>(abs(oracle::Real(got) - want) / unit) /
           static_cast<double>(terms);
}

/// \brief Vectors of d numbers, n of them.
struct Shape {
    std::size_t d, n;
};
inline const std::vector<Shape> shapes{{1, 1},  {1, 2},    {3, 4},
                                       {20, 6}, {100, 16}, {10, 300}};

}  // namespace exact_pairs
