/// Several heads, there and back, in 50 digits.
#include "nn/gradient_check.hpp"
#include "support/exact_heads.hpp"
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

/// The numbers: W_QKV, b_QKV, W_O, b_O as the layout has them, then X.
ExactMatrix exact_layer(const MultiHeadShape& shape,
                        std::span<const Real> numbers) {
    const std::size_t n = shape.width, weights = 4 * n * n + 4 * n;
    std::span<const Real> behind = numbers.subspan(weights);
    const ExactMatrix X = take(behind, n, behind.size() / n);
    return exact_heads(shape, numbers, X, sequences);
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
                ulp_of_largest(in_float.Y, exact_layer(shape, in_float.numbers())));
            const Layer<double> in_double(shape, steps, rng);
            worst.see(ulp_of_largest(in_double.Y,
                                     exact_layer(shape, in_double.numbers())));
        }
    worst.hold("multi-head", "ulp of the largest output", 16.0);
}

TEST_CASE("several heads, back", "[multi-head-back]") {
    nn::Rng rng(76);
    for (const MultiHeadShape& shape : shapes) {
        const Layer<double> layer(shape, 4, rng);
        const ExactMatrix dY = exact_matrix(layer.dY);
        const auto loss = [&](std::span<const Real> numbers) {
            return weighted_sum(dY, exact_layer(shape, numbers));
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
