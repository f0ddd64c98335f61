/// How a transformer is trained: down, the same bytes at any number of threads, and
/// the same bytes after a break.
#include "transformer_trainer.hpp"

#include <cmath>
#include <limits>
#include <set>

#include "nn/causal_batch.hpp"
#include "nn/clipping.hpp"
#include "nn/require.hpp"
#include "ruled_transformer.hpp"
#include "support/catch.hpp"
#include "token_loss.hpp"
#include "transformer_memory.hpp"

using ruled_transformer::Numbers;

namespace {

const nn::Transformer<float> model(ruled_transformer::shape());

/// Five sequences: shards of two and of three.
const nn::TransformerTraining small{
    .sequences = 5,
    .rate = {.highest = 0.01, .lowest = 0.001, .warm_up = 10, .steps = 400},
    .seed = 3};

/// A training from random weights, with all that it needs.
struct Trained {
    explicit Trained(const nn::TransformerTraining& training = small)
        : trainer(model, parameters, text, training) {}

    std::vector<double> steps(int count) {
        std::vector<double> losses;
        for (int i = 0; i < count; ++i) losses.push_back(trainer.step());
        return losses;
    }

    std::vector<nn::Token> text = ruled_text::symbols(4001);
    Numbers parameters = ruled_transformer::beginning(model);
    nn::TransformerTrainer trainer;
};

nn::TransformerTraining with_dropout(double share, unsigned threads = 1) {
    nn::TransformerTraining training = small;
    training.dropout = share, training.threads = threads;
    return training;
}

std::string refusal(std::size_t tokens, const nn::TransformerTraining& training) {
    const std::vector<nn::Token> text = ruled_text::symbols(tokens);
    Numbers parameters = ruled_transformer::beginning(model);
    try {
        nn::TransformerTrainer(model, parameters, text, training);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "no refusal";
}

}  // namespace

TEST_CASE("a transformer learns from a guess towards what can be known",
          "[transformer]") {
    // 0.8 + 0.2 / 6 for the likely symbol, 0.2 / 6 for five others
    const double least = -(0.8 + 0.2 / 6) * std::log(0.8 + 0.2 / 6) -
                         5 * 0.2 / 6 * std::log(0.2 / 6);
    Trained trained;
    const std::vector<double> way = trained.steps(400);
    // a guess whose scores have a variance: the width · 0.02² · 768 / width
    const double variance = 0.02 * 0.02 * 768;
    CHECK(way.front() == Approx(std::log(6.0) + variance / 2).epsilon(0.02));
    double end = 0.0;
    for (int i = 300; i < 400; ++i) end += way[std::size_t(i)] / 100;
    // the first token of a window cannot be foretold, the second hardly
    CHECK(end > least);
    CHECK(end < least + 0.35);
    CHECK(trained.trainer.gradient_norm() > 0);
    CHECK(trained.trainer.steps_done() == 400);
    CHECK(trained.trainer.tokens_a_step() == 40);
}

TEST_CASE("a step is that of the parts: windows, loss, gradient, clipping, AdamW",
          "[transformer]") {
    nn::TransformerTraining training = small;
    training.longest_gradient = 0.3;
    Trained trained(training);
    Numbers parameters = trained.parameters, gradient(parameters.size());
    nn::AdamW adamw(model.layout(), training.adamw);
    nn::WorkerTeam team(1);
    const nn::WindowPlaces places{3, trained.text.size(), 8};
    for (std::uint64_t step = 0; step < 3; ++step) {
        nn::CausalBatch windows;
        for (std::uint64_t s = 0; s < 5; ++s)
            nn::append_piece(trained.text, places.first(5 * step + s), 8, windows);
        nn::TransformerPass<float> pass;
        model.forward(parameters, windows.symbols, 5, pass);
        const double loss =
            nn::token_loss(pass.logits, windows.right, 1.0F / 40) / 40;
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        model.backward(parameters, windows.symbols, pass, gradient);
        const double norm = nn::clip_by_norm<float>(gradient, 0.3);
        adamw.step(parameters, gradient, nn::rate_at(training.rate, step), team);
        CHECK(trained.trainer.step() == Approx(loss).epsilon(1e-5));
        CHECK(trained.trainer.gradient_norm() == Approx(norm).epsilon(1e-4));
        REQUIRE(norm > 0.3);
    }
    double worst = 0.0;  // the shards add up in another order
    for (std::size_t i = 0; i < parameters.size(); ++i)
        worst = std::max(worst,
                         double(std::abs(parameters[i] - trained.parameters[i])));
    CHECK(worst < 1e-4);
}

TEST_CASE("a transformer's training: the same bytes at any number of threads",
          "[transformer]") {
    for (const double share : {0.0, 0.2}) {
        Trained one(with_dropout(share)), two(with_dropout(share, 2)),
            four(with_dropout(share, 4));
        const std::vector<double> losses = one.steps(12);
        CHECK(losses == two.steps(12));
        CHECK(losses == four.steps(12));
        CHECK(one.parameters == two.parameters);
        CHECK(one.parameters == four.parameters);
    }
}

TEST_CASE("a transformer's training goes on to the same bytes after a break",
          "[transformer]") {
    for (const double share : {0.0, 0.2})
        for (const int before : {0, 1, 7}) {
            Trained whole(with_dropout(share)), first(with_dropout(share)),
                second(with_dropout(share));
            whole.steps(before), first.steps(before);
            second.parameters = first.parameters;
            second.trainer.resume(first.trainer.state());
            CHECK(second.trainer.steps_done() == std::size_t(before));
            CHECK(second.steps(8) == whole.steps(8));
            CHECK(second.parameters == whole.parameters);
        }
}

TEST_CASE("another seed reads other places", "[transformer]") {
    nn::TransformerTraining other = small;
    other.seed = 4;
    CHECK(Trained(other).steps(2) != Trained().steps(2));
}

TEST_CASE("a transformer's loss that is no number changes nothing",
          "[transformer]") {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const float bad : {infinity, -infinity, infinity - infinity}) {
        Trained trained;
        trained.steps(2);
        trained.parameters.back() = bad;  // a bias of the last normalisation
        const Numbers before = trained.parameters;
        const nn::TransformerTrainingState state = trained.trainer.state();
        CHECK(!std::isfinite(trained.trainer.step()));
        CHECK(std::equal(before.begin(), before.end() - 1,
                         trained.parameters.begin()));
        CHECK(trained.trainer.steps_done() == 2);
        CHECK(trained.trainer.state().adam.mean == state.adam.mean);
        CHECK(trained.trainer.state().adam.fade1 == state.adam.fade1);
    }
}

