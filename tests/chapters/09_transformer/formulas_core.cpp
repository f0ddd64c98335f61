/// The parts of a block and the whole transformer, forward, in 50 digits.
#include "exact_transformer.hpp"
#include "gelu.hpp"
#include "support/random_matrix.hpp"
#include "token_loss.hpp"

using nn::NormPlacement;
using oracle::Real;
using oracle::Worst;

namespace {

/// Parameters of a layout, normal numbers.
template <class T>
struct Parameters {
    Parameters(const nn::ParameterLayout& layout, nn::Rng& rng)
        : numbers(random_matrix<T>(layout.size(), 1, rng)),
          exact(numbers.begin(), numbers.end()) {}

    operator std::span<const T>() const {
        return {numbers.memptr(), numbers.n_elem};
    }

    arma::Mat<T> numbers;
    std::vector<Real> exact;
};

/// Columns without a number beyond 4 times their spread.
template <class T>
arma::Mat<T> spread_out(std::size_t width, std::size_t columns, nn::Rng& rng) {
    arma::Mat<T> X(width, columns);
    for (arma::uword t = 0; t < columns;) {
        X.col(t) = random_matrix<T>(width, 1, rng);
        t += arma::abs(X.col(t)).max() <= 4 * arma::stddev(X.col(t), 1);
    }
    return X;
}

template <class T>
double layer_norm_error(std::size_t width, std::size_t columns, nn::Rng& rng) {
    nn::ParameterLayout layout;
    const nn::LayerNorm<T> norm(layout, "n", width);
    const Parameters<T> parameters(layout, rng);
    const arma::Mat<T> X = spread_out<T>(width, columns, rng);
    nn::LayerNormPass<T> pass;
    norm.forward(layout, parameters, X, pass);
    ExactNumbers numbers(parameters.exact);
    const ExactMatrix gain = take(numbers, width, 1),
                      bias = take(numbers, width, 1);
    return ulp_of_largest(pass.Y, exact_layer_norm(gain, bias, exact_matrix(X)));
}

template <class T>
double feed_forward_error(std::size_t width, std::size_t hidden, nn::Rng& rng) {
    nn::ParameterLayout layout;
    const nn::FeedForward<T> part(layout, "f", width, hidden);
    const Parameters<T> parameters(layout, rng);
    const arma::Mat<T> X = random_matrix<T>(width, 9, rng);
    nn::FeedForwardPass<T> pass;
    ExactNumbers numbers(parameters.exact);
    return ulp_of_largest(part.forward(layout, parameters, X, pass),
                          exact_feed_forward(numbers, exact_matrix(X), hidden));
}

/// The part doubles its input: without an error of its own.
template <class T>
double residual_error(NormPlacement placement, bool adds, nn::Rng& rng) {
    nn::ParameterLayout layout;
    const nn::Residual<T> residual(layout, "r", 24, placement, adds);
    const Parameters<T> parameters(layout, rng);
    arma::Mat<T> X = random_matrix<T>(24, 9, rng);
    ExactNumbers numbers(parameters.exact);
    const ExactMatrix gain = take(numbers, 24, 1), bias = take(numbers, 24, 1);
    const ExactMatrix exact =
        exact_residual(placement, adds, numbers, gain, bias, exact_matrix(X),
                       [](ExactNumbers&, ExactMatrix N) {
                           for (Real& x : N.numbers) x *= 2;
                           return N;
                       });
    nn::ResidualPass<T> pass;
    residual.forward(layout, parameters, X, pass,
                     [](const arma::Mat<T>& N) -> arma::Mat<T> { return 2 * N; });
    return ulp_of_largest(X, exact);
}

template <class T>
double block_error(const nn::BlockShape& shape, nn::Rng& rng) {
    nn::ParameterLayout layout;
    const nn::TransformerBlock<T> block(layout, "b", shape);
    const Parameters<T> parameters(layout, rng);
    arma::Mat<T> X = random_matrix<T>(shape.attention.width, 10, rng);
    ExactNumbers numbers(parameters.exact);
    const ExactMatrix exact = exact_block(shape, numbers, exact_matrix(X), 2);
    nn::BlockPass<T> pass;
    block.forward(layout, parameters, X, 2, pass);
    return ulp_of_largest(X, exact);
}

template <class T>
double logits_error(const nn::TransformerShape& shape, nn::Rng& rng) {
    const nn::Transformer<T> model(shape);
    const Parameters<T> parameters(model.layout(), rng);
    const std::vector<nn::Token> tokens{0, 6, 3, 3, 1, 5, 2, 6};
    nn::TransformerPass<T> pass;
    model.forward(parameters, tokens, 2, pass);
    return ulp_of_largest(pass.logits,
                          exact_logits(shape, parameters.exact, tokens, 2));
}

}  // namespace

