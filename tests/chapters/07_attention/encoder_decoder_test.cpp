/// An encoder and its decoder: their loss, their slopes, what they write, how they
/// learn.
#include "copy_task.hpp"
#include "sequence_training.hpp"
#include "simple_encoder_decoder.hpp"
#include "support/catch.hpp"

using nn::EncoderDecoder;
using nn::EncoderDecoderShape;
using nn::ScoreKind;
using nn::SequencePairs;
using nn::Token;

namespace {

const std::vector<EncoderDecoderShape> all_shapes{
    {5, 4, 6, false, ScoreKind::general},
    {5, 4, 6, true, ScoreKind::general},
    {5, 4, 6, true, ScoreKind::dot}};

/// Three sequences of 7 symbols, and what they should become: 5 symbols.
SequencePairs small_pairs() {
    nn::Rng rng(3);
    SequencePairs pairs{.sequences = 3};
    for (int i = 0; i < 7 * 3; ++i) pairs.source.push_back(Token(rng.interval(4)));
    for (int i = 0; i < 5 * 3; ++i) pairs.target.push_back(Token(rng.interval(3)));
    return pairs;
}

EncoderDecoder model_of(const EncoderDecoderShape& shape) {
    nn::Rng rng(4);
    EncoderDecoder model(shape, rng);
    // larger weights than at the beginning: slopes that are worth comparing
    for (float& value : model.parameters()) value *= 2;
    return model;
}

std::vector<double> values_of(const EncoderDecoder& model) {
    return {model.parameters().begin(), model.parameters().end()};
}

/// What is wrong with learning from these pairs; empty if nothing is.
std::string refusal(const SequencePairs& pairs) {
    const EncoderDecoder model = model_of(all_shapes[1]);
    std::vector<float> gradient(model.layout().size());
    nn::EncoderDecoderPass pass;
    try {
        model.learn(pairs, 1, pass, gradient);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("lengths follow from the number of sequences", "[encoder]") {
    const SequencePairs pairs = small_pairs();
    CHECK(pairs.source_length() == 7);
    CHECK(pairs.target_length() == 5);
}

TEST_CASE("columns of a sequence come out of a batch and go back", "[encoder]") {
    const arma::fmat batch{{0, 1, 2, 3, 4, 5}, {10, 11, 12, 13, 14, 15}};
    const arma::fmat second = nn::sequence_columns(batch, 1, 3);
    CHECK(arma::approx_equal(second, arma::fmat{{1, 4}, {11, 14}}, "absdiff", 0));
    arma::fmat sum(2, 6, arma::fill::zeros);
    nn::add_sequence_columns(second, 1, 3, sum);
    nn::add_sequence_columns(second, 1, 3, sum);
    CHECK(arma::approx_equal(
        sum, arma::fmat{{0, 2, 0, 0, 8, 0}, {0, 22, 0, 0, 28, 0}}, "absdiff", 0));
}

TEST_CASE("it begins with small weights and biases of 0", "[encoder]") {
    nn::Rng rng(5);
    const EncoderDecoder model({8, 9, 16, true}, rng);
    for (std::size_t i = 0; i < model.layout().tensors().size(); ++i) {
        const arma::fmat matrix = model.layout().matrix(model.parameters(), i);
        CHECK(arma::abs(matrix).max() <= 0.25F);
        CHECK((arma::abs(matrix).max() > 0.2F) == (matrix.n_cols > 1));
    }
    const EncoderDecoder blind({8, 9, 16, false}, rng);
    CHECK(model.layout().size() == blind.layout().size() + 2 * 16 * 16);
    CHECK(model.shape().attention);
}

TEST_CASE("loss and slopes are those of the loops in double", "[encoder]") {
    const SequencePairs pairs = small_pairs();
    for (const EncoderDecoderShape& shape : all_shapes) {
        const EncoderDecoder model = model_of(shape);
        const auto simple_loss = [&](const std::vector<double>& values) {
            return simple::EncoderDecoder(model, values).loss(pairs);
        };
        std::vector<float> gradient(model.layout().size(), 0.5F);
        nn::EncoderDecoderPass pass;
        const double loss = model.learn(pairs, 0.25F, pass, gradient);
        CHECK(loss == Approx(simple_loss(values_of(model))).epsilon(1e-5));
        double worst = 0.0;
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            const double slope = simple::slope(simple_loss, values_of(model), i);
            worst =
                std::max(worst, std::abs(0.5 + 0.25 * slope - double(gradient[i])));
        }
        CHECK(worst < 5e-6);
    }
}

TEST_CASE("it writes what the loops find likeliest, and tells where it looked",
          "[encoder]") {
    const SequencePairs pairs = small_pairs();
    for (const EncoderDecoderShape& shape : all_shapes) {
        const EncoderDecoder model = model_of(shape);
        simple::EncoderDecoder slow(model, values_of(model));
        nn::EncoderDecoderPass pass;
        const std::vector<Token> written = model.write(pairs.source, 3, 6, pass);
        REQUIRE(written.size() == 6 * 3);
        for (std::size_t s = 0; s < 3; ++s) {
            slow.read(slow.nth(pairs.source, s, 3));
            auto heard = Token(shape.target_symbols);
            for (std::size_t u = 0; u < 6; ++u) {
                heard = Token(slow.hear(heard).index_max());
                CHECK(written[3 * u + s] == heard);
                if (!shape.attention) continue;
                const arma::vec at =
                    arma::conv_to<arma::vec>::from(pass.weights[s].col(u));
                CHECK(arma::abs(at - slow.weights()).max() < 1e-5);
            }
            CHECK(pass.weights[s].n_cols == (shape.attention ? 6 : 0));
        }
    }
}

TEST_CASE("a pass can be used for batches of other sizes", "[encoder]") {
    const SequencePairs pairs = small_pairs();
    nn::Rng rng(6);
    const SequencePairs other = nn::copy_pairs(4, 9, 2, rng);
    const EncoderDecoder model = model_of(all_shapes[1]);
    std::vector<float> gradient(model.layout().size()), again = gradient;
    nn::EncoderDecoderPass fresh, used;
    const double loss = model.learn(pairs, 1, fresh, gradient);
    model.write(other.source, 2, 3, used);
    std::vector<float> unused(model.layout().size());
    model.learn(other, 1, used, unused);
    CHECK(model.learn(pairs, 1, used, again) == loss);
    CHECK(again == gradient);
}

TEST_CASE("shapes and batches that make no sense are refused", "[encoder]") {
    nn::Rng rng(1);
    CHECK_THROWS_WITH(EncoderDecoder({5, 0, 6}, rng),
                      "EncoderDecoder: no symbols to write; give at least 1");
    CHECK_THROWS_AS(EncoderDecoder({0, 4, 6}, rng), std::invalid_argument);
    CHECK_THROWS_AS(EncoderDecoder({5, 4, 0}, rng), std::invalid_argument);
    using oracle::mentions;
    SequencePairs pairs = small_pairs();
    CHECK(refusal(pairs).empty());
    pairs.source.pop_back();
    CHECK(
        refusal(pairs) ==
        "EncoderDecoder: 20 symbols of 3 sequences; give at least 1 sequence, and "
        "as many symbols of each");
    pairs = small_pairs();
    pairs.target.pop_back();
    CHECK_THAT(refusal(pairs), mentions("14 symbols of 3 sequences"));
    CHECK_THAT(refusal({}), mentions("0 symbols of 0 sequences"));
    pairs = small_pairs();
    pairs.source[2] = 5;
    CHECK_THAT(refusal(pairs), mentions("token 5 where there are 5"));
    pairs = small_pairs();
    pairs.target.back() = 4;
    CHECK_THAT(refusal(pairs), mentions("class 4 of 4"));
}

TEST_CASE("training: same bytes at any number of threads", "[encoder]") {
    const auto trained = [](unsigned threads) {
        nn::Rng rng(7);
        EncoderDecoder model({4, 4, 8, true}, rng);
        std::size_t calls = 0;
        train_sequences(
            model, {.updates = 6, .shards = 3, .threads = threads},
            [&] { return nn::copy_pairs(4, 2 + rng.interval(5), 5, rng); },
            [&] { ++calls; });
        CHECK(calls == 6);
        return std::vector<float>(model.parameters().begin(),
                                  model.parameters().end());
    };
    const std::vector<float> one = trained(1);
    CHECK(trained(2) == one);
    CHECK(trained(3) == one);
}

TEST_CASE("training: a copy of five symbols is learnt", "[encoder]") {
    nn::Rng rng(8);
    EncoderDecoder model({4, 4, 24, true}, rng);
    const double loss = train_sequences(
        model, {.updates = 200, .shards = 2},
        [&] { return nn::copy_pairs(4, 5, 16, rng); }, [] {});
    CHECK(loss < 0.2);
    const SequencePairs unseen = nn::copy_pairs(4, 5, 100, rng);
    nn::EncoderDecoderPass pass;
    CHECK(nn::share_right(model.write(unseen.source, 100, 5, pass), unseen.target) >
          0.95);
}

namespace {

/// By how much each update of a training changed the parameters, at most and in the
/// mean.
struct Change {
    float most, mean;
};

std::vector<Change> changes(const nn::SequenceTraining& training) {
    nn::Rng rng(9);
    EncoderDecoder model({4, 4, 8, true}, rng);
    arma::fvec before(
        std::vector<float>(model.parameters().begin(), model.parameters().end()));
    std::vector<Change> all;
    train_sequences(
        model, training, [&] { return nn::copy_pairs(4, 5, 8, rng); },
        [&] {
            const arma::fvec now(std::vector<float>(model.parameters().begin(),
                                                    model.parameters().end()));
            const arma::fvec by = arma::abs(now - before);
            all.push_back({by.max(), arma::mean(by)});
            before = now;
        });
    return all;
}

}  // namespace

TEST_CASE("training: the last quarter goes on with a tenth of the rate",
          "[encoder]") {
    const auto all = changes({.updates = 8, .shards = 2, .learning_rate = 0.01});
    REQUIRE(all.size() == 8);
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK((all[i].most > 0.005F) == (i < 6));
        CHECK(all[i].most < (i < 6 ? 0.02F : 0.002F));
    }
    // an Adam that remembered nothing would move all by the whole rate
    CHECK(all[6].mean < 0.0009F);
    CHECK(all[0].mean > 0.009F);
}

TEST_CASE("training: gradients are clipped", "[encoder]") {
    // so short that Adam's epsilon outweighs them
    for (const Change& change :
         changes({.updates = 4, .shards = 2, .longest_gradient = 1e-12}))
        CHECK(change.most < 1e-5F);
}

TEST_CASE("training: nothing to do is refused", "[encoder]") {
    EncoderDecoder model = model_of(all_shapes[0]);
    for (const nn::SequenceTraining& bad :
         {nn::SequenceTraining{.updates = 0}, nn::SequenceTraining{.shards = 0}})
        CHECK_THROWS_WITH(train_sequences(
                              model, bad, [] { return small_pairs(); }, [] {}),
                          oracle::mentions("batches; give at least 1 of each"));
}
