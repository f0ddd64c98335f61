/// Several heads, there and back, in 50 digits.
#include <cmath>

#include "exact_attention.hpp"
#include "nn/gradient_check.hpp"
#include "nn/multi_head.hpp"
#include "support/random_matrix.hpp"

using nn::MultiHeadShape;
using nn::RelativePositions;
using oracle::Real;
using oracle::Worst;

namespace {

constexpr std::size_t sequences = 2;

constexpr MultiHeadShape shapes[] = {{.width = 6, .heads = 3, .causal = false},
                                     {.width = 6, .heads = 2, .causal = true},
                                     {.width = 6,
                                      .heads = 2,
                                      .causal = true,
                                      .positions = RelativePositions::rotary},
                                     {.width = 4,
                                      .heads = 2,
                                      .causal = true,
                                      .positions = RelativePositions::linear_bias}};

/// Some rows and columns of a matrix.
ExactMatrix part_of(const ExactMatrix& matrix, std::size_t row, std::size_t rows,
                    std::size_t column, std::size_t columns) {
    ExactMatrix part{rows, columns};
    for (std::size_t j = 0; j < columns; ++j)
        for (std::size_t i = 0; i < rows; ++i)
            part(i, j) = matrix(row + i, column + j);
    return part;
}

/// W X, and b added to each column.
ExactMatrix affine(const ExactMatrix& W, const ExactMatrix& b,
                   const ExactMatrix& X) {
    ExactMatrix Y = product(W, X);
    for (std::size_t j = 0; j < Y.columns; ++j)
        for (std::size_t i = 0; i < Y.rows; ++i) Y(i, j) += b(i, 0);
    return Y;
}

/// Pair i of column p turned by p / 10000^(2 i / d).
void turn(ExactMatrix& X) {
    for (std::size_t p = 0; p < X.columns; ++p)
        for (std::size_t i = 0; 2 * i + 1 < X.rows; ++i) {
            const Real angle = Real(p) / pow(Real(10000), Real(2 * i) / X.rows);
            const Real a = X(2 * i, p), b = X(2 * i + 1, p);
            X(2 * i, p) = cos(angle) * a - sin(angle) * b;
            X(2 * i + 1, p) = sin(angle) * a + cos(angle) * b;
        }
}

/// What head h gives on sequence s.
ExactMatrix head_output(const MultiHeadShape& shape, const ExactMatrix& QKV,
                        std::size_t s, std::size_t h) {
    const std::size_t d = shape.width / shape.heads, T = QKV.columns / sequences;
    const auto rows = [&](std::size_t part) {
        return part_of(QKV, part * shape.width + h * d, d, s * T, T);
    };
    ExactMatrix Q = rows(0), K = rows(1);
    if (shape.positions == RelativePositions::rotary) turn(Q), turn(K);
    nn::AttentionRule rule{.causal = shape.causal};
    if (shape.positions == RelativePositions::linear_bias)
        rule.slope = std::exp2(-8.0 * double(h + 1) / double(shape.heads));
    return exact_attention(Q, K, rows(2), rule);
}

/// The numbers: W_QKV, b_QKV, W_O, b_O as the layout has them, then X.
ExactMatrix exact_heads(const MultiHeadShape& shape,
                        std::span<const Real> numbers) {
    const std::size_t width = shape.width;
    const ExactMatrix W_QKV = take(numbers, 3 * width, width),
                      b_QKV = take(numbers, 3 * width, 1),
                      W_O = take(numbers, width, width),
                      b_O = take(numbers, width, 1),
                      X = take(numbers, width, numbers.size() / width);
    const ExactMatrix QKV = affine(W_QKV, b_QKV, X);
    const std::size_t d = width / shape.heads, T = X.columns / sequences;
    ExactMatrix mixed{width, X.columns};
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t h = 0; h < shape.heads; ++h) {
            const ExactMatrix O = head_output(shape, QKV, s, h);
            for (std::size_t t = 0; t < T; ++t)
                for (std::size_t i = 0; i < d; ++i)
                    mixed(h * d + i, s * T + t) = O(i, t);
        }
    return affine(W_O, b_O, mixed);
}

/// A layer with random weights that has gone there and back.
template <class T>
struct Layer {
    Layer(const MultiHeadShape& given, std::size_t steps, nn::Rng& rng)
        : shape(given),
          heads(layout, "a", given),
          parameters(random_matrix<T>(layout.size(), 1, rng)),
          gradient(layout.size(), arma::fill::zeros),
          X(random_matrix<T>(shape.width, sequences * steps, rng)),
          dY(random_matrix<T>(shape.width, sequences * steps, rng)) {
        const std::span<const T> p(parameters.memptr(), parameters.n_elem);
        nn::MultiHeadPass<T> pass;
        Y = heads.forward(layout, p, X, sequences, pass);
        dX = heads.backward(layout, p, X, dY, pass,
                            {gradient.memptr(), gradient.n_elem});
    }
    std::vector<Real> numbers() const {
        std::vector<Real> all(parameters.begin(), parameters.end());
        all.insert(all.end(), X.begin(), X.end());
        return all;
    }

    MultiHeadShape shape;
    nn::ParameterLayout layout;
    nn::MultiHead<T> heads;
    arma::Col<T> parameters, gradient;
    arma::Mat<T> X, dY, Y, dX;
};

}  // namespace

TEST_CASE("several heads", "[multi-head]") {
    nn::Rng rng(75);
    Worst worst;
    for (const MultiHeadShape& shape : shapes)
        for (const std::size_t steps : {1, 6, 20}) {
            const Layer<float> in_float(shape, steps, rng);
            worst.see(
                ulp_of_largest(in_float.Y, exact_heads(shape, in_float.numbers())));
            const Layer<double> in_double(shape, steps, rng);
            worst.see(ulp_of_largest(in_double.Y,
                                     exact_heads(shape, in_double.numbers())));
        }
    worst.hold("multi-head", "ulp of the largest output", 16.0);
}

TEST_CASE("several heads, back", "[multi-head-back]") {
    nn::Rng rng(76);
    for (const MultiHeadShape& shape : shapes) {
        const Layer<double> layer(shape, 4, rng);
        const ExactMatrix dY = exact_matrix(layer.dY);
        const auto loss = [&](std::span<const Real> numbers) {
            return weighted_sum(dY, exact_heads(shape, numbers));
        };
        const arma::vec at = arma::join_cols(layer.parameters, layer.X.as_col());
        arma::vec got = arma::join_cols(layer.gradient, layer.dX.as_col());
        // What is added to all keys alike changes no weight: the slope in such a
        // bias is 0, and what is there instead is rounding.
        got.transform(
            [](double slope) { return std::abs(slope) < 1e-13 ? 0 : slope; });
        const nn::GradientCheck check = nn::check_gradient(
            loss, {at.memptr(), at.n_elem}, {got.memptr(), got.n_elem});
        CAPTURE(check.worst, check.parameter, check.given, check.exact);
        CHECK(check.worst <= 1e-9);
    }
}
