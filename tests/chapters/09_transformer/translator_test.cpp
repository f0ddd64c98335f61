/// Encoder and decoder: who sees whom, what is learnt, and what is refused. The
/// formulas and gradients are among those in 50 digits.
#include "translator.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/random_matrix.hpp"
#include "translation_training.hpp"

namespace {

constexpr nn::TranslatorShape small{.source_symbols = 5,
                                    .target_symbols = 4,
                                    .longest = 6,
                                    .width = 8,
                                    .heads = 2,
                                    .layers = 2};

nn::Translator<double> small_model(std::uint32_t seed = 1) {
    nn::Rng rng(seed);
    return {small, rng};
}

/// Sequences of three symbols, to be written backwards.
nn::SequencePairs backwards(std::size_t sequences, nn::Rng& rng) {
    nn::SequencePairs pairs{.sequences = sequences};
    for (std::size_t i = 0; i < 3 * sequences; ++i)
        pairs.source.push_back(nn::Token(rng.integer(0, 3)));
    for (std::size_t t = 3; t-- > 0;)
        for (std::size_t s = 0; s < sequences; ++s)
            pairs.target.push_back(pairs.source[t * sequences + s]);
    return pairs;
}

/// The scores of what comes after each symbol of a sequence that is heard.
arma::mat scores(const nn::Translator<double>& model,
                 const std::vector<nn::Token>& source,
                 const std::vector<nn::Token>& target) {
    nn::TranslatorPass<double> pass;
    std::vector<double> gradient(model.layout().size());
    model.learn({1, source, target}, 1.0, pass, gradient);
    return pass.logits;  // its slopes: they differ where the scores do
}

bool near(const arma::mat& one, const arma::mat& other) {
    return arma::approx_equal(one, other, "absdiff", 1e-12);
}

}  // namespace

TEST_CASE("what a translator is made of", "[translator]") {
    const nn::Translator<double> model = small_model();
    CHECK(model.shape().layers == 2);
    CHECK(model.decoder().size() == 2);
    const std::size_t encoder = 2 * 16 + 4 * 64 + 4 * 8 + 8 * 64 + 40,
                      decoder = encoder + 16 + 4 * 64 + 4 * 8;
    CHECK(model.layout().size() == 8 * 5 + 8 * 5 + 2 * (encoder + decoder));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < model.layout().tensors().size(); ++i) {
        const nn::TensorPlace& place = model.layout().tensors()[i];
        const double bound = std::sqrt(6.0 / double(place.rows + place.columns));
        for (const double x : model.layout().values(model.parameters(), i)) {
            if (place.name.ends_with("gain"))
                wrong += x != 1;
            else if (place.columns == 1)
                wrong += x != 0;
            else if (!place.name.ends_with(".E"))
                wrong += x == 0 || std::abs(x) > bound;
        }
    }
    CHECK(wrong == 0);
    CHECK(model.layout().tensors()[0].name == "source.E");
}

TEST_CASE("the decoder sees all that was read, and nothing that comes later",
          "[translator]") {
    const nn::Translator<double> model = small_model();
    const arma::mat base = scores(model, {0, 1, 2}, {0, 1, 2, 3});
    // what it is to write at a place shows up behind that place only
    const arma::mat later = scores(model, {0, 1, 2}, {0, 1, 2, 0});
    CHECK(near(later.head_cols(3), base.head_cols(3)));
    const arma::mat second = scores(model, {0, 1, 2}, {0, 3, 2, 3});
    CHECK(near(second.col(0), base.col(0)));
    CHECK(!near(second.col(2), base.col(2)));
    for (std::size_t t = 0; t < 3; ++t) {
        std::vector<nn::Token> source{0, 1, 2};
        source[t] = 4;
        const arma::mat other = scores(model, source, {0, 1, 2, 3});
        for (arma::uword u = 0; u < 4; ++u) CHECK(!near(other.col(u), base.col(u)));
    }
    const arma::mat turned = scores(model, {2, 1, 0}, {0, 1, 2, 3});
    CHECK(!near(turned, base));  // it knows places
}

TEST_CASE("sequences of a batch are translated alike alone", "[translator]") {
    const nn::Translator<double> model = small_model();
    nn::Rng rng(3);
    const nn::SequencePairs pairs = backwards(5, rng);
    nn::TranslatorPass<double> pass;
    std::vector<double> gradient(model.layout().size()), sum(gradient.size());
    const double loss = model.learn(pairs, 1.0, pass, gradient);
    const std::vector<nn::Token> written = model.write(pairs.source, 5, 4, pass);
    REQUIRE(written.size() == 20);
    double losses = 0;
    for (std::size_t s = 0; s < 5; ++s) {
        const auto one = [&](const std::vector<nn::Token>& all) {
            std::vector<nn::Token> part;
            for (std::size_t i = s; i < all.size(); i += 5) part.push_back(all[i]);
            return part;
        };
        losses += model.learn({1, one(pairs.source), one(pairs.target)}, 1.0, pass,
                              sum);  // adds up
        CHECK(model.write(one(pairs.source), 1, 4, pass) == one(written));
    }
    CHECK(losses == Approx(loss).epsilon(1e-12));
    CHECK(near(arma::vec(sum), arma::vec(gradient)));
}

