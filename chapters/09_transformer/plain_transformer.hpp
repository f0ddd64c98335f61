/// \file
/// \brief The transformer once more, as its formulas are written: in loops over
/// vectors, for numbers of any type.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "gelu.hpp"
#include "nn/softmax.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief A vector a token.
// [snip:plain-vectors]
template <class T>
using PlainVector = std::vector<T>;
template <class T>
using PlainTokens = std::vector<PlainVector<T>>;

/// \brief Parameters in the order of the layout, taken one tensor after the other.
template <class T>
class PlainParameters {
public:
    explicit PlainParameters(std::span<const T> all) : rest_(all) {}

    std::span<const T> take(std::size_t count) {
        const std::span<const T> part = rest_.first(count);
        rest_ = rest_.subspan(count);
        return part;
    }

private:
    std::span<const T> rest_;
};
// [snip:plain-vectors]

/// \brief W x + b of each token, W column by column.
// [snip:plain-affine]
template <class T>
PlainTokens<T> plain_affine(PlainParameters<T>& parameters, std::size_t rows,
                            const PlainTokens<T>& X) {
    const std::size_t columns = X[0].size();
    const std::span<const T> W = parameters.take(rows * columns);
    const std::span<const T> b = parameters.take(rows);
    PlainTokens<T> Y;
    for (const PlainVector<T>& x : X) {
        PlainVector<T> y(b.begin(), b.end());
        for (std::size_t j = 0; j < columns; ++j)
            for (std::size_t i = 0; i < rows; ++i) y[i] += W[j * rows + i] * x[j];
        Y.push_back(y);
    }
    return Y;
}
// [snip:plain-affine]

/// \brief \eqref{layer-norm}; gain and bias are n numbers each.
// [snip:plain-norm]
template <class T>
PlainTokens<T> plain_norm(std::span<const T> gain, std::span<const T> bias,
                          PlainTokens<T> X) {
    using std::sqrt;
    for (PlainVector<T>& x : X) {
        T mean = 0, variance = 0;
        for (const T& value : x) mean += value / T(x.size());
        for (const T& value : x)
            variance += (value - mean) * (value - mean) / T(x.size());
        const T spread = sqrt(T(variance + LayerNorm<double>::epsilon));
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = gain[i] * (x[i] - mean) / spread + bias[i];
    }
    return X;
}
// [snip:plain-norm]

/// \brief What head `head` makes of token t: it mixes the values up to t.
// [snip:plain-head]
template <class T>
void plain_head(const PlainTokens<T>& QKV, std::size_t t, std::size_t head,
                std::size_t d, PlainVector<T>& mixed) {
    using std::sqrt;
    const std::size_t width = mixed.size(), first = head * d;
    PlainVector<T> weights(t + 1);
    for (std::size_t k = 0; k <= t; ++k) {
        for (std::size_t i = first; i < first + d; ++i)
            weights[k] += QKV[k][width + i] * QKV[t][i];
        weights[k] /= sqrt(T(d));
    }
    softmax<T>(weights, weights);
    for (std::size_t k = 0; k <= t; ++k)
        for (std::size_t i = first; i < first + d; ++i)
            mixed[i] += weights[k] * QKV[k][2 * width + i];
}
// [snip:plain-head]

/// \brief \eqref{multi-head} on one sequence, causal.
// [snip:plain-attention]
template <class T>
PlainTokens<T> plain_attention(PlainParameters<T>& parameters, std::size_t heads,
                               const PlainTokens<T>& X) {
    const std::size_t width = X[0].size();
    const PlainTokens<T> QKV = plain_affine(parameters, 3 * width, X);
    PlainTokens<T> mixed(X.size(), PlainVector<T>(width));
    for (std::size_t t = 0; t < X.size(); ++t)
        for (std::size_t head = 0; head < heads; ++head)
            plain_head(QKV, t, head, width / heads, mixed[t]);
    return plain_affine(parameters, width, mixed);
}

/// \brief \eqref{feed-forward}.
template <class T>
PlainTokens<T> plain_feed_forward(PlainParameters<T>& parameters,
                                  const PlainTokens<T>& X) {
    const std::size_t width = X[0].size();
    PlainTokens<T> H = plain_affine(parameters, 4 * width, X);
    for (PlainVector<T>& units : H)
        for (T& unit : units) unit = gelu(unit);
    return plain_affine(parameters, width, H);
}
// [snip:plain-attention]

/// \brief \eqref{residual}.
// [snip:plain-residual]
template <class T, class Part>
void plain_residual(PlainParameters<T>& parameters, NormPlacement placement,
                    PlainTokens<T>& X, const Part& part) {
    const std::size_t width = X[0].size();
    const std::span<const T> gain = parameters.take(width),
                             bias = parameters.take(width);
    const PlainTokens<T> Y =
        part(placement == NormPlacement::before ? plain_norm(gain, bias, X) : X);
    for (std::size_t t = 0; t < X.size(); ++t)
        for (std::size_t i = 0; i < width; ++i) X[t][i] += Y[t][i];
    if (placement == NormPlacement::after) X = plain_norm(gain, bias, X);
}
// [snip:plain-residual]

/// \brief The stream of one sequence behind the last block.
// [snip:plain-stream]
template <class T>
PlainTokens<T> plain_stream(const TransformerShape& shape,
                            PlainParameters<T>& parameters, std::span<const T> E,
                            std::span<const Token> tokens) {
    const auto [attention, norm, residual, thinks] = shape.block;
    const std::size_t width = attention.width, heads = attention.heads;
    const std::span<const T> P = parameters.take(width * shape.context);
    PlainTokens<T> X(tokens.size(), PlainVector<T>(width));
    for (std::size_t t = 0; t < tokens.size(); ++t)
        for (std::size_t i = 0; i < width; ++i)
            X[t][i] = E[tokens[t] * width + i] + P[t * width + i];
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        plain_residual(parameters, norm, X, [&](const PlainTokens<T>& N) {
            return plain_attention(parameters, heads, N);
        });
        plain_residual(parameters, norm, X, [&](const PlainTokens<T>& N) {
            return plain_feed_forward(parameters, N);
        });
    }
    return X;
}
// [snip:plain-stream]

/// \brief The sum of the cross-entropies of one sequence, in nats.
///
/// The shape is one with all its parts: places, residual paths and feed-forward.
// [snip:plain-loss]
template <class T>
T plain_loss(const TransformerShape& shape, std::span<const T> all,
             std::span<const Token> tokens, std::span<const Token> right) {
    const std::size_t width = shape.block.attention.width;
    PlainParameters<T> parameters(all);
    const std::span<const T> E = parameters.take(width * shape.vocabulary);
    PlainTokens<T> N = plain_stream(shape, parameters, E, tokens);
    const std::span<const T> gain = parameters.take(width),
                             bias = parameters.take(width);
    if (shape.block.norm == NormPlacement::before) N = plain_norm(gain, bias, N);
    T loss = 0;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        PlainVector<T> scores(shape.vocabulary);
        for (std::size_t v = 0; v < shape.vocabulary; ++v)
            for (std::size_t i = 0; i < width; ++i)
                scores[v] += E[v * width + i] * N[t][i];
        loss += cross_entropy<T>(scores, right[t]);
    }
    return loss;
}
// [snip:plain-loss]

}  // namespace nn
