/// The walk of one prompt, beside the same numbers found in another way.
#include "key_value_cache.hpp"
#include "nn/ngram.hpp"
#include "nn/softmax.hpp"
#include "prompt_walk.hpp"
#include "section_output.hpp"
#include "sections.hpp"
#include "support/catch.hpp"
#include "trained_letters.hpp"

using nn::Token;

namespace {

const std::string genesis =
    "In the beginning God created the heaven and the earth. And the earth was\n";

/// The section's results, for a model of these letters.
Kept walked(const Trained& all, std::uint32_t seed = 42) {
    return Kept([&](nn::Report& report) {
        nn::Options options;
        options.seed = seed;
        nn::show_walk(options, all.trained(),
                      {all.codec.size(), all.tokens, all.tokens}, report);
    });
}

/// The scores after a text, token by token.
std::vector<double> cached_scores(const Trained& all, std::span<const Token> text) {
    nn::KeyValueCache<float> cache(all.model, all.numbers);
    for (const Token token : text) cache.add(token);
    return {cache.scores().begin(), cache.scores().end()};
}

double largest_probability(std::vector<double> scores) {
    nn::softmax<double>(scores, scores);
    return *std::max_element(scores.begin(), scores.end());
}

}  // namespace

TEST_CASE("the walk prints a section a station, in narrow lines", "[walk]") {
    const Kept kept = walked(Trained(genesis));
    const std::string output = kept.file("output.txt");
    for (const char* id :
         {"seed", "column", "head", "unit", "stream", "scores", "draw"})
        CHECK_THAT(output, oracle::mentions(std::string("[walk-") + id + "] "));
    CHECK_THAT(output, oracle::mentions("\n  In the beginning\n"));
    CHECK(kept.longest() <= 70);
}

TEST_CASE("the seed's numbers are NumPy's, and the first weight comes of them",
          "[walk]") {
    const Kept kept = walked(Trained(genesis));
    CHECK(kept.value("walk-uniform") == 0.374540);
    CHECK(kept.value("walk-normal") == 0.496714);
    CHECK(kept.value("walk-spread") ==
          Approx(0.02 * std::sqrt(768.0 / 16)).margin(1e-6));
    CHECK(kept.value("walk-weight-begun") ==
          Approx(kept.value("walk-spread") * 0.496714).margin(1e-6));
    CHECK(kept.value("walk-drawn-u") == kept.value("walk-uniform"));
}

TEST_CASE("scores, probabilities and price are those of a cache", "[walk]") {
    const Trained all(genesis);
    const Kept kept = walked(all);
    const std::vector<Token> prompt = all.codec.encode("In the beginning");
    const std::vector<double> scores = cached_scores(all, prompt);
    CHECK(kept.value("walk-next-1") ==
          Approx(largest_probability(scores)).margin(1e-4));
    CHECK(kept.value("walk-next-1-score") ==
          Approx(*std::max_element(scores.begin(), scores.end())).margin(0.01));
    const Token space = all.codec.encode(" ")[0];
    const double price = nn::cross_entropy<double>(scores, space);
    CHECK(kept.value("walk-price") == Approx(price).margin(1e-3));
    CHECK(kept.value("walk-stream-2-p") == Approx(std::exp(-price)).margin(1e-4));
    CHECK(kept.value("walk-price-nothing") ==
          Approx(std::log(double(all.codec.size()))).margin(1e-3));
}

TEST_CASE("what counting says is the share of the pairs", "[walk]") {
    const Trained all(genesis);
    const Kept kept = walked(all);
    const auto prompt = all.codec.encode("In the beginning");
    const std::vector<double> scores = cached_scores(all, prompt);
    const auto likeliest =
        Token(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const nn::NGram pairs(all.tokens, all.codec.size(), 2);
    const double after = pairs.probabilities(prompt, likeliest).back();
    CHECK(kept.value("walk-next-1-after") == Approx(after).margin(1e-4));
}

TEST_CASE("the uniform number lies on the token that is drawn", "[walk]") {
    const Trained all(genesis);
    for (const std::uint32_t seed : {1u, 2u, 3u, 42u}) {
        const Kept kept = walked(all, seed);
        CHECK(kept.value("walk-drawn-from") <= kept.value("walk-drawn-u"));
        CHECK(kept.value("walk-drawn-u") <= kept.value("walk-drawn-to"));
    }
}

TEST_CASE("weights sum to 1, and no head looks further back", "[walk]") {
    const Trained all(genesis);
    const auto walk = nn::walk_prompt(
        all.trained(), nn::usual_prompt(all.trained(), all.tokens), 42);
    const nn::LookBack look = nn::look_back(all.trained(), walk);
    CHECK(arma::accu(look.weights) == Approx(1).margin(1e-5));
    for (std::size_t h = 0; h < 2; ++h) {
        const arma::fmat A = all.model.blocks()[0].attention().weights(
            walk.pass.blocks[0].attention, 0, h);
        CHECK(A(walk.last(), walk.last()) >= look.weights.back());
    }
}

TEST_CASE("the open unit's sum is that of the layer", "[walk]") {
    const Trained all(genesis);
    const auto walk = nn::walk_prompt(
        all.trained(), nn::usual_prompt(all.trained(), all.tokens), 42);
    const nn::OpenUnit open = nn::most_open_unit(all.trained(), walk);
    const arma::fmat& sums = walk.pass.blocks[0].feed_forward.sums;
    const arma::fvec z = sums.col(walk.last());
    CHECK(open.z == Approx(double(z.max())).margin(1e-5));
    CHECK(z[open.unit] == z.max());
    CHECK(open.weighed + open.bias == Approx(open.z).margin(1e-12));
    CHECK(open.open == arma::uvec(arma::find(z > 0)).n_elem);
}

TEST_CASE("before its training the model says what its beginning says", "[walk]") {
    Trained all(genesis);
    nn::Rng rng(7);
    all.model.begin(all.numbers, rng);
    const auto walk = nn::walk_prompt(
        all.trained(), nn::usual_prompt(all.trained(), all.tokens), 7);
    CHECK(walk.begun == all.numbers);
    const auto begun = nn::scores_begun(all.trained(), walk);
    const auto now = nn::scores_behind(all.trained(), walk, 2);
    REQUIRE(begun.size() == now.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        CHECK(begun[i] == Approx(now[i]).margin(1e-4));
}

TEST_CASE("where the letters are missing, the walk takes the text's own beginning",
          "[walk]") {
    const Trained all("xyz\n");
    const nn::Prompt prompt = nn::usual_prompt(all.trained(), all.tokens);
    CHECK(prompt.tokens ==
          std::vector<Token>(all.tokens.begin(), all.tokens.begin() + 16));
    CHECK(prompt.next == all.tokens[16]);
    const Kept kept = walked(all);
    CHECK_THAT(kept.file("output.txt"), oracle::mentions("\n  xyz/xyz/xyz/xyz/\n"));
    CHECK(kept.longest() <= 70);
    const std::span<const Token> text(all.tokens);
    CHECK(nn::usual_prompt(all.trained(), text.first(2)).tokens.size() == 1);
    CHECK_THROWS_WITH(nn::usual_prompt(all.trained(), text.first(1)),
                      oracle::mentions("fewer than 2 tokens"));
}
