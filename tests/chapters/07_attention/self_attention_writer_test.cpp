/// A network of attention alone: its loss and slopes, what it writes, and what it
/// cannot see.
#include <cmath>

#include "copy_task.hpp"
#include "self_attention_writer.hpp"
#include "sequence_training.hpp"
#include "simple_encoder_decoder.hpp"
#include "support/catch.hpp"

using nn::SelfAttentionShape;
using nn::SelfAttentionWriter;
using nn::SequencePairs;
using nn::Token;

namespace {

SelfAttentionWriter writer(bool places, std::uint32_t seed = 2) {
    nn::Rng rng(seed);
    return SelfAttentionWriter(
        {.symbols = 4, .length = 5, .width = 6, .heads = 2, .places = places}, rng);
}

/// The model's matrices in double, in the order of its layout.
struct Matrices {
    Matrices(const SelfAttentionWriter& model, const std::vector<double>& values) {
        for (std::size_t i = 0; i < model.layout().tensors().size(); ++i)
            all.push_back(
                model.layout().matrix(std::span<const double>(values), i));
    }
    /// Counted from the end: W_QKV, b_QKV, W_O, b_O, W, b.
    const arma::mat& last(std::size_t number) const {
        return all[all.size() - 6 + number];
    }
    std::vector<arma::mat> all;
};

/// Scores of one sequence, symbols × T, by loops over two heads of three numbers.
arma::mat simple_scores(const Matrices& m, const std::vector<Token>& tokens) {
    const std::size_t T = tokens.size();
    arma::mat X(6, T), mixed(6, T, arma::fill::zeros);
    for (std::size_t t = 0; t < T; ++t) {
        X.col(t) = m.all[0].col(tokens[t]);
        if (m.all.size() > 7) X.col(t) += m.all[1].col(t);
    }
    arma::mat QKV = m.last(0) * X;
    QKV.each_col() += m.last(1).col(0);
    for (std::size_t h = 0; h < 2; ++h)
        for (std::size_t q = 0; q < T; ++q) {
            double sum = 0.0;
            arma::vec mixture(3, arma::fill::zeros);
            for (std::size_t k = 0; k < T; ++k) {
                double score = 0.0;
                for (std::size_t i = 3 * h; i < 3 * h + 3; ++i)
                    score += QKV(i, q) * QKV(6 + i, k);
                const double weight = std::exp(score / std::sqrt(3.0));
                sum += weight;
                mixture += weight * QKV.col(k).rows(12 + 3 * h, 14 + 3 * h);
            }
            mixed.col(q).rows(3 * h, 3 * h + 2) = mixture / sum;
        }
    arma::mat Y = m.last(2) * mixed;
    Y.each_col() += m.last(3).col(0);
    arma::mat Z = m.last(4) * Y;
    Z.each_col() += m.last(5).col(0);
    return Z;
}

double simple_loss(const Matrices& m, const SequencePairs& pairs) {
    double sum = 0.0;
    for (std::size_t s = 0; s < pairs.sequences; ++s) {
        const arma::mat Z = simple_scores(
            m, simple::EncoderDecoder::nth(pairs.source, s, pairs.sequences));
        for (std::size_t t = 0; t < Z.n_cols; ++t)
            sum += std::log(arma::accu(arma::exp(Z.col(t)))) -
                   Z(pairs.target[t * pairs.sequences + s], t);
    }
    return sum;
}

std::vector<double> values_of(const SelfAttentionWriter& model) {
    return {model.parameters().begin(), model.parameters().end()};
}

}  // namespace

TEST_CASE("attention alone: loss and slopes are those of the loops", "[writer]") {
    nn::Rng rng(3);
    const SequencePairs pairs = nn::reversal_pairs(4, 5, 3, rng);
    for (const bool places : {true, false}) {
        const SelfAttentionWriter model = writer(places);
        const auto loss_at = [&](const std::vector<double>& values) {
            return simple_loss({model, values}, pairs);
        };
        std::vector<float> gradient(model.layout().size(), 0.5F);
        nn::SelfAttentionPass pass;
        const double loss = model.learn(pairs, 0.25F, pass, gradient);
        CHECK(loss == Approx(loss_at(values_of(model))).epsilon(1e-5));
        double worst = 0.0;
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            const double slope = simple::slope(loss_at, values_of(model), i);
            worst =
                std::max(worst, std::abs(0.5 + 0.25 * slope - double(gradient[i])));
        }
        CHECK(worst < 5e-6);
    }
}

