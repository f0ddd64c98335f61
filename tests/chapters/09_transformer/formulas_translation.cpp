/// The decoder that looks at an encoder, there and back, in 50 digits.
#include "exact_translation.hpp"
#include "nn/gradient_check.hpp"
#include "support/random_matrix.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

constexpr std::size_t sequences = 2;

/// Arrays one after the other, as numbers of 50 digits.
template <class... Arrays>
std::vector<Real> numbers_of(const Arrays&... arrays) {
    std::vector<Real> all;
    (all.insert(all.end(), arrays.begin(), arrays.end()), ...);
    return all;
}

/// Parameters, X, the source and dY, and what a part makes of them.
template <class T, class Part, class Pass>
struct Trial {
    template <class... Shape>
    Trial(std::size_t U, std::size_t steps, nn::Rng& rng, const Shape&... shape)
        : part(layout, "a", shape...),
          parameters(random_matrix<T>(layout.size(), 1, rng)),
          gradient(layout.size(), arma::fill::zeros),
          X(random_matrix<T>(6, sequences * U, rng)),
          source(random_matrix<T>(6, sequences * steps, rng)),
          dY(random_matrix<T>(6, sequences * U, rng)),
          dsource(arma::size(source), arma::fill::zeros) {}

    std::span<const T> values() const {
        return {parameters.memptr(), parameters.n_elem};
    }
    std::span<T> slopes() { return {gradient.memptr(), gradient.n_elem}; }
    std::vector<Real> numbers() const { return numbers_of(parameters, X, source); }

    /// The worst slope, where `exact` takes parameters, X and source.
    template <class Exact>
    double worst_slope(const arma::Mat<T>& dX, const Exact& exact) const {
        const ExactMatrix C = exact_matrix(dY);
        const arma::Mat<T> at =
            arma::join_cols(parameters, X.as_col(), source.as_col());
        arma::Mat<T> got = arma::join_cols(gradient, dX.as_col(), dsource.as_col());
        // the slope in what all keys share is 0, and what is there is rounding
        got.transform([](T slope) { return std::abs(slope) < 1e-13 ? 0 : slope; });
        return nn::check_gradient(
                   [&](std::span<const Real> all) {
                       ExactNumbers rest = all;
                       return weighted_sum(C, exact(rest));
                   },
                   {at.memptr(), at.n_elem}, {got.memptr(), got.n_elem})
            .worst;
    }

    nn::ParameterLayout layout;
    Part part;
    Pass pass;
    arma::Col<T> parameters, gradient;
    arma::Mat<T> X, source, dY, dsource;
};

template <class T>
using CrossTrial = Trial<T, nn::CrossAttention<T>, nn::CrossAttentionPass<T>>;
template <class T>
using BlockTrial = Trial<T, nn::DecoderBlock<T>, nn::DecoderBlockPass<T>>;

constexpr std::size_t lengths[][2] = {{1, 1}, {3, 5}, {7, 2}, {4, 20}};

/// X and source stand behind the parameters.
ExactMatrix exact_cross_of(ExactNumbers numbers, std::size_t heads, std::size_t U) {
    const std::size_t behind = 6 * 6 + 6 + 12 * 6 + 12 + 6 * 6 + 6;
    ExactNumbers rest = numbers.subspan(behind);
    const ExactMatrix X = take(rest, 6, sequences * U),
                      source = take(rest, 6, rest.size() / 6);
    return exact_cross(heads, numbers, X, source, sequences);
}

ExactMatrix exact_block_of(ExactNumbers numbers, std::size_t parameters,
                           nn::NormPlacement norm, std::size_t U) {
    ExactNumbers rest = numbers.subspan(parameters);
    const ExactMatrix X = take(rest, 6, sequences * U),
                      source = take(rest, 6, rest.size() / 6);
    return exact_decoder_block({.width = 6, .heads = 2}, norm, numbers, X, source,
                               sequences);
}

template <class T>
double cross_error(std::size_t heads, std::size_t U, std::size_t steps,
                   nn::Rng& rng) {
    CrossTrial<T> trial(U, steps, rng, 6, heads);
    const arma::Mat<T> Y = trial.part.forward(trial.layout, trial.values(), trial.X,
                                              trial.source, sequences, trial.pass);
    return ulp_of_largest(Y, exact_cross_of(trial.numbers(), heads, U));
}

}  // namespace