TEST_CASE("texts and trainings that make no step of a transformer",
          "[transformer]") {
    CHECK(refusal(9, small) == "no refusal");
    CHECK(
        refusal(8, small) ==
        "TransformerTrainer: a text of 8 tokens for a context of 8; give a longer "
        "text, or a shorter context");
    nn::TransformerTraining none = small;
    none.sequences = 0;
    CHECK_THAT(refusal(100, none), oracle::mentions("0 sequences"));
    for (const double share : {-0.1, 1.0, std::nan("")})
        CHECK_THAT(refusal(100, with_dropout(share)),
                   oracle::mentions("a dropout in [0, 1)"));
    Trained trained;
    nn::TransformerTrainingState state = trained.trainer.state();
    state.adam.mean.pop_back();
    CHECK_THROWS_AS(trained.trainer.resume(state), std::invalid_argument);
}

TEST_CASE("one sequence is one shard", "[transformer]") {
    nn::TransformerTraining one = small;
    one.sequences = 1;
    Trained trained(one);
    CHECK(std::isfinite(trained.steps(1).front()));
    CHECK(trained.trainer.tokens_a_step() == 8);
}

TEST_CASE("windows lie all over the text, each place as likely", "[transformer]") {
    const nn::WindowPlaces places{1, 30, 10};
    std::vector<int> hits(20);
    for (std::uint64_t i = 0; i < 20'000; ++i) ++hits.at(places.first(i));
    for (const int count : hits) CHECK(std::abs(count - 1000) < 5 * 31);
    const nn::WindowPlaces only{1, 11, 10};
    CHECK(only.first(7) == 0);
    CHECK(nn::WindowPlaces{2, 30, 10}.first(5) != places.first(5));
}

TEST_CASE("what a pass holds is counted", "[transformer]") {
    Trained trained;
    CHECK(trained.trainer.bytes_of_passes() == 0);
    trained.steps(1);
    // width 16, 6 tokens, 2 blocks, 40 columns: of each block two norms (16 + 1 +
    // 16), QKV, mixed, heads' outputs with a sum each, 64 units twice; then the
    // last norm and the scores
    const std::size_t block = 2 * 33 + 48 + 16 + 16 + 2 + 2 * 64;
    CHECK(trained.trainer.bytes_of_passes() == 4 * 40 * (2 * block + 33 + 6));
}
