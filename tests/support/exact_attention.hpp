/// \file
/// \brief Attention in 50 digits, number by number, as its formulas are written.
#pragma once

#include <span>
#include <vector>

#include "nn/attention.hpp"
#include "support/oracle.hpp"

/// \brief A matrix of numbers of 50 digits, column by column.
struct ExactMatrix {
    std::size_t rows = 0, columns = 0;
    std::vector<oracle::Real> numbers = std::vector<oracle::Real>(rows * columns);

    oracle::Real& operator()(std::size_t i, std::size_t j) {
        return numbers[j * rows + i];
    }
    const oracle::Real& operator()(std::size_t i, std::size_t j) const {
        return numbers[j * rows + i];
    }
};

/// \brief Floats and doubles are exact in 50 digits.
template <class T>
ExactMatrix exact_matrix(const arma::Mat<T>& matrix) {
    return {matrix.n_rows, matrix.n_cols, {matrix.begin(), matrix.end()}};
}

/// \brief The next rows × columns numbers of an array.
inline ExactMatrix take(std::span<const oracle::Real>& from, std::size_t rows,
                        std::size_t columns) {
    const auto part = from.first(rows * columns);
    from = from.subspan(rows * columns);
    return {rows, columns, {part.begin(), part.end()}};
}

/// \brief A B.
inline ExactMatrix product(const ExactMatrix& A, const ExactMatrix& B) {
    ExactMatrix C{A.rows, B.columns};
    for (std::size_t j = 0; j < B.columns; ++j)
        for (std::size_t k = 0; k < A.columns; ++k)
            for (std::size_t i = 0; i < A.rows; ++i) C(i, j) += A(i, k) * B(k, j);
    return C;
}

/// \brief KᵀQ / √d.
inline ExactMatrix exact_scores(const ExactMatrix& Q, const ExactMatrix& K) {
    ExactMatrix S{K.columns, Q.columns};
    for (std::size_t q = 0; q < Q.columns; ++q)
        for (std::size_t k = 0; k < K.columns; ++k) {
            for (std::size_t i = 0; i < Q.rows; ++i) S(k, q) += K(i, k) * Q(i, q);
            S(k, q) /= sqrt(oracle::Real(Q.rows));
        }
    return S;
}

/// \brief Softmax down each column, over the keys that the query may see. 50 digits
/// reach to e^(10⁹): nothing overflows.
inline ExactMatrix exact_weights(ExactMatrix A, const nn::AttentionRule& rule) {
    for (std::size_t q = 0; q < A.columns; ++q) {
        oracle::Real sum = 0;
        for (std::size_t k = 0; k < A.rows; ++k) {
            const std::size_t distance = k > q ? k - q : q - k;
            const bool hidden = (rule.causal && k > q) ||
                                (!rule.padding.empty() && rule.padding[k]);
            A(k, q) = hidden ? oracle::Real(0)
                             : exp(A(k, q) - oracle::Real(rule.slope) * distance);
            sum += A(k, q);
        }
        for (std::size_t k = 0; k < A.rows && sum > 0; ++k) A(k, q) /= sum;
    }
    return A;
}

/// \brief V softmax(KᵀQ / √d).
inline ExactMatrix exact_attention(const ExactMatrix& Q, const ExactMatrix& K,
                                   const ExactMatrix& V,
                                   const nn::AttentionRule& rule) {
    return product(V, exact_weights(exact_scores(Q, K), rule));
}

/// \brief Σ C ∘ O: a loss whose slope in O is C.
inline oracle::Real weighted_sum(const ExactMatrix& C, const ExactMatrix& O) {
    oracle::Real sum = 0;
    for (std::size_t i = 0; i < C.numbers.size(); ++i)
        sum += C.numbers[i] * O.numbers[i];
    return sum;
}

/// \brief The largest difference, in ulp of T at the largest exact number, or at
/// `size` if that is given.
template <class T>
double ulp_of_largest(const arma::Mat<T>& got, const ExactMatrix& exact,
                      oracle::Real size = 0) {
    oracle::Real most = 0;
    const bool is_given = size > 0;
    for (std::size_t i = 0; i < exact.numbers.size(); ++i) {
        most = std::max(most, oracle::Real(abs(got[i] - exact.numbers[i])));
        if (!is_given) size = std::max(size, oracle::Real(abs(exact.numbers[i])));
    }
    return static_cast<double>(most / oracle::spacing<T>(size));
}
