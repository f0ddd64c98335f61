/// The way back of each part and of the whole transformer, against differences of
/// the formulas in 50 digits.
#include "exact_transformer.hpp"
#include "gelu.hpp"
#include "nn/gradient_check.hpp"
#include "support/random_matrix.hpp"
#include "token_loss.hpp"

using nn::NormPlacement;
using oracle::Real;
using oracle::Worst;

namespace {

std::span<const double> span_of(const arma::mat& numbers) {
    return {numbers.memptr(), numbers.n_elem};
}

/// Parameters first, X behind them; a loss whose slope in the result is dY.
struct Task {
    Task(const nn::ParameterLayout& layout, arma::uword width, arma::uword columns,
         std::uint32_t seed)
        : rng(seed),
          parameters(random_matrix<double>(layout.size(), 1, rng)),
          gradient(layout.size(), 1, arma::fill::zeros),
          X(random_matrix<double>(width, columns, rng)),
          dY(random_matrix<double>(width, columns, rng)) {}

    std::span<double> slopes() { return {gradient.memptr(), gradient.n_elem}; }

    /// `exact(numbers, X)` takes the parameters and gives the result.
    template <class Exact>
    nn::GradientCheck check(const arma::mat& dX, const Exact& exact) const {
        const arma::mat at = arma::join_cols(parameters, X.as_col());
        arma::mat got = arma::join_cols(gradient, dX.as_col());
        // What is added to all keys alike changes no weight: its slope is 0, and
        // what is there instead is rounding.
        got.transform([](double s) { return std::abs(s) < 1e-13 ? 0 : s; });
        const auto loss = [&](ExactNumbers numbers) {
            ExactNumbers behind = numbers.subspan(parameters.n_elem);
            const ExactMatrix input = take(behind, X.n_rows, X.n_cols);
            return weighted_sum(exact_matrix(dY), exact(numbers, input));
        };
        return nn::check_gradient(loss, span_of(at), span_of(got));
    }

    nn::Rng rng;
    arma::mat parameters, gradient, X, dY;
};

nn::GradientCheck check_layer_norm(std::size_t width) {
    nn::ParameterLayout layout;
    const nn::LayerNorm<double> norm(layout, "n", width);
    Task task(layout, width, 5, 96);
    nn::LayerNormPass<double> pass;
    norm.forward(layout, span_of(task.parameters), task.X, pass);
    arma::mat dX(arma::size(task.X), arma::fill::zeros);
    norm.backward(layout, span_of(task.parameters), task.dY, pass, task.slopes(),
                  dX);
    return task.check(dX, [width](ExactNumbers numbers, const ExactMatrix& X) {
        const ExactMatrix gain = take(numbers, width, 1),
                          bias = take(numbers, width, 1);
        return exact_layer_norm(gain, bias, X);
    });
}

nn::GradientCheck check_feed_forward() {
    nn::ParameterLayout layout;
    const nn::FeedForward<double> part(layout, "f", 3, 5);
    Task task(layout, 3, 4, 97);
    const std::span<const double> p = span_of(task.parameters);
    nn::FeedForwardPass<double> pass;
    part.forward(layout, p, task.X, pass);
    const arma::mat dX =
        part.backward(layout, p, task.X, task.dY, pass, task.slopes());
    return task.check(dX, [](ExactNumbers numbers, const ExactMatrix& X) {
        return exact_feed_forward(numbers, X, 5);
    });
}

nn::GradientCheck check_block(const nn::BlockShape& shape) {
    nn::ParameterLayout layout;
    const nn::TransformerBlock<double> block(layout, "b", shape);
    Task task(layout, shape.attention.width, 6, 98);
    const std::span<const double> p = span_of(task.parameters);
    nn::BlockPass<double> pass;
    arma::mat X = task.X, dX = task.dY;
    block.forward(layout, p, X, 2, pass);
    block.backward(layout, p, dX, pass, task.slopes());
    return task.check(dX, [&](ExactNumbers numbers, const ExactMatrix& input) {
        return exact_block(shape, numbers, input, 2);
    });
}

/// The whole model: the loss of two sequences of two tokens, smoothed.
nn::GradientCheck check_model(const nn::TransformerShape& shape) {
    const nn::Transformer<double> model(shape);
    nn::Rng rng(99);
    const arma::mat parameters =
        0.5 * random_matrix<double>(model.layout().size(), 1, rng);
    const std::vector<nn::Token> tokens{0, 3, 1, 2}, right{3, 1, 4, 0};
    nn::TransformerPass<double> pass;
    model.forward(span_of(parameters), tokens, 2, pass);
    nn::token_loss<double>(pass.logits, right, 1.0, 0.125);
    std::vector<double> gradient(model.layout().size());
    model.backward(span_of(parameters), tokens, pass, gradient);
    for (double& slope : gradient)
        if (std::abs(slope) < 1e-14) slope = 0;  // rounding of a 0, as above
    return nn::check_gradient(
        [&](ExactNumbers numbers) {
            return exact_loss(exact_logits(shape, numbers, tokens, 2), right,
                              Real(0.125));
        },
        span_of(parameters), gradient);
}

void hold(const nn::GradientCheck& check, double bound) {
    CAPTURE(check.worst, check.parameter, check.given, check.exact);
    CHECK(check.worst <= bound);
}

template <class T>
void see_token_loss(Worst& worst, std::size_t classes, double scale, nn::Rng& rng) {
    for (const double smoothing : {0.0, 0.125, 0.5}) {
        arma::Mat<T> Z = T(scale) * random_matrix<T>(classes, 3, rng);
        const ExactMatrix exact = exact_matrix(Z);
        const std::vector<nn::Token> right{0, static_cast<nn::Token>(classes - 1),
                                           static_cast<nn::Token>(classes / 2)};
        const Real size = std::max(T(1), arma::abs(Z).max());
        const double got =
            nn::token_loss<T>(Z, right, T(0.25), static_cast<T>(smoothing));
        const Real loss = exact_loss(exact, right, Real(smoothing));
        worst.see(
            static_cast<double>(abs(got - loss) / (3 * oracle::spacing<T>(size))));
        for (std::size_t j = 0; j < 3; ++j) {
            Real sum = 0;
            for (std::size_t c = 0; c < classes; ++c) sum += exp(exact(c, j));
            for (std::size_t c = 0; c < classes; ++c) {
                const Real q = Real(smoothing) / classes +
                               (c == right[j] ? 1 - Real(smoothing) : 0);
                const Real slope = (exp(exact(c, j)) / sum - q) / 4;
                worst.see(static_cast<double>(abs(Z(c, j) - slope) /
                                              oracle::spacing<T>(Real(0.25))));
            }
        }
    }
}

}  // namespace

