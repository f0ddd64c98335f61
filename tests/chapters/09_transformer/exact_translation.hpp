/// \file
/// \brief Encoder and decoder in 50 digits, number by number, as their formulas are
/// written.
#pragma once

#include "exact_transformer.hpp"
#include "translator.hpp"

/// \brief From `numbers` W_Q, b_Q, W_KV, b_KV, W_O and b_O are taken, as the layout
/// has them.
inline ExactMatrix exact_cross(std::size_t heads, ExactNumbers& numbers,
                               const ExactMatrix& X, const ExactMatrix& source,
                               std::size_t sequences) {
    const std::size_t width = X.rows, d = width / heads;
    const ExactMatrix W_Q = take(numbers, width, width),
                      b_Q = take(numbers, width, 1),
                      W_KV = take(numbers, 2 * width, width),
                      b_KV = take(numbers, 2 * width, 1),
                      W_O = take(numbers, width, width),
                      b_O = take(numbers, width, 1);
    const ExactMatrix Q = affine(W_Q, b_Q, X), KV = affine(W_KV, b_KV, source);
    const std::size_t U = X.columns / sequences, T = source.columns / sequences;
    ExactMatrix mixed{width, X.columns};
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t h = 0; h < heads; ++h) {
            const ExactMatrix O = exact_attention(
                part_of(Q, h * d, d, s * U, U), part_of(KV, h * d, d, s * T, T),
                part_of(KV, width + h * d, d, s * T, T), {});
            for (std::size_t u = 0; u < U; ++u)
                for (std::size_t i = 0; i < d; ++i)
                    mixed(h * d + i, s * U + u) = O(i, u);
        }
    return affine(W_O, b_O, mixed);
}

/// \brief Gains and biases of the three norms stand before their parts.
inline ExactMatrix exact_decoder_block(const nn::MultiHeadShape& shape,
                                       nn::NormPlacement norm,
                                       ExactNumbers& numbers, ExactMatrix X,
                                       const ExactMatrix& source,
                                       std::size_t sequences) {
    const std::size_t width = shape.width;
    const auto around = [&](const auto& part) {
        const ExactMatrix gain = take(numbers, width, 1),
                          bias = take(numbers, width, 1);
        X = exact_residual(norm, true, numbers, gain, bias, X, part);
    };
    around([&](ExactNumbers& rest, const ExactMatrix& N) {
        return exact_heads(shape, rest, N, sequences);
    });
    around([&](ExactNumbers& rest, const ExactMatrix& N) {
        return exact_cross(shape.heads, rest, N, source, sequences);
    });
    around([&](ExactNumbers& rest, const ExactMatrix& N) {
        return exact_feed_forward(rest, N, 4 * width);
    });
    return X;
}

/// \brief √width e_symbol + p_place.
inline ExactMatrix exact_symbols(const ExactMatrix& E,
                                 std::span<const nn::Token> symbols,
                                 std::size_t sequences) {
    const std::size_t steps = symbols.size() / sequences;
    const arma::mat P = nn::sinusoidal_encoding(E.rows, steps);
    ExactMatrix X{E.rows, symbols.size()};
    for (std::size_t j = 0; j < X.columns; ++j)
        for (std::size_t i = 0; i < X.rows; ++i)
            X(i, j) = sqrt(oracle::Real(E.rows)) * E(i, symbols[j]) +
                      oracle::Real(P(i, j % steps));
    return X;
}

/// \brief The loss of a batch: the numbers are those of the layout.
inline oracle::Real exact_translation(const nn::TranslatorShape& shape,
                                      ExactNumbers numbers,
                                      const nn::SequencePairs& pairs) {
    const std::size_t B = pairs.sequences, width = shape.width;
    const nn::MultiHeadShape heads{.width = width, .heads = shape.heads};
    const ExactMatrix E = take(numbers, width, shape.source_symbols),
                      F = take(numbers, width, shape.target_symbols + 1);
    ExactMatrix source = exact_symbols(E, nn::by_sequence(pairs.source, B), B);
    nn::BlockShape reading{.attention = heads, .norm = nn::NormPlacement::after};
    reading.attention.causal = false;
    for (std::size_t i = 0; i < shape.layers; ++i)
        source = exact_block(reading, numbers, source, B);
    const std::vector<nn::Token> right = nn::by_sequence(pairs.target, B);
    std::vector<nn::Token> heard;
    for (std::size_t i = 0; i < right.size(); ++i)
        heard.push_back(i % pairs.target_length() == 0
                            ? nn::Token(shape.target_symbols)
                            : right[i - 1]);
    ExactMatrix Y = exact_symbols(F, heard, B);
    for (std::size_t i = 0; i < shape.layers; ++i)
        Y = exact_decoder_block(heads, nn::NormPlacement::after, numbers, Y, source,
                                B);
    ExactMatrix Z{shape.target_symbols, Y.columns};
    for (std::size_t j = 0; j < Z.columns; ++j)
        for (std::size_t v = 0; v < Z.rows; ++v)
            for (std::size_t i = 0; i < width; ++i) Z(v, j) += F(i, v) * Y(i, j);
    return exact_loss(Z, right, shape.smoothing);
}