TEST_CASE("layer normalisation", "[layer-norm]") {
    nn::Rng rng(91);
    Worst worst;
    for (const std::size_t width : {2, 7, 16, 33, 128}) {
        worst.see(layer_norm_error<float>(width, 20, rng));
        worst.see(layer_norm_error<double>(width, 20, rng));
    }
    worst.hold("layer-norm", "ulp of the largest result", 4.0);
}

TEST_CASE("GELU", "[gelu]") {
    Worst worst;
    for (double x = -12; x <= 12; x += 0x1.9p-8) {
        const auto size = [x](auto one) {
            return std::max(Real(one), Real(std::abs(x)));
        };
        const float f = static_cast<float>(x);
        worst.see(static_cast<double>(abs(nn::gelu(f) - exact_gelu(f)) /
                                      oracle::spacing<float>(size(1))));
        worst.see(static_cast<double>(abs(nn::gelu(x) - exact_gelu(x)) /
                                      oracle::spacing<double>(size(1))));
    }
    worst.hold("gelu", "ulp of the larger of 1 and |x|", 4.0);
}

TEST_CASE("the feed-forward part", "[feed-forward]") {
    nn::Rng rng(92);
    Worst worst;
    for (const auto& [width, hidden] :
         {std::pair{1, 1}, std::pair{3, 5}, std::pair{16, 64}}) {
        worst.see(feed_forward_error<float>(width, hidden, rng));
        worst.see(feed_forward_error<double>(width, hidden, rng));
    }
    worst.hold("feed-forward", "ulp of the largest result", 16.0);
}

TEST_CASE("a part adds to the stream", "[residual]") {
    nn::Rng rng(93);
    Worst worst;
    for (const NormPlacement placement : all_placements)
        for (const bool adds : {true, false}) {
            worst.see(residual_error<float>(placement, adds, rng));
            worst.see(residual_error<double>(placement, adds, rng));
        }
    worst.hold("residual", "ulp of the largest result", 8.0);
}

TEST_CASE("a block", "[transformer-block]") {
    nn::Rng rng(94);
    Worst worst;
    for (const NormPlacement placement : all_placements)
        for (const bool thinks : {true, false}) {
            const nn::BlockShape shape{.attention = {.width = 12, .heads = 3},
                                       .norm = placement,
                                       .feed_forward = thinks};
            worst.see(block_error<float>(shape, rng));
            worst.see(block_error<double>(shape, rng));
        }
    worst.hold("transformer-block", "ulp of the largest result", 64.0);
}

TEST_CASE("scores by the tokens' own vectors", "[tied-logits]") {
    nn::Rng rng(95);
    Worst worst;
    for (const NormPlacement placement : all_placements)
        for (const bool positions : {true, false}) {
            const nn::TransformerShape shape{
                .vocabulary = 7,
                .context = 5,
                .layers = 2,
                .block = {.attention = {.width = 8, .heads = 2}, .norm = placement},
                .positions = positions};
            worst.see(logits_error<float>(shape, rng));
            worst.see(logits_error<double>(shape, rng));
        }
    worst.hold("tied-logits", "ulp of the largest score", 128.0);
}
