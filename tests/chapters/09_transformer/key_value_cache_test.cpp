/// With a cache and without: the same scores but for rounding.
#include "key_value_cache.hpp"

#include <limits>

#include "small_transformer.hpp"
#include "support/catch.hpp"

using nn::Token;
using small_transformer::shape;

namespace {

/// How far they are apart, in ulp of the largest of the right ones.
template <class T>
double ulps(const arma::Col<T>& got, const arma::Col<T>& right) {
    REQUIRE(arma::size(got) == arma::size(right));
    const T largest = arma::abs(right).max();
    const T spacing =
        std::nextafter(largest, std::numeric_limits<T>::infinity()) - largest;
    return double(arma::abs(got - right).max() / spacing);
}

/// Token by token, beside all of them at once.
template <class T>
double worst_of_text(const nn::TransformerShape& asked) {
    const nn::Transformer<T> model(asked);
    const std::vector<T> parameters = small_transformer::parameters(model, 951);
    const auto tokens =
        small_transformer::text(asked.context, asked.vocabulary, 952);
    nn::TransformerPass<T> pass;
    model.forward(parameters, tokens, 1, pass);
    nn::KeyValueCache<T> cache(model, parameters);
    double worst = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        CHECK(cache.size() == i);
        CHECK_FALSE(cache.is_full());
        cache.add(tokens[i]);
        worst = std::max(worst,
                         ulps<T>(cache.scores(), arma::Col<T>(pass.logits.col(i))));
    }
    CHECK(cache.is_full());
    return worst;
}

/// Every kind of block that the book has.
std::vector<nn::TransformerShape> all_shapes() {
    std::vector<nn::TransformerShape> all;
    for (const nn::NormPlacement norm :
         {nn::NormPlacement::before, nn::NormPlacement::after,
          nn::NormPlacement::nowhere})
        for (const bool there : {true, false}) {
            nn::TransformerShape one = shape;
            one.block.norm = norm;
            one.block.residual = there;
            all.push_back(one);
            one.block.feed_forward = false;
            one.positions = there;
            all.push_back(one);
        }
    return all;
}

}  // namespace

TEST_CASE("token by token as all at once", "[key-value-cache]") {
    for (const nn::TransformerShape& one : all_shapes()) {
        INFO("norm " << int(one.block.norm) << ", residual " << one.block.residual
                     << ", feed-forward " << one.block.feed_forward);
        CHECK(worst_of_text<double>(one) <= 256);
        CHECK(worst_of_text<float>(one) <= 256);
    }
}

TEST_CASE("a beginning, and then token by token", "[key-value-cache]") {
    const nn::Transformer<double> model(shape);
    const auto parameters = small_transformer::parameters(model, 953);
    const auto tokens = small_transformer::text(12, 11, 954);
    nn::TransformerPass<double> pass;
    model.forward(parameters, tokens, 1, pass);
    nn::KeyValueCache<double> cache(model, parameters);
    CHECK(cache.scores().empty());
    for (const std::size_t first : {5, 1, 12, 3}) {  // each forgets the one before
        cache.begin(std::span(tokens).first(first));
        for (std::size_t i = first; i < tokens.size(); ++i) {
            CHECK(ulps<double>(cache.scores(), pass.logits.col(i - 1)) <= 256);
            cache.add(tokens[i]);
        }
        CHECK(ulps<double>(cache.scores(), pass.logits.tail_cols(1)) <= 256);
    }
}

TEST_CASE("what a model still sees", "[first-seen]") {
    for (const std::size_t context : {1, 2, 3, 7, 12}) {
        const std::size_t half = std::max<std::size_t>(1, context / 2);
        for (std::size_t tokens = 0; tokens < 60; ++tokens) {
            const std::size_t first = nn::first_seen(tokens, context);
            CHECK(first % half == 0);
            CHECK(tokens - first <= context);                          // it fits
            CHECK((first == 0 || tokens - (first - half) > context));  // no later
        }
    }
}

TEST_CASE("a text beyond the context", "[growing-text]") {
    const nn::Transformer<double> model(shape);
    const auto parameters = small_transformer::parameters(model, 955);
    const auto tokens = small_transformer::text(60, 11, 956);
    nn::GrowingText<double> text(model, parameters);
    nn::Rng rng(957);
    for (std::size_t size = 0; size < tokens.size();) {
        const std::size_t more =
            std::min<std::size_t>(tokens.size() - size, 1 + rng.interval(3));
        text.append(std::span(tokens).subspan(size, more));
        size += more;
        const auto read = std::span<const Token>(tokens).first(size);
        CHECK(ulps<double>(text.scores(), nn::scores_anew<double>(model, parameters,
                                                                  read)) <= 256);
        CHECK(text.tokens() == std::vector<Token>(read.begin(), read.end()));
    }
    nn::GrowingText<double> at_once(model, parameters);
    at_once.append(tokens);
    CHECK(ulps<double>(at_once.scores(), text.scores()) <= 256);
}

TEST_CASE("scores that were asked for already", "[growing-text]") {
    const nn::Transformer<float> model(shape);
    const auto parameters = small_transformer::parameters(model, 958);
    nn::GrowingText<float> text(model, parameters);
    text.append(small_transformer::text(3, 11, 959));
    const arma::fcolvec once = text.scores();
    CHECK(arma::approx_equal(once, text.scores(), "absdiff", 0.0F));
}

TEST_CASE("a cache that holds no more", "[key-value-cache]") {
    const nn::Transformer<float> model(shape);
    const auto parameters = small_transformer::parameters(model, 960);
    nn::KeyValueCache<float> cache(model, parameters);
    cache.begin(small_transformer::text(12, 11, 961));
    CHECK_THROWS_WITH(cache.add(0),
                      "KeyValueCache: it holds 12 tokens, the model's context; "
                      "begin anew with the last ones");
    CHECK_THROWS_WITH(cache.begin(small_transformer::text(13, 11, 962)),
                      "KeyValueCache: 13 tokens to begin with; give 1 to 12");
    CHECK_THROWS_WITH(cache.begin({}), oracle::mentions("0 tokens to begin with"));
    cache.begin(small_transformer::text(2, 11, 963));
    CHECK_THROWS_WITH(cache.begin(std::vector<Token>{1, 11}),
                      oracle::mentions("token 11 at place 1"));
    CHECK_THROWS_WITH(cache.add(11), oracle::mentions("token 11 at place 0"));
    CHECK(cache.size() == 2);  // as if it had not been asked
    nn::GrowingText<float> text(model, parameters);
    CHECK_THROWS_WITH(text.scores(), oracle::mentions("0 tokens to begin with"));
}

TEST_CASE("models whose keys depend on more", "[key-value-cache]") {
    nn::TransformerShape all_seeing = shape, turning = shape, sloping = shape;
    all_seeing.block.attention.causal = false;
    turning.block.attention.positions = nn::RelativePositions::rotary;
    sloping.block.attention.positions = nn::RelativePositions::linear_bias;
    for (const nn::TransformerShape& bad : {all_seeing, turning, sloping}) {
        const nn::Transformer<float> model(bad);
        const auto parameters = small_transformer::parameters(model, 964);
        CHECK_THROWS_WITH(nn::KeyValueCache<float>(model, parameters),
                          "KeyValueCache: a model that sees what comes, or knows "
                          "distances; give a causal one with learned places");
    }
}
