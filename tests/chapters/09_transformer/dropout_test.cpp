/// What dropout leaves out: as much as it should, other numbers each time, and the
/// same on the way back.
#include "dropout.hpp"

#include <cmath>

#include "ruled_transformer.hpp"
#include "support/catch.hpp"
#include "token_loss.hpp"

namespace {

arma::mat dropped_ones(const nn::Dropout& dropout, arma::uword columns = 1000) {
    arma::mat X(10, columns, arma::fill::ones);
    nn::drop(dropout, X);
    return X;
}

}  // namespace

TEST_CASE("dropout keeps the share that it should, and the mean", "[dropout]") {
    for (const double share : {0.1, 0.5, 0.9}) {
        const arma::mat X = dropped_ones({share, 1, 2, 3});
        const double zeros = double(arma::accu(X == 0.0)) / 10'000;
        CHECK(std::abs(zeros - share) < 0.02);
        CHECK(X.max() == Approx(1 / (1 - share)));
        CHECK(arma::accu(X) / 10'000 == Approx(1).margin(0.15));
    }
    const arma::mat all = dropped_ones({});
    CHECK(all.min() == 1.0);
}

TEST_CASE("dropout is that of its seed, pass and place alone", "[dropout]") {
    const nn::Dropout dropout{0.5, 1, 2, 3};
    const arma::mat X = dropped_ones(dropout);
    CHECK(arma::approx_equal(X, dropped_ones(dropout), "absdiff", 0));
    CHECK(
        arma::approx_equal(X.head_cols(7), dropped_ones(dropout, 7), "absdiff", 0));
    for (const nn::Dropout& other :
         {nn::Dropout{0.5, 2, 2, 3}, nn::Dropout{0.5, 1, 3, 3}, dropout.at(4)}) {
        const double differ = double(arma::accu(X != dropped_ones(other))) / 10'000;
        CHECK(std::abs(differ - 0.5) < 0.03);
    }
}

TEST_CASE("with dropout the slopes are those of the thinned model", "[dropout]") {
    for (const nn::NormPlacement norm :
         {nn::NormPlacement::before, nn::NormPlacement::after}) {
        nn::TransformerShape shape = ruled_transformer::shape(5);
        shape.block.norm = norm;
        const nn::Transformer<double> model(shape);
        std::vector<double> parameters(model.layout().size()),
            gradient(parameters.size());
        nn::Rng rng(4);
        model.begin(parameters, rng);
        for (double& x : parameters) x += 0.1 * rng.normal();
        const std::vector<nn::Token> text = ruled_text::symbols(11);
        const std::span<const nn::Token> read(text.data(), 10), next(&text[1], 10);
        const auto loss = [&](nn::TransformerPass<double>& pass) {
            pass.dropout = {0.3, 9, 1};
            model.forward(parameters, read, 2, pass);
            return nn::token_loss(pass.logits, next, 1.0);
        };
        nn::TransformerPass<double> pass;
        loss(pass);
        model.backward(parameters, read, pass, gradient);
        double worst = 0.0;
        for (std::size_t i = 0; i < parameters.size(); i += 37) {
            constexpr double h = 1e-5;
            const double there = parameters[i];
            nn::TransformerPass<double> unused;
            parameters[i] = there + h;
            const double above = loss(unused);
            parameters[i] = there - h;
            const double below = loss(unused);
            parameters[i] = there;
            worst =
                std::max(worst, std::abs((above - below) / (2 * h) - gradient[i]));
        }
        CHECK(worst < 1e-6);
    }
}
