/// What heads look at, what blocks add, one word in several contexts, and tokens
/// that come again.
#include <set>

#include "head_looks.hpp"
#include "look_models.hpp"
#include "repeated_tokens.hpp"
#include "stream_growth.hpp"
#include "support/catch.hpp"
#include "word_senses.hpp"

using nn::Look;
using nn::Transformer;

namespace {

double largest(const arma::fmat& difference) {
    return double(arma::abs(difference).max());
}

std::array<std::vector<std::string_view>, 2> contexts() {
    return {{{"abcab", "ccb", "acb"}, {"cbcbcb", "bab"}}};
}

/// A model for the letters of these contexts.
struct Letters {
    nn::CharacterCodec codec{nn::Alphabet("aaabbc")};
    Transformer<float> model;
    std::vector<float> numbers;

    Letters()
        : model([] {
              nn::TransformerShape shape = look_models::shape();
              shape.vocabulary = 3;
              return shape;
          }()),
          numbers(look_models::numbers(model)) {}

    nn::TrainedModel trained() const { return {model, numbers, codec}; }
};

}  // namespace

TEST_CASE("tokens that are to be looked at", "[looks]") {
    const std::vector<nn::Token> tokens{4, 7, 4, 4, 9};
    const auto seen = [&](Look look, std::size_t t) {
        std::set<std::size_t> keys;
        for (std::size_t k = 0; k <= t; ++k)
            if (nn::is_looked_at(look, tokens, k, t)) keys.insert(k);
        return keys;
    };
    using Keys = std::set<std::size_t>;
    CHECK(seen(Look::itself, 3) == Keys{3});
    CHECK(seen(Look::previous, 3) == Keys{2});
    CHECK(seen(Look::previous, 0).empty());
    CHECK(seen(Look::first, 3) == Keys{0});
    CHECK(seen(Look::same, 3) == Keys{0, 2});
    CHECK(seen(Look::same, 4).empty());
    CHECK(seen(Look::after_same, 3) == Keys{1, 3});
    CHECK(seen(Look::after_same, 0).empty());
    CHECK(seen(Look::after_same, 4).empty());
}

TEST_CASE("who looks at all alike", "[looks]") {
    // 0 1 0: query 1 sees 2 tokens, query 2 sees 3
    const arma::vec even = nn::even_looks(std::vector<nn::Token>{0, 1, 0}, 1);
    CHECK(even[0] == Approx((1 / 2.0 + 1 / 3.0) / 2));
    CHECK(even[1] == Approx((1 / 2.0 + 1 / 3.0) / 2));
    CHECK(even[2] == Approx((1 / 2.0 + 1 / 3.0) / 2));
    CHECK(even[3] == Approx(1 / 3.0));  // query 2 alone has an equal one before it
    CHECK(even[4] == Approx(1 / 3.0));
    CHECK(nn::even_looks(std::vector<nn::Token>{0, 1, 2}, 1)[3] == 0);
}

TEST_CASE("what the heads look at, in the mean over queries", "[looks]") {
    const Transformer<float> model(look_models::shape());
    std::vector<float> numbers = look_models::numbers(model);
    const std::vector<nn::Token> tokens = look_models::tokens(18);
    nn::TransformerPass<float> pass;
    model.forward(numbers, tokens, 2, pass);
    const arma::mat looks = nn::head_looks(model, numbers, tokens, 2);
    REQUIRE((looks.n_rows == 5 && looks.n_cols == 4));
    for (std::size_t head = 0; head < 4; ++head) {
        double previous = 0;
        for (const std::size_t s : {0, 1}) {
            const arma::fcube A = nn::head_weights(model, pass, s);
            REQUIRE((A.n_rows == 9 && A.n_cols == 9 && A.n_slices == 4));
            const arma::fmat weights = A.slice(head);
            CHECK(largest(arma::sum(weights, 0) - 1) < 1e-6);
            CHECK(largest(arma::fmat(arma::trimatl(weights, -1))) == 0);
            CHECK(arma::approx_equal(
                weights,
                model.blocks()[head / 2].attention().weights(
                    pass.blocks[head / 2].attention, s, head % 2),
                "absdiff", 0.0));
            for (std::size_t t = 1; t < 9; ++t)
                previous += double(weights(t - 1, t));
        }
        CHECK(looks(1, head) == Approx(previous / 16));
    }
    CHECK(arma::range(looks.row(1)) > 0.02);  // heads differ
    std::fill(numbers.begin(), numbers.end(), 0.0F);
    const arma::mat blind = nn::head_looks(model, numbers, tokens, 2);
    for (std::size_t head = 0; head < 4; ++head)
        CHECK(arma::approx_equal(blind.col(head), nn::even_looks(tokens, 2),
                                 "absdiff", 1e-6));
}