TEST_CASE("layer normalisation, back", "[layer-norm-gradient]") {
    Worst worst;
    for (const std::size_t width : {2, 3, 19})
        worst.see(check_layer_norm(width).worst);
    worst.hold("layer-norm-gradient", "relative", 1e-9);
}

TEST_CASE("GELU, back", "[gelu-gradient]") {
    Worst worst;
    for (double x = -12; x <= 12; x += 0x1.9p-6) {
        const Real exact = oracle::derivative(exact_gelu, x);
        worst.see(static_cast<double>(abs(nn::gelu_grad(x) - exact) /
                                      oracle::spacing<double>(1)));
        const float f = static_cast<float>(x);
        worst.see(static_cast<double>(
            abs(nn::gelu_grad(f) - oracle::derivative(exact_gelu, f)) /
            oracle::spacing<float>(1)));
    }
    worst.hold("gelu-gradient", "ulp of 1", 64.0);
}

TEST_CASE("the feed-forward part, back", "[feed-forward-back]") {
    hold(check_feed_forward(), 1e-9);
}

TEST_CASE("a block, back", "[block-back]") {
    for (const NormPlacement placement : all_placements)
        for (const bool adds : {true, false})
            for (const bool thinks : {true, false})
                hold(check_block({.attention = {.width = 3, .heads = 3},
                                  .norm = placement,
                                  .residual = adds,
                                  .feed_forward = thinks}),
                     1e-9);
}

TEST_CASE("smoothed answers and their slopes", "[label-smoothing]") {
    nn::Rng rng(90);
    Worst worst;
    for (const std::size_t classes : {1, 2, 17, 65, 500})
        for (const double scale : {1.0, 10.0}) {
            see_token_loss<float>(worst, classes, scale, rng);
            see_token_loss<double>(worst, classes, scale, rng);
        }
    worst.hold("label-smoothing", "ulp of the larger of 1 and the largest |score|",
               16.0);
}

TEST_CASE("the whole model, back", "[transformer-back]") {
    nn::TransformerShape shape{.vocabulary = 5,
                               .context = 3,
                               .layers = 2,
                               .block = {.attention = {.width = 4, .heads = 2}}};
    hold(check_model(shape), 1e-8);
    shape.layers = 1;
    for (const NormPlacement placement : all_placements) {
        shape.block.norm = placement;
        shape.positions = placement != NormPlacement::before;
        hold(check_model(shape), 1e-8);
    }
}
