/// Models that guess hidden words: their slopes, their training, their bytes.
#include <algorithm>
#include <cmath>

#include "gap_trainer.hpp"
#include "small_text.hpp"
#include "support/catch.hpp"

namespace {

std::vector<float> learnt(nn::ContextKind kind, unsigned threads,
                          std::vector<double>* losses = nullptr) {
    const auto lines = small_text::lines(200, 1);
    nn::GapModel model = small_text::model(kind);
    nn::Rng rng(3);
    nn::learn_gaps(model, lines, {120, 32, 0.02, threads}, rng, [&](double nats) {
        if (losses != nullptr) losses->push_back(nats);
    });
    return {model.parameters().begin(), model.parameters().end()};
}

}  // namespace

TEST_CASE("the slopes of a model's loss agree with differences", "[gap-model]") {
    const auto lines = small_text::lines(6, 2);
    nn::Rng rng(1);
    for (const nn::ContextKind kind :
         {nn::ContextKind::average, nn::ContextKind::both}) {
        nn::GapModel model = small_text::model(kind);
        const std::vector<nn::Gap> gaps =
            nn::gaps_of(lines, model.answers(), 2, rng);
        nn::GapContextPass<float> pass;
        std::vector<float> gradient(model.layout().size()), unused = gradient;
        model.learn(gaps, 1.0F, pass, gradient);
        for (std::size_t i = 0; i < gradient.size(); i += 37) {
            constexpr float h = 0.02F;
            float& parameter = model.parameters()[i];
            const float kept = parameter;
            parameter = kept + h;
            const double above = model.learn(gaps, 1.0F, pass, unused);
            parameter = kept - h;
            const double below = model.learn(gaps, 1.0F, pass, unused);
            parameter = kept;
            INFO(int(kind) << ": parameter " << i);
            CHECK(std::abs((above - below) / (2 * double(h)) -
                           double(gradient[i])) < 2e-3);
        }
    }
}

TEST_CASE("a model of distances learns which word came before", "[gap-model]") {
    std::vector<double> average, both;
    learnt(nn::ContextKind::average, 1, &average);
    learnt(nn::ContextKind::both, 1, &both);
    CHECK(both.size() == 120);
    CHECK(both.front() > 1.5);
    CHECK(both.back() < 0.2);
    CHECK(average.back() > 0.3);
}

TEST_CASE("training: same bytes at any number of threads", "[gap-model]") {
    const std::vector<float> one = learnt(nn::ContextKind::both, 1);
    CHECK(one == learnt(nn::ContextKind::both, 2));
    CHECK(one == learnt(nn::ContextKind::both, 3));
}

TEST_CASE("what cannot be trained is refused", "[gap-model]") {
    nn::GapModel model = small_text::model(nn::ContextKind::both);
    nn::Rng rng(1);
    const std::vector<nn::TokenLine> no_answer{{0, 1, 2}, {7}};
    CHECK_THROWS_WITH(nn::learn_gaps(model, no_answer, {1, 32, 0.02, 1}, rng),
                      "learn_gaps: 2 lines, none with a word to hide and another "
                      "known one; give a longer text");
    const auto lines = small_text::lines(9, 1);
    CHECK_THROWS_AS(nn::learn_gaps(model, lines, {1, 3, 0.02, 1}, rng),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::learn_gaps(model, lines, {1, 32, -1.0, 1}, rng),
                    std::invalid_argument);
    const nn::GapContextShape shape{nn::ContextKind::both, 4, 2, 3};
    CHECK_THROWS_AS(nn::GapModel(shape, {6, 6}, arma::fmat(3, 12), rng),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::GapModel(shape, {6, 6}, arma::fmat(4, 11), rng),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::GapModel(shape, {6, 1}, arma::fmat(4, 11), rng),
                    std::invalid_argument);
    const nn::Gap no_answer_gap{lines[0], 0};
    nn::GapContextPass<float> pass;
    std::vector<float> gradient(model.layout().size());
    CHECK_THROWS_AS(model.learn({&no_answer_gap, 1}, 1.0F, pass, gradient),
                    std::invalid_argument);
}