TEST_CASE("attention alone: what it writes, its scores and its weights",
          "[writer]") {
    nn::Rng rng(4);
    const SequencePairs pairs = nn::copy_pairs(4, 5, 3, rng);
    const SelfAttentionWriter model = writer(true);
    nn::SelfAttentionPass pass;
    const std::vector<Token> written = model.write(pairs.source, 3, pass);
    const arma::fmat Z = model.scores(pass);
    for (std::size_t s = 0; s < 3; ++s) {
        const arma::mat right =
            simple_scores({model, values_of(model)},
                          simple::EncoderDecoder::nth(pairs.source, s, 3));
        for (std::size_t t = 0; t < 5; ++t) {
            CHECK(written[3 * t + s] == right.col(t).index_max());
            const arma::vec got = arma::conv_to<arma::vec>::from(Z.col(5 * s + t));
            CHECK(arma::abs(got - right.col(t)).max() < 1e-5);
        }
        const arma::fmat weights = model.weights(pass, s, 1);
        CHECK((weights.n_rows == 5 && weights.n_cols == 5));
        CHECK(arma::abs(arma::sum(weights, 0) - 1).max() < 1e-6F);
    }
}

TEST_CASE("attention alone: without places equal tokens are one", "[writer]") {
    const std::vector<Token> source{1, 2, 1, 3, 1};
    nn::SelfAttentionPass pass;
    const SelfAttentionWriter blind = writer(false), seeing = writer(true);
    blind.write(source, 1, pass);
    arma::fmat Z = blind.scores(pass);
    CHECK(arma::abs(Z.col(0) - Z.col(2)).max() < 1e-6F);
    CHECK(arma::abs(Z.col(0) - Z.col(4)).max() < 1e-6F);
    CHECK(arma::abs(Z.col(0) - Z.col(1)).max() > 1e-3F);
    seeing.write(source, 1, pass);
    Z = seeing.scores(pass);
    CHECK(arma::abs(Z.col(0) - Z.col(2)).max() > 1e-3F);
}

TEST_CASE("attention alone: how it begins", "[writer]") {
    nn::Rng rng(5);
    const SelfAttentionWriter model({.symbols = 9, .length = 7, .width = 16}, rng);
    for (std::size_t i = 0; i < model.layout().tensors().size(); ++i) {
        const arma::fmat matrix = model.layout().matrix(model.parameters(), i);
        const float largest = arma::abs(matrix).max();
        if (i < 2)
            CHECK((largest <= 1 && largest > 0.9F));
        else if (matrix.n_cols > 1)
            CHECK((largest <= 0.25F && largest > 0.2F));
        else
            CHECK(largest == 0);
    }
}

TEST_CASE("attention alone: training, same bytes", "[writer]") {
    const auto trained = [](unsigned threads) {
        SelfAttentionWriter model = writer(true);
        nn::Rng rng(6);
        train_sequences(
            model, {.updates = 8, .shards = 3, .threads = threads},
            [&] { return nn::reversal_pairs(4, 5, 4, rng); }, [] {});
        return values_of(model);
    };
    const std::vector<double> one = trained(1);
    CHECK(trained(2) == one);
    CHECK(trained(3) == one);
}

TEST_CASE("attention alone: refusals", "[writer]") {
    nn::Rng rng(1);
    CHECK_THROWS_WITH(SelfAttentionWriter({.symbols = 0}, rng),
                      "SelfAttentionWriter: no symbols; give at least 1");
    CHECK_THROWS_AS(
        SelfAttentionWriter({.symbols = 3, .width = 6, .heads = 4}, rng),
        std::invalid_argument);
    CHECK_THROWS_AS(SelfAttentionWriter({.symbols = 3, .length = 0}, rng),
                    std::invalid_argument);
    const SelfAttentionWriter model = writer(true);
    nn::SelfAttentionPass pass;
    const auto read = [&](std::vector<Token> tokens, std::size_t sequences) {
        return model.write(tokens, sequences, pass);
    };
    using oracle::mentions;
    CHECK_THROWS_WITH(read({0, 4}, 1),
                      "SelfAttentionWriter: symbol 4 of 4; symbols count from 0");
    CHECK_THROWS_WITH(read({0, 1, 2, 3, 0, 1}, 1),
                      mentions("a sequence of 6 tokens and 5 learned positions"));
    CHECK_THROWS_WITH(read({0, 1, 2}, 2), mentions("3 symbols of 2 sequences"));
    CHECK_THROWS_WITH(read({0}, 0), mentions("1 symbols of 0 sequences"));
    CHECK_THROWS_AS(read({}, 1), std::invalid_argument);
    std::vector<float> gradient(model.layout().size());
    CHECK_THROWS_AS(model.learn({.sequences = 1, .source = {0, 1}, .target = {1}},
                                1, pass, gradient),
                    std::invalid_argument);
}
