/// What dropout leaves out: as much as it should, other numbers each time, and the
/// same on the way back.
#include "dropout.hpp"

#include <cmath>
#include <set>

#include "ruled_transformer.hpp"
#include "support/catch.hpp"
#include "token_loss.hpp"
#include "transformer_trainer.hpp"

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

TEST_CASE("no two places of a model drop the same numbers", "[dropout]") {
    const nn::Transformer<float> model(ruled_transformer::shape(5));
    const auto parameters = ruled_transformer::beginning(model);
    nn::TransformerPass<float> pass;
    pass.dropout = {0.3, 9, 1};
    model.forward(parameters, ruled_text::symbols(10), 2, pass);
    std::set<std::uint32_t> sites{0};  // what goes into the first block
    for (const nn::BlockPass<float>& block : pass.blocks)
        for (const nn::Dropout& dropout :
             {block.residual_1.dropout, block.residual_2.dropout}) {
            CHECK((dropout.share == 0.3 && dropout.pass == 1));
            CHECK(sites.insert(dropout.site).second);
        }
}

TEST_CASE("each step drops other numbers", "[dropout]") {
    const nn::Transformer<float> model(ruled_transformer::shape(5));
    const std::vector<nn::Token> one_window = ruled_text::symbols(6);
    for (const double share : {0.0, 0.3}) {
        auto parameters = ruled_transformer::beginning(model);
        nn::TransformerTrainer trainer(
            model, parameters, one_window,
            {.sequences = 2,
             .rate = {.highest = 1e-12, .lowest = 1e-12},  // it stands still
             .dropout = share});
        const double first = trainer.step(), second = trainer.step();
        CHECK((std::abs(first - second) < 1e-6) == (share == 0.0));
    }
}
