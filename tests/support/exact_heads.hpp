/// \file
/// \brief Several heads in 50 digits, number by number, as their formula is
/// written.
#pragma once

#include <cmath>

#include "nn/multi_head.hpp"
#include "support/exact_attention.hpp"

/// \brief Some rows and columns of a matrix.
inline ExactMatrix part_of(const ExactMatrix& matrix, std::size_t row,
                           std::size_t rows, std::size_t column,
                           std::size_t columns) {
    ExactMatrix part{rows, columns};
    for (std::size_t j = 0; j < columns; ++j)
        for (std::size_t i = 0; i < rows; ++i)
            part(i, j) = matrix(row + i, column + j);
    return part;
}

/// \brief W X, and b added to each column.
inline ExactMatrix affine(const ExactMatrix& W, const ExactMatrix& b,
                          const ExactMatrix& X) {
    ExactMatrix Y = product(W, X);
    for (std::size_t j = 0; j < Y.columns; ++j)
        for (std::size_t i = 0; i < Y.rows; ++i) Y(i, j) += b(i, 0);
    return Y;
}

/// \brief Pair i of column p turned by p / 10000^(2 i / d).
inline void turn(ExactMatrix& X) {
    for (std::size_t p = 0; p < X.columns; ++p)
        for (std::size_t i = 0; 2 * i + 1 < X.rows; ++i) {
            const oracle::Real angle =
                oracle::Real(p) /
                pow(oracle::Real(10000), oracle::Real(2 * i) / X.rows);
            const oracle::Real a = X(2 * i, p), b = X(2 * i + 1, p);
            X(2 * i, p) = cos(angle) * a - sin(angle) * b;
            X(2 * i + 1, p) = sin(angle) * a + cos(angle) * b;
        }
}

/// \brief What head h gives on sequence s.
inline ExactMatrix head_output(const nn::MultiHeadShape& shape,
                               const ExactMatrix& QKV, std::size_t sequences,
                               std::size_t s, std::size_t h) {
    const std::size_t d = shape.width / shape.heads, T = QKV.columns / sequences;
    const auto rows = [&](std::size_t part) {
        return part_of(QKV, part * shape.width + h * d, d, s * T, T);
    };
    ExactMatrix Q = rows(0), K = rows(1);
    if (shape.positions == nn::RelativePositions::rotary) turn(Q), turn(K);
    nn::AttentionRule rule{.causal = shape.causal};
    if (shape.positions == nn::RelativePositions::linear_bias)
        rule.slope = std::exp2(-8.0 * double(h + 1) / double(shape.heads));
    return exact_attention(Q, K, rows(2), rule);
}

/// \brief From `numbers` W_QKV, b_QKV, W_O and b_O are taken, as the layout has
/// them.
inline ExactMatrix exact_heads(const nn::MultiHeadShape& shape,
                               std::span<const oracle::Real>& numbers,
                               const ExactMatrix& X, std::size_t sequences) {
    const std::size_t width = shape.width;
    const ExactMatrix W_QKV = take(numbers, 3 * width, width),
                      b_QKV = take(numbers, 3 * width, 1),
                      W_O = take(numbers, width, width),
                      b_O = take(numbers, width, 1);
    const ExactMatrix QKV = affine(W_QKV, b_QKV, X);
    const std::size_t d = width / shape.heads, T = X.columns / sequences;
    ExactMatrix mixed{width, X.columns};
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t h = 0; h < shape.heads; ++h) {
            const ExactMatrix O = head_output(shape, QKV, sequences, s, h);
            for (std::size_t t = 0; t < T; ++t)
                for (std::size_t i = 0; i < d; ++i)
                    mixed(h * d + i, s * T + t) = O(i, t);
        }
    return affine(W_O, b_O, mixed);
}