TEST_CASE("the stream is what it began with and all that was added", "[stream]") {
    for (const bool thinks : {true, false}) {
        nn::TransformerShape shape = look_models::shape();
        shape.block.norm = nn::NormPlacement::nowhere;
        shape.block.feed_forward = thinks;
        const Transformer<float> model(shape);
        const auto numbers = look_models::numbers(model);
        const auto tokens = look_models::tokens(20);
        const nn::StreamGrowth growth =
            nn::stream_growth(model, numbers, tokens, 2);
        REQUIRE((growth.streams.size() == 3 && growth.looked.size() == 2 &&
                 growth.thought.size() == 2));
        CHECK(largest(growth.streams[0] - model.embed(numbers, tokens, 10)) == 0);
        for (const std::size_t i : {0, 1}) {
            CHECK(largest(growth.streams[i] + growth.looked[i] + growth.thought[i] -
                          growth.streams[i + 1]) < 1e-4);
            CHECK((largest(growth.thought[i]) > 0.1) == thinks);
            CHECK(largest(growth.looked[i]) > 0.1);
        }
        nn::TransformerPass<float> pass;
        model.forward(numbers, tokens, 2, pass);
        CHECK(largest(pass.norm.Y - growth.streams[2]) == 0);
    }
}

TEST_CASE("a model without a stream is refused", "[stream]") {
    const auto refused = [](auto change, std::size_t tokens,
                            std::size_t sequences) {
        nn::TransformerShape shape = look_models::shape();
        change(shape);
        const Transformer<float> model(shape);
        nn::stream_growth(model, look_models::numbers(model),
                          look_models::tokens(tokens), sequences);
    };
    const auto none = [](auto&) {};
    CHECK_NOTHROW(refused(none, 20, 2));
    CHECK_THROWS_WITH(
        refused([](auto& shape) { shape.block.residual = false; }, 20, 2),
        "stream_growth: the parts of this model do not add to a stream; give one "
        "with residuals and without a norm behind them");
    CHECK_THROWS_AS(
        refused([](auto& s) { s.block.norm = nn::NormPlacement::after; }, 20, 2),
        std::invalid_argument);
    CHECK_THROWS_WITH(
        refused(none, 22, 2),
        "stream_growth: 22 tokens in 2 sequences; each needs as many, "
        "from 1 to 10");
    CHECK_THROWS_AS(refused(none, 21, 2), std::invalid_argument);
    CHECK_THROWS_AS(refused(none, 20, 0), std::invalid_argument);
    CHECK_THROWS_AS(refused(none, 0, 1), std::invalid_argument);
}

TEST_CASE("lengths of columns and angles between them", "[stream]") {
    const arma::fmat A{{3, 1, 0}, {4, 1, 0}}, B{{6, -1, 1}, {8, 1, 1}};
    const arma::rowvec lengths = nn::column_lengths(A);
    CHECK(lengths[0] == Approx(5));
    CHECK(lengths[1] == Approx(std::sqrt(2.0)));
    const arma::rowvec cosines = nn::column_cosines(A, B);
    CHECK(cosines[0] == Approx(1));
    CHECK(std::abs(cosines[1]) < 1e-12);
    CHECK(cosines[2] == 0);
    CHECK_THROWS_WITH(nn::column_cosines(A, B.head_cols(2)),
                      "column_cosines: 2 × 3 and 2 × 2; the shapes must agree");
}

