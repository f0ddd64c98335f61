/// \file
/// \brief Small causal models, and the same models token by token in any number
/// type.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "causal_training.hpp"
#include "nn/positional_encoding.hpp"
#include "nn/softmax.hpp"

namespace small_causal {

constexpr std::size_t symbols = 6, steps = 7;

inline nn::CausalModel model(nn::PositionKind kind, std::uint32_t seed = 3) {
    nn::Rng rng(seed);
    nn::CausalModel all({.positions = kind,
                         .symbols = symbols,
                         .width = 8,
                         .heads = 2,
                         .layers = 2,
                         .longest = 9},
                        rng);
    for (const nn::TensorPlace& place : all.layout().tensors())
        if (place.columns == 1)  // biases that are not 0 are seen in the results
            for (std::size_t i = 0; i < place.rows; ++i)
                all.parameters()[place.offset + i] = float(rng.uniform(-0.3, 0.3));
    return all;
}

inline std::vector<nn::Token> some_symbols(std::size_t count,
                                           std::uint32_t seed = 5) {
    nn::Rng rng(seed);
    std::vector<nn::Token> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(nn::Token(rng.interval(symbols - 1)));
    return all;
}

inline nn::CausalBatch batch(std::size_t sequences = 3) {
    return {.sequences = sequences,
            .symbols = some_symbols(sequences * steps),
            .right = some_symbols(sequences * steps, 6)};
}

/// \brief The model with its numbers in T, one sequence at a time.
template <class T>
class Reader {
public:
    using Column = std::vector<T>;

    explicit Reader(const nn::CausalModel& model)
        : shape_(model.shape()),
          layout_(model.layout()),
          numbers_(model.parameters().begin(), model.parameters().end()) {}

    std::vector<T>& numbers() { return numbers_; }

    /// \brief The scores after each symbol.
    std::vector<Column> scores(std::span<const nn::Token> read) const {
        std::vector<Column> X;
        for (std::size_t t = 0; t < read.size(); ++t)
            X.push_back(begin(read[t], t));
        for (std::size_t l = 0; l < shape_.layers; ++l) X = layer(1 + 4 * l, X);
        for (Column& x : X) x = affine(1 + 4 * shape_.layers, x);
        return X;
    }

    /// \brief The sum of the losses of a batch, in nats.
    T loss(const nn::CausalBatch& batch) const {
        const std::size_t length = batch.symbols.size() / batch.sequences;
        T sum = 0;
        for (std::size_t s = 0; s < batch.sequences; ++s) {
            const auto z =
                scores(std::span(batch.symbols).subspan(s * length, length));
            for (std::size_t t = 0; t < length; ++t)
                sum += nn::cross_entropy(std::span<const T>(z[t]),
                                         batch.right[s * length + t]);
        }
        return sum;
    }

private:
    const T& at(std::size_t tensor, std::size_t row, std::size_t column) const {
        const nn::TensorPlace& place = layout_.tensors()[tensor];
        return numbers_[place.offset + column * place.rows + row];
    }

    Column begin(nn::Token symbol, std::size_t t) const {
        Column x(shape_.width);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = at(0, i, symbol);
            if (shape_.positions == nn::PositionKind::sinusoidal)
                x[i] += nn::sinusoid<T>(T(t), i, shape_.width);
            if (shape_.positions == nn::PositionKind::learned)
                x[i] += at(layout_.tensors().size() - 1, i, t);
        }
        return x;
    }

    Column affine(std::size_t W, const Column& x) const {
        Column y(layout_.tensors()[W].rows);
        for (std::size_t i = 0; i < y.size(); ++i) {
            y[i] = at(W + 1, i, 0);
            for (std::size_t j = 0; j < x.size(); ++j) y[i] += at(W, i, j) * x[j];
        }
        return y;
    }

    /// \brief Numbers first … first + d of a column, turned if the kind turns them.
    Column rows(const Column& all, std::size_t first, std::size_t t,
                bool turn) const {
        using std::cos;
        using std::sin;
        const std::size_t d = shape_.width / shape_.heads;
        Column part(all.begin() + std::ptrdiff_t(first),
                    all.begin() + std::ptrdiff_t(first + d));
        if (!turn || shape_.positions != nn::PositionKind::rotary) return part;
        for (std::size_t i = 0; i + 1 < d; i += 2) {
            const T angle = T(t) * nn::clock_speed<T>(i / 2, d);
            const T a = part[i], b = part[i + 1];
            part[i] = cos(angle) * a - sin(angle) * b;
            part[i + 1] = sin(angle) * a + cos(angle) * b;
        }
        return part;
    }

    std::vector<Column> layer(std::size_t tensor, std::vector<Column> X) const {
        std::vector<Column> QKV;
        for (const Column& x : X) QKV.push_back(affine(tensor, x));
        for (std::size_t t = 0; t < X.size(); ++t) {
            Column mixed;
            for (std::size_t h = 0; h < shape_.heads; ++h)
                for (const T& number : head(QKV, h, t)) mixed.push_back(number);
            const Column y = affine(tensor + 2, mixed);
            for (std::size_t i = 0; i < y.size(); ++i) X[t][i] += y[i];
        }
        return X;
    }

    Column head(const std::vector<Column>& QKV, std::size_t h,
                std::size_t t) const {
        using std::sqrt;
        const std::size_t width = shape_.width, d = width / shape_.heads;
        const Column q = rows(QKV[t], h * d, t, true);
        Column weights(t + 1), output(d);
        for (std::size_t k = 0; k <= t; ++k) {
            const Column key = rows(QKV[k], width + h * d, k, true);
            for (std::size_t i = 0; i < d; ++i) weights[k] += q[i] * key[i];
            weights[k] /= sqrt(T(d));
            if (shape_.positions == nn::PositionKind::linear_bias)
                weights[k] -= T(nn::linear_bias_slope(h, shape_.heads)) * T(t - k);
        }
        nn::softmax<T>(weights, weights);
        for (std::size_t k = 0; k <= t; ++k) {
            const Column v = rows(QKV[k], 2 * width + h * d, k, false);
            for (std::size_t i = 0; i < d; ++i) output[i] += weights[k] * v[i];
        }
        return output;
    }

    nn::CausalShape shape_;
    const nn::ParameterLayout& layout_;
    std::vector<T> numbers_;
};

}  // namespace small_causal
