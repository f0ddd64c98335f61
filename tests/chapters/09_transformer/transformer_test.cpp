/// The whole transformer: what the formulas leave open, shards, and what is
/// refused.
#include "transformer.hpp"

#include <cstring>

#include "nn/io/blas_threads.hpp"
#include "nn/ordered_gradient.hpp"
#include "support/catch.hpp"
#include "token_loss.hpp"

using nn::NormPlacement;
using nn::Token;

namespace {

const nn::TransformerShape small{.vocabulary = 7,
                                 .context = 6,
                                 .layers = 2,
                                 .block = {.attention = {.width = 8, .heads = 2}}};

template <class T>
struct Model {
    explicit Model(const nn::TransformerShape& shape)
        : net(shape), parameters(net.layout().size()) {
        nn::Rng rng(3);
        for (T& x : parameters) x = static_cast<T>(0.4 * rng.normal());
    }

    arma::Mat<T> logits(const std::vector<Token>& tokens, std::size_t sequences) {
        net.forward(parameters, tokens, sequences, pass);
        return pass.logits;
    }

    nn::Transformer<T> net;
    std::vector<T> parameters;
    nn::TransformerPass<T> pass;
};

const std::vector<Token> tokens{0, 6, 3, 3, 1, 5, 2, 6};

bool near(const arma::mat& one, const arma::mat& other) {
    return arma::approx_equal(one, other, "absdiff", 1e-12);
}

}  // namespace

TEST_CASE("what a transformer's tensors are called", "[transformer]") {
    const nn::Transformer<float> net(small);
    std::vector<std::string> names;
    for (const nn::TensorPlace& place : net.layout().tensors())
        names.push_back(place.name);
    CHECK(names.size() == 2 + 2 * 12 + 2);
    CHECK(names[net.token_vectors()] == "token_vectors");
    CHECK(names[net.position_vectors()] == "position_vectors");
    CHECK(names[2] == "block.0.norm_1.gain");
    CHECK(names[4] == "block.0.attention.W_QKV");
    CHECK(names[8] == "block.0.norm_2.gain");
    CHECK(names[10] == "block.0.feed_forward.W_1");
    CHECK(names.back() == "norm.bias");
    CHECK(net.blocks().size() == 2);
    CHECK(net.stages() == 4);
    CHECK(net.shape().vocabulary == 7);
}

TEST_CASE("the public small setting has some 800,000 parameters", "[transformer]") {
    CHECK(nn::Transformer<float>({}).layout().size() == 809'856);
}

TEST_CASE("no token sees one that comes after it", "[transformer]") {
    Model<double> model(small);
    std::vector<Token> changed = tokens;
    const arma::mat before = model.logits(tokens, 2);
    changed[3] = 4;  // the last of the first sequence
    const arma::mat after = model.logits(changed, 2);
    CHECK(near(before.head_cols(3), after.head_cols(3)));
    CHECK(near(before.tail_cols(4), after.tail_cols(4)));
    CHECK(!near(before.col(3), after.col(3)));
}

TEST_CASE("a sequence alone, a short one, and again", "[transformer]") {
    Model<double> model(small), fresh(small);
    const arma::mat both = model.logits(tokens, 2);
    const std::vector<Token> second(tokens.begin() + 4, tokens.end());
    CHECK(near(model.logits(second, 1), both.tail_cols(4)));
    CHECK(near(model.logits({second[0]}, 1), both.col(4)));
    CHECK(near(model.logits(tokens, 2), fresh.logits(tokens, 2)));
}

TEST_CASE("without places the order of what came before does not matter",
          "[transformer]") {
    for (const bool positions : {true, false}) {
        nn::TransformerShape shape = small;
        shape.layers = 1;  // a second block sees what the first one mixed
        shape.positions = positions;
        Model<double> model(shape);
        const arma::mat one = model.logits({1, 2, 3, 4}, 1),
                        other = model.logits({3, 1, 2, 4}, 1);
        CHECK(near(one.col(3), other.col(3)) == !positions);
    }
}

TEST_CASE("blocks that normalise nothing end in a stream that nothing normalises",
          "[transformer]") {
    for (const NormPlacement placement :
         {NormPlacement::before, NormPlacement::after, NormPlacement::nowhere}) {
        nn::TransformerShape shape = small;
        shape.block.norm = placement;
        Model<double> model(shape);
        const arma::mat before = model.logits(tokens, 2);
        for (double& x :
             model.net.layout().values(std::span<double>(model.parameters),
                                       model.net.layout().tensors().size() - 2))
            x *= 2;  // the last gain
        CHECK(near(before, model.logits(tokens, 2)) ==
              (placement != NormPlacement::before));
    }
}

TEST_CASE("backward adds to the gradient, and its stages touch tensors apart",
          "[transformer]") {
    Model<double> model(small);
    model.logits(tokens, 2);
    nn::token_loss<double>(model.pass.logits, tokens, 1.0);
    std::vector<double> gradient(model.parameters.size());
    std::vector<std::vector<double>> seen;  // before each stage
    const auto back = [&] {
        model.net.backward(model.parameters, tokens, model.pass, gradient,
                           [&](std::size_t stage) {
                               CHECK(stage == seen.size());
                               seen.push_back(gradient);
                           });
    };
    back();
    CHECK(seen.size() == model.net.stages());
    seen.push_back(gradient);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        int changes = 0;
        for (std::size_t stage = 1; stage < seen.size(); ++stage)
            changes += seen[stage][i] != seen[stage - 1][i];
        CHECK(changes <= 1);
    }
    const arma::vec once(gradient);
    seen.clear(), back();
    CHECK(near(arma::vec(gradient), 2 * once));
}

