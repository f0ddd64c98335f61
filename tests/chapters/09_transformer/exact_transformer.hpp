/// \file
/// \brief The transformer in 50 digits, number by number, as its formulas are
/// written.
#pragma once

#include <boost/math/constants/constants.hpp>

#include "support/exact_heads.hpp"
#include "transformer.hpp"

/// \brief The parameters in the order of the layout, to be taken one by one.
using ExactNumbers = std::span<const oracle::Real>;

/// \brief Where a block may normalise.
inline constexpr nn::NormPlacement all_placements[] = {nn::NormPlacement::before,
                                                       nn::NormPlacement::after,
                                                       nn::NormPlacement::nowhere};

/// \brief g ⊙ (x − mean) / √(variance + ε) + b down each column.
inline ExactMatrix exact_layer_norm(const ExactMatrix& g, const ExactMatrix& b,
                                    ExactMatrix X) {
    const oracle::Real epsilon = nn::LayerNorm<double>::epsilon;
    for (std::size_t t = 0; t < X.columns; ++t) {
        oracle::Real mean = 0, variance = 0;
        for (std::size_t i = 0; i < X.rows; ++i) mean += X(i, t) / X.rows;
        for (std::size_t i = 0; i < X.rows; ++i)
            variance += (X(i, t) - mean) * (X(i, t) - mean) / X.rows;
        for (std::size_t i = 0; i < X.rows; ++i)
            X(i, t) =
                g(i, 0) * (X(i, t) - mean) / sqrt(variance + epsilon) + b(i, 0);
    }
    return X;
}

/// \brief ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).
inline oracle::Real exact_gelu(const oracle::Real& x) {
    using oracle::Real;
    const Real root = sqrt(2 / boost::math::constants::pi<Real>());
    return x / 2 * (1 + tanh(root * (x + Real("0.044715") * x * x * x)));
}

/// \brief W_2 gelu(W_1 X + b_1) + b_2.
inline ExactMatrix exact_feed_forward(ExactNumbers& numbers, const ExactMatrix& X,
                                      std::size_t hidden) {
    const ExactMatrix W_1 = take(numbers, hidden, X.rows),
                      b_1 = take(numbers, hidden, 1),
                      W_2 = take(numbers, X.rows, hidden),
                      b_2 = take(numbers, X.rows, 1);
    ExactMatrix H = affine(W_1, b_1, X);
    for (oracle::Real& h : H.numbers) h = exact_gelu(h);
    return affine(W_2, b_2, H);
}

/// \brief A part of a block, with its normalisation and its residual path.
template <class Part>
ExactMatrix exact_residual(nn::NormPlacement placement, bool adds,
                           ExactNumbers& numbers, const ExactMatrix& gain,
                           const ExactMatrix& bias, const ExactMatrix& X,
                           const Part& part) {
    using nn::NormPlacement;
    ExactMatrix Y = part(numbers, placement == NormPlacement::before
                                      ? exact_layer_norm(gain, bias, X)
                                      : X);
    for (std::size_t i = 0; adds && i < Y.numbers.size(); ++i)
        Y.numbers[i] += X.numbers[i];
    return placement == NormPlacement::after ? exact_layer_norm(gain, bias, Y) : Y;
}

/// \brief The layout of a block: norm_1, attention, norm_2, feed_forward.
inline ExactMatrix exact_block(const nn::BlockShape& shape, ExactNumbers& numbers,
                               const ExactMatrix& X, std::size_t sequences) {
    const std::size_t width = shape.attention.width;
    const ExactMatrix gain_1 = take(numbers, width, 1),
                      bias_1 = take(numbers, width, 1);
    const ExactMatrix Y =
        exact_residual(shape.norm, shape.residual, numbers, gain_1, bias_1, X,
                       [&](ExactNumbers& rest, const ExactMatrix& N) {
                           return exact_heads(shape.attention, rest, N, sequences);
                       });
    const ExactMatrix gain_2 = take(numbers, width, 1),
                      bias_2 = take(numbers, width, 1);
    const ExactMatrix Z =
        exact_residual(shape.norm, shape.residual, numbers, gain_2, bias_2, Y,
                       [&](ExactNumbers& rest, const ExactMatrix& N) {
                           return exact_feed_forward(rest, N, 4 * width);
                       });
    return shape.feed_forward ? Z : Y;
}

/// \brief The scores of what comes after each token, vocabulary × B T.
inline ExactMatrix exact_logits(const nn::TransformerShape& shape,
                                ExactNumbers numbers,
                                std::span<const nn::Token> tokens,
                                std::size_t sequences) {
    const std::size_t width = shape.block.attention.width,
                      steps = tokens.size() / sequences;
    const ExactMatrix E = take(numbers, width, shape.vocabulary),
                      P = take(numbers, width, shape.context);
    ExactMatrix X{width, tokens.size()};
    for (std::size_t j = 0; j < tokens.size(); ++j)
        for (std::size_t i = 0; i < width; ++i)
            X(i, j) = E(i, tokens[j]) + (shape.positions ? P(i, j % steps) : 0);
    for (std::size_t layer = 0; layer < shape.layers; ++layer)
        X = exact_block(shape.block, numbers, X, sequences);
    const ExactMatrix gain = take(numbers, width, 1),
                      bias = take(numbers, width, 1);
    if (shape.block.norm == nn::NormPlacement::before)
        X = exact_layer_norm(gain, bias, X);
    ExactMatrix logits{shape.vocabulary, X.columns};
    for (std::size_t j = 0; j < X.columns; ++j)
        for (std::size_t v = 0; v < shape.vocabulary; ++v)
            for (std::size_t i = 0; i < width; ++i)
                logits(v, j) += E(i, v) * X(i, j);
    return logits;
}

/// \brief −Σ q_c log p_c of each column, q the smoothed answer, all added up.
inline oracle::Real exact_loss(const ExactMatrix& Z,
                               std::span<const nn::Token> right,
                               const oracle::Real& smoothing) {
    oracle::Real loss = 0;
    for (std::size_t j = 0; j < Z.columns; ++j) {
        oracle::Real sum = 0;
        for (std::size_t c = 0; c < Z.rows; ++c) sum += exp(Z(c, j));
        for (std::size_t c = 0; c < Z.rows; ++c) {
            const oracle::Real even = smoothing / Z.rows;
            const oracle::Real q = c == right[j] ? 1 - smoothing + even : even;
            loss += q * (log(sum) - Z(c, j));
        }
    }
    return loss;
}