TEST_CASE("a translator learns to write backwards", "[translator]") {
    nn::Rng rng(4);
    nn::Translator<float> model({.source_symbols = 3,
                                 .target_symbols = 3,
                                 .longest = 3,
                                 .width = 16,
                                 .heads = 2,
                                 .layers = 1},
                                rng);
    std::size_t updates = 0;
    const double loss = nn::train_translator(
        model,
        {.rate = {.highest = 1e-2, .lowest = 1e-3, .warm_up = 20, .steps = 150},
         .shards = 2},
        [&] { return backwards(16, rng); }, [&] { ++updates; });
    CHECK(updates == 150);
    CHECK(loss < 0.45);  // smoothed answers cannot be told below 0.29
    const nn::SequencePairs unseen = backwards(50, rng);
    nn::TranslatorPass<float> pass;
    CHECK(model.write(unseen.source, 50, 3, pass) == unseen.target);
}

TEST_CASE("any number of threads learns the same bits", "[translator]") {
    std::vector<std::vector<float>> learnt;
    for (const unsigned threads : {1U, 2U, 3U}) {
        nn::Rng rng(5);
        nn::Translator<float> model(small, rng);
        nn::train_translator(
            model, {.rate = {.warm_up = 2, .steps = 4}, .threads = threads},
            [&] { return backwards(3, rng); }, [] {});
        learnt.emplace_back(model.parameters().begin(), model.parameters().end());
    }
    CHECK((learnt[1] == learnt[0] && learnt[2] == learnt[0]));
}

TEST_CASE("weights of the heads are shares of the source", "[translator]") {
    const nn::Translator<double> model = small_model();
    nn::TranslatorPass<double> pass;
    const std::vector<nn::Token> source{0, 1, 2, 3, 4, 0};  // two sequences of 3
    model.write(source, 2, 4, pass);
    const auto& kept = pass.decoder[1].cross;
    for (const std::size_t s : {0, 1})
        for (const std::size_t h : {0, 1}) {
            const arma::mat A = model.decoder()[1].cross().weights(kept, s, h);
            REQUIRE(arma::size(A) == arma::SizeMat(3, 4));
            CHECK(near(arma::sum(A, 0), arma::mat(1, 4, arma::fill::ones)));
            const arma::mat V = kept.KV.submat(8 + 4 * h, 3 * s, arma::size(4, 3));
            CHECK(near(V * A, kept.mixed.submat(4 * h, 4 * s, arma::size(4, 4))));
        }
}

TEST_CASE("translators refuse what does not fit", "[translator]") {
    nn::Rng rng(6);
    const auto make = [&](nn::TranslatorShape shape) {
        return nn::Translator<float>(shape, rng);
    };
    CHECK_THROWS_WITH(
        make({.source_symbols = 0, .target_symbols = 2}),
        "Translator: 0 symbols to read, 2 to write, 2 layers, "
        "sequences of 96, a smoothing of 0.100000; give at least 1 of "
        "each, and a smoothing in [0, 1)");
    CHECK_THROWS_AS(make({.target_symbols = 0}), std::invalid_argument);
    CHECK_THROWS_AS(make({.longest = 0}), std::invalid_argument);
    CHECK_THROWS_AS(make({.layers = 0}), std::invalid_argument);
    CHECK_THROWS_AS(make({.smoothing = 1.0}), std::invalid_argument);
    CHECK_THROWS_AS(make({.smoothing = -0.1}), std::invalid_argument);
    CHECK_THROWS_WITH(make({.width = 10, .heads = 4}),
                      oracle::mentions("4 heads for a width of 10"));
    const nn::Translator<double> model = small_model();
    nn::TranslatorPass<double> pass;
    std::vector<double> gradient(model.layout().size());
    const auto learn = [&](const nn::SequencePairs& pairs) {
        return model.learn(pairs, 1.0, pass, gradient);
    };
    CHECK_THROWS_WITH(learn({2, {0, 1, 2}, {0, 1}}),
                      oracle::mentions("Translator: 3 symbols of 2 sequences"));
    CHECK_THROWS_WITH(learn({2, {0, 1}, {0, 1, 2}}),
                      oracle::mentions("Translator: 3 symbols of 2 sequences"));
    CHECK_THROWS_WITH(learn({0, {0}, {0}}), oracle::mentions("of 0 sequences"));
    CHECK_THROWS_WITH(learn({1, {5}, {0}}),
                      "Translator: symbol 5 of 5; symbols count from 0");
    CHECK_THROWS_WITH(learn({1, {0}, {4}}),
                      "token_loss: class 4 of 4; classes count from 0");
    CHECK_THROWS_WITH(
        learn({1, {0, 0, 0, 0, 0, 0, 0}, {0}}),
        "Translator: a sequence of 7 symbols; the longest may have 6");
    const std::vector<nn::Token> source{0, 1, 2};
    CHECK_THROWS_WITH(model.write(source, 2, 1, pass),
                      oracle::mentions("3 symbols of 2 sequences"));
    CHECK_THROWS_WITH(model.write(source, 1, 7, pass),
                      oracle::mentions("a sequence of 7 symbols"));
    nn::Translator<float> learner = make({.width = 8, .heads = 2});
    CHECK_THROWS_WITH(
        nn::train_translator(
            learner, {.rate = {.steps = 0}}, [&] { return backwards(1, rng); },
            [] {}),
        "train_translator: 0 updates of 4 batches; give at least 1 of each");
    CHECK_THROWS_AS(
        nn::train_translator(
            learner, {.shards = 0}, [&] { return backwards(1, rng); }, [] {}),
        std::invalid_argument);
}