TEST_CASE("a word has one vector before the blocks, and several behind them",
          "[senses]") {
    const Letters letters;
    const nn::WordSenses senses = nn::word_senses(letters.trained(), contexts());
    CHECK(senses.tokens == 3);
    CHECK(senses.first_sense == 3);
    REQUIRE(senses.streams.size() == 3);
    const nn::SenseCosines before = nn::sense_cosines(senses, 0);
    CHECK(before.within == Approx(1).epsilon(1e-7));
    CHECK(before.between == Approx(1).epsilon(1e-7));
    CHECK(nn::sense_cosines(senses, 2).between < 0.999);
    // the first context is read as "cab"
    const nn::StreamGrowth growth = nn::stream_growth(
        letters.model, letters.numbers, letters.codec.encode("cab"), 1);
    for (const std::size_t block : {0, 1, 2})
        CHECK(largest(senses.streams[block].col(0) - growth.streams[block].col(2)) <
              1e-5);
}

TEST_CASE("contexts that do not belong together are refused", "[senses]") {
    const Letters letters;
    const auto refused = [&](auto change) {
        auto all = contexts();
        change(all);
        nn::word_senses(letters.trained(), all);
    };
    CHECK_THROWS_WITH(
        refused([](auto& all) { all[1][1] = "bac"; }),
        "word_senses: contexts end with different tokens; let all end "
        "with one word");
    CHECK_THROWS_WITH(
        refused([](auto& all) { all[1].pop_back(); }),
        "word_senses: 3 and 1 contexts; give at least 2 of each sense");
    CHECK_THROWS_AS(refused([](auto& all) { all[0][0] = ""; }),
                    std::invalid_argument);
    CHECK_THROWS_AS(refused([](auto& all) { all[0][0] = "zb"; }),
                    std::invalid_argument);
}

TEST_CASE("cosines within a sense and between two", "[senses]") {
    // two vectors of the first sense, two of the second; the last is on the wrong
    // side
    const nn::WordSenses senses{.tokens = 1,
                                .streams = {arma::fmat{{1, 1, 0, 1}, {0, 0, 1, 0}}},
                                .first_sense = 2};
    const nn::SenseCosines cosines = nn::sense_cosines(senses, 0);
    CHECK(cosines.within == Approx((1 + 1 + 0 + 0) / 4.0));
    CHECK(cosines.between == Approx((0.5 + 0.5 + 0 + 1) / 4.0));
    CHECK(cosines.told == Approx((1 + 1 + 0.5 + 0) / 4.0));
    CHECK_THROWS(nn::sense_cosines(senses, 1));
}

TEST_CASE("random tokens come again in the same order", "[repeated]") {
    nn::Rng rng(3);
    const nn::RepeatedShape shape{
        .vocabulary = 12, .steps = 30, .shortest = 4, .longest = 9};
    const nn::CausalBatch batch = nn::repeated_tokens(shape, 300, rng);
    REQUIRE((batch.sequences == 300 && batch.symbols.size() == 9000 &&
             batch.right.size() == 9000));
    const std::vector<bool> came = nn::came_before(batch);
    std::set<std::size_t> periods;
    std::vector<int> firsts(12);
    for (std::size_t s = 0; s < 300; ++s) {
        const auto at = [&](std::size_t t) { return batch.symbols[30 * s + t]; };
        std::size_t period = 1;
        while (at(period) != at(0)) ++period;
        periods.insert(period);
        ++firsts[at(0)];
        std::set<nn::Token> different;
        for (std::size_t t = 0; t < 30; ++t) {
            CHECK(at(t) == at(t % period));
            if (t < period) CHECK(different.insert(at(t)).second);
            CHECK(batch.right[30 * s + t] == at((t + 1) % period));
            CHECK(came[30 * s + t] == (t >= period));
        }
    }
    CHECK(periods == std::set<std::size_t>{4, 5, 6, 7, 8, 9});
    for (const int count : firsts) CHECK((count > 5 && count < 55));
}

TEST_CASE("repetitions that cannot be are refused", "[repeated]") {
    nn::Rng rng(3);
    const auto refused = [&](std::size_t shortest, std::size_t longest) {
        nn::repeated_tokens(
            {.vocabulary = 12, .shortest = shortest, .longest = longest}, 1, rng);
    };
    CHECK_NOTHROW(refused(2, 12));
    CHECK_THROWS_AS(refused(1, 12), std::invalid_argument);
    CHECK_THROWS_AS(refused(9, 8), std::invalid_argument);
    CHECK_THROWS_WITH(
        refused(2, 13),
        "repeated_tokens: 2 to 13 of 12 tokens; from 2 on, and no more "
        "than there are");
}