namespace {

/// The gradient of twelve sequences in float, cut into so many shards.
std::vector<float> sharded(std::size_t shards, unsigned threads) {
    const Model<float> model(small);
    std::vector<Token> in(72), out(72);
    nn::Rng rng(11);
    for (Token& token : in) token = static_cast<Token>(rng.integer(0, 7));
    for (Token& token : out) token = static_cast<Token>(rng.integer(0, 7));
    nn::OrderedGradient ordered(model.parameters.size(), shards, threads);
    std::vector<nn::TransformerPass<float>> passes(shards);
    const std::size_t part = in.size() / shards;
    for (int round = 0; round < 10; ++round)
        ordered.sum([&](std::size_t shard, std::span<float> gradient,
                        const nn::AddingTurn& turn) {
            const std::span<const Token> mine(in.data() + shard * part, part),
                right(out.data() + shard * part, part);
            nn::TransformerPass<float>& pass = passes[shard];
            model.net.forward(model.parameters, mine, 12 / shards, pass);
            const double loss =
                nn::token_loss<float>(pass.logits, right, 1 / 72.0F);
            model.net.backward(model.parameters, mine, pass, gradient, turn);
            return loss;
        });
    return {ordered.gradient().begin(), ordered.gradient().end()};
}

}  // namespace

TEST_CASE("the same bytes at any number of threads", "[transformer]") {
    nn::use_one_blas_thread();
    const std::vector<float> one = sharded(4, 1), whole = sharded(1, 1);
    for (const unsigned threads : {2U, 3U}) {
        const std::vector<float> other = sharded(4, threads);
        CHECK(std::memcmp(other.data(), one.data(), one.size() * sizeof(float)) ==
              0);
    }
    CHECK(arma::approx_equal(arma::fvec(one), arma::fvec(whole), "absdiff", 1e-5F));
}

TEST_CASE("the transformer refuses what does not fit", "[transformer]") {
    const auto with = [](auto change) {
        nn::TransformerShape shape = small;
        change(shape);
        return nn::Transformer<float>(shape);
    };
    CHECK_THROWS_WITH(with([](auto& s) { s.vocabulary = 0; }),
                      "Transformer: 0 tokens to know, a context of 6 and 2 layers; "
                      "give at least 1 of each");
    CHECK_THROWS_WITH(with([](auto& s) { s.context = 0; }),
                      oracle::mentions("a context of 0"));
    CHECK_THROWS_WITH(with([](auto& s) { s.layers = 0; }),
                      oracle::mentions("0 layers"));
    CHECK_THROWS_WITH(with([](auto& s) { s.block.attention.heads = 3; }),
                      oracle::mentions("the heads must divide"));
    CHECK_THROWS_WITH(with([](auto& s) { s.block.attention.width = 0; }),
                      "LayerNorm: a width of 0; give at least 1 number a token");
    Model<double> model(small);
    CHECK_THROWS_WITH(model.logits({}, 1),
                      "Transformer: 0 tokens in 1 sequences; each needs as many, "
                      "from 1 to 6");
    CHECK_THROWS_WITH(model.logits(tokens, 0), oracle::mentions("0 sequences"));
    CHECK_THROWS_WITH(model.logits(tokens, 3), oracle::mentions("8 tokens in 3"));
    CHECK_THROWS_WITH(model.logits(tokens, 1), oracle::mentions("from 1 to 6"));
    CHECK_THROWS_WITH(
        model.logits({0, 7}, 1),
        "Transformer: token 7 at place 1 of a vocabulary of 7; tokens "
        "count from 0");
    nn::Rng rng(1);
    std::vector<double> few(3);
    CHECK_THROWS_WITH(model.net.begin(few, rng),
                      oracle::mentions("the lengths must agree"));
}

TEST_CASE("the loss of tokens refuses what does not fit", "[transformer]") {
    arma::mat Z(3, 2, arma::fill::zeros);
    const auto loss = [&](std::vector<Token> right, double smoothing = 0) {
        return nn::token_loss<double>(Z, right, 1.0, smoothing);
    };
    CHECK_THROWS_WITH(
        loss({1}),
        "token_loss: 1 answers for 2 columns, and a smoothing of "
        "0.000000; give an answer a column, and a smoothing in [0, 1)");
    CHECK_THROWS_WITH(loss({1, 2}, 1.0), oracle::mentions("smoothing of 1.0"));
    CHECK_THROWS_WITH(loss({1, 2}, -0.1), oracle::mentions("smoothing of -0.1"));
    CHECK_THROWS_WITH(loss({1, 2}, std::nan("")), oracle::mentions("smoothing of"));
    CHECK_THROWS_WITH(loss({1, 3}),
                      "token_loss: class 3 of 3; classes count from 0");
}

TEST_CASE("scores of any size are paid without overflow", "[transformer]") {
    arma::fmat Z{{1e4F, -3e38F}, {0.0F, 0.0F}};
    const double loss = nn::token_loss<float>(Z, std::vector<Token>{1, 0}, 1.0F);
    CHECK(loss == Approx(1e4 + 3e38));
    CHECK(Z.is_finite());
    CHECK((Z(0, 0) == 1.0F && Z(1, 0) == -1.0F));
}