TEST_CASE("heads that look at another sequence", "[cross-attention]") {
    nn::Rng rng(91);
    Worst worst;
    for (const std::size_t heads : {1, 2, 3})
        for (const auto& [U, steps] : lengths) {
            worst.see(cross_error<float>(heads, U, steps, rng));
            worst.see(cross_error<double>(heads, U, steps, rng));
        }
    worst.hold("cross-attention", "ulp of the largest output", 24.0);
}

TEST_CASE("heads that look at another sequence, back", "[cross-back]") {
    nn::Rng rng(92);
    for (const std::size_t heads : {1, 3}) {
        CrossTrial<double> trial(2, 3, rng, 6, heads);
        trial.part.forward(trial.layout, trial.values(), trial.X, trial.source,
                           sequences, trial.pass);
        const arma::mat dX = trial.part.backward(
            trial.layout, trial.values(), trial.X, trial.source, trial.dY,
            trial.pass, trial.slopes(), trial.dsource);
        CHECK(trial.worst_slope(dX, [&](ExactNumbers all) {
            return exact_cross_of(all, heads, 2);
        }) <= 1e-9);
    }
}

TEST_CASE("a block of a decoder", "[decoder-block]") {
    nn::Rng rng(93);
    Worst worst;
    for (const auto norm : {nn::NormPlacement::after, nn::NormPlacement::before})
        for (const auto& [U, steps] : lengths) {
            BlockTrial<double> trial(
                U, steps, rng, nn::MultiHeadShape{.width = 6, .heads = 2}, norm);
            arma::mat Y = trial.X;
            trial.part.forward(trial.layout, trial.values(), Y, trial.source,
                               sequences, trial.pass);
            worst.see(ulp_of_largest(
                Y, exact_block_of(trial.numbers(), trial.layout.size(), norm, U)));
        }
    worst.hold("decoder-block", "ulp of the largest output", 32.0);
}

TEST_CASE("a block of a decoder, back", "[decoder-block-back]") {
    nn::Rng rng(94);
    const auto norm = nn::NormPlacement::after;
    BlockTrial<double> trial(2, 2, rng, nn::MultiHeadShape{.width = 6, .heads = 2},
                             norm);
    arma::mat Y = trial.X, dX = trial.dY;
    trial.part.forward(trial.layout, trial.values(), Y, trial.source, sequences,
                       trial.pass);
    trial.part.backward(trial.layout, trial.values(), dX, trial.source, trial.pass,
                        trial.slopes(), trial.dsource);
    CHECK(trial.worst_slope(dX, [&](ExactNumbers all) {
        return exact_block_of(all, trial.layout.size(), norm, 2);
    }) <= 1e-8);
}

TEST_CASE("a whole translator, loss and gradient", "[translator-back]") {
    nn::Rng rng(95);
    const nn::TranslatorShape shape{.source_symbols = 3,
                                    .target_symbols = 2,
                                    .longest = 3,
                                    .width = 3,
                                    .heads = 3,
                                    .layers = 2};
    nn::Translator<double> model(shape, rng);
    for (double& x : model.parameters()) x += 0.3 * rng.normal();
    const nn::SequencePairs pairs{2, {0, 1, 2, 1}, {1, 0, 1, 1}};
    std::vector<double> gradient(model.layout().size());
    nn::TranslatorPass<double> pass;
    const double loss = model.learn(pairs, 1.0, pass, gradient);
    const auto exact = [&](std::span<const Real> numbers) {
        return exact_translation(shape, numbers, pairs);
    };
    const std::vector<Real> at(model.parameters().begin(),
                               model.parameters().end());
    CHECK(oracle::relative_error(loss, exact(at)) <= 1e-13);
    for (double& slope : gradient)
        if (std::abs(slope) < 1e-13) slope = 0;  // in biases of keys
    const nn::GradientCheck check =
        nn::check_gradient(exact, model.parameters(), gradient);
    CAPTURE(check.worst, check.parameter, check.given, check.exact);
    CHECK(check.worst <= 1e-8);
}
