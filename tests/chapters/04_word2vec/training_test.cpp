/// The trainer that is meant to be read: steps by hand, texts whose answer is
/// known, and what is refused.
#include <cmath>
#include <limits>

#include "letters.hpp"
#include "nn/learning_rate.hpp"
#include "nn/lines.hpp"
#include "nn/word_vectors.hpp"
#include "support/catch.hpp"

using nn::line_end;
using nn::Token;

namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

/// Words 0 and 1 keep the same company, 2 and 3 another.
std::vector<Token> two_companies(int lines) {
    std::vector<Token> text;
    for (int i = 0; i < lines; ++i)
        for (const Token word : {i % 2 == 0 ? 0u : 1u, 4u + (i / 2 % 2), line_end,
                                 i % 2 == 0 ? 2u : 3u, 6u + (i / 2 % 2), line_end})
            text.push_back(word);
    return text;
}

double cosine_of(const arma::fmat& X, Token a, Token b) {
    return nn::cosine(std::span<const float>(X.colptr(a), X.n_rows),
                      std::span<const float>(X.colptr(b), X.n_rows));
}

bool same(const nn::WordEmbedding& a, const nn::WordEmbedding& b) {
    return arma::approx_equal(a.centre, b.centre, "absdiff", 0.0F) &&
           arma::approx_equal(a.neighbour, b.neighbour, "absdiff", 0.0F);
}

}  // namespace

TEST_CASE("a step by hand", "[simple]") {
    // z = 0, p = 1/2: half of the rate, towards yes or from no
    const std::vector<float> given{1.0F, 2.0F};
    std::vector<float> guessed{2.0F, -1.0F}, change{10.0F, 0.0F};
    nn::step_on_pair(given, guessed, 1.0F, 0.5F, change);
    CHECK(guessed == std::vector<float>{2.25F, -0.5F});
    CHECK(change == std::vector<float>{10.5F, -0.25F});  // by the old `guessed`
    guessed = {2.0F, -1.0F}, change = {0.0F, 0.0F};
    nn::step_on_pair(given, guessed, 0.0F, 0.5F, change);
    CHECK(guessed == std::vector<float>{1.75F, -1.5F});
    CHECK(change == std::vector<float>{-0.5F, 0.25F});
    std::vector<float> longer(3);
    CHECK_THROWS_WITH(nn::step_on_pair(given, longer, 1.0F, 0.5F, change),
                      oracle::mentions("2 and 3 numbers"));
}

TEST_CASE("the learning rate falls along a line and stops", "[simple]") {
    CHECK(nn::linear_decay(0.5, 0.0, 10.0) == 0.5);
    CHECK(nn::linear_decay(0.5, 5.0, 10.0) == 0.25);
    CHECK(nn::linear_decay(0.5, 10.0, 10.0) == 0.5 * 1e-4);
    CHECK(nn::linear_decay(0.5, 11.0, 10.0) == 0.5 * 1e-4);
}

TEST_CASE("words of the same company come together", "[simple]") {
    const std::vector<Token> text = two_companies(1500);
    const nn::Word2VecOptions options{
        .dimension = 8, .negative_samples = 3, .learning_rate = 0.1, .sample = 0.0};
    const auto skip_gram = trained(text, 8, options, nn::Architecture::skip_gram);
    CHECK(cosine_of(skip_gram.centre, 0, 1) > 0.9);
    CHECK(cosine_of(skip_gram.centre, 2, 3) > 0.9);
    CHECK(cosine_of(skip_gram.centre, 0, 2) < 0.3);
    const auto cbow = trained(text, 8, options, nn::Architecture::cbow);
    CHECK(cosine_of(cbow.neighbour, 0, 1) > 0.9);
    CHECK(cosine_of(cbow.neighbour, 2, 3) > 0.9);
    CHECK(cosine_of(cbow.neighbour, 0, 2) < 0.3);
}

TEST_CASE("where training starts", "[simple]") {
    // one word a line: there is no pair, and nothing moves
    const std::vector<Token> text{0, line_end, 1, line_end, 0};
    for (const auto architecture :
         {nn::Architecture::skip_gram, nn::Architecture::cbow}) {
        const auto start = trained(text, 2, {.dimension = 4}, architecture);
        const bool first = architecture == nn::Architecture::skip_gram;
        const arma::fmat& random = first ? start.centre : start.neighbour;
        CHECK(arma::abs(random).max() <= 0.125F);
        CHECK(arma::abs(random).min() > 0.0F);
        CHECK(arma::abs(first ? start.neighbour : start.centre).max() == 0.0F);
    }
}

TEST_CASE("no pair reaches over the end of a line", "[simple]") {
    // word 0 meets 1, word 2 meets 3: without noise only those attract each other
    std::vector<Token> text;
    for (int i = 0; i < 200; ++i)
        text.insert(text.end(), {0, 1, line_end, 2, 3, line_end});
    const nn::Word2VecOptions options{
        .dimension = 4, .negative_samples = 0, .learning_rate = 0.1, .sample = 0.0};
    const auto both = trained(text, 4, options, nn::Architecture::skip_gram);
    for (Token& token : text)
        if (token == 2) token = 3;
    text.push_back(2);  // alone on its line
    const auto changed = trained(text, 4, options, nn::Architecture::skip_gram);
    CHECK(arma::approx_equal(both.neighbour.col(1), changed.neighbour.col(1),
                             "absdiff", 0.05F));
    CHECK(arma::norm(changed.neighbour.col(2)) == 0.0F);
    CHECK(arma::norm(both.neighbour.col(2)) > 0.5F);
}

TEST_CASE("same seed, same bytes, other seed, others", "[simple]") {
    const std::vector<Token> text = two_companies(100);
    nn::Word2VecOptions options{.dimension = 6};
    const auto one = trained(text, 8, options, nn::Architecture::skip_gram);
    options.threads = 3;  // it takes one all the same
    CHECK(same(one, trained(text, 8, options, nn::Architecture::skip_gram)));
    options.seed = 43;
    CHECK_FALSE(same(one, trained(text, 8, options, nn::Architecture::skip_gram)));
    // in lines of two words a window of 1 sees all; it draws nothing
    options.seed = 42, options.shrink_window = false;
    const auto whole = trained(text, 8, options, nn::Architecture::skip_gram);
    CHECK_FALSE(same(one, whole));
    options.shrink_window = true, options.context_window = 1;
    CHECK(same(whole, trained(text, 8, options, nn::Architecture::skip_gram)));
}

TEST_CASE("a word is not its own noise", "[simple]") {
    // one word: each draw brings it back, and is left out
    std::vector<Token> text;
    for (int i = 0; i < 400; ++i) text.insert(text.end(), {0, 0, line_end});
    const auto model =
        trained(text, 1, {.dimension = 2, .learning_rate = 0.5, .sample = 0.0},
                nn::Architecture::skip_gram);
    CHECK(arma::dot(model.centre.col(0), model.neighbour.col(0)) > 2.0F);
}

TEST_CASE("subsampling leaves words out", "[simple]") {
    const std::vector<Token> text = two_companies(50);
    const auto model = trained(text, 8, {.dimension = 2, .sample = 1e-12},
                               nn::Architecture::skip_gram);
    CHECK(arma::abs(model.neighbour).max() == 0.0F);  // no two are left in a line
}

TEST_CASE("a window larger than a line, and a line without an end", "[simple]") {
    const std::vector<Token> text{0, 1, 2, line_end, 1, 0};
    for (const auto architecture :
         {nn::Architecture::skip_gram, nn::Architecture::cbow})
        CHECK(
            trained(text, 3, {.dimension = 2, .context_window = 1000}, architecture)
                .centre.is_finite());
    CHECK(trained({}, 1, {.dimension = 2}, nn::Architecture::cbow).centre.n_cols ==
          1);
}

TEST_CASE("options out of range are refused", "[simple]") {
    const auto refuse = [](const nn::Word2VecOptions& options) {
        trained({0, 1}, 2, options, nn::Architecture::skip_gram);
    };
    const char* zeros = "each must be at least 1";
    CHECK_THROWS_WITH(refuse({.dimension = 0}), oracle::mentions(zeros));
    CHECK_THROWS_WITH(refuse({.context_window = 0}), oracle::mentions(zeros));
    CHECK_THROWS_WITH(
        refuse({.epochs = 0}),
        "PairTrainer: 100 dimensions, a window of 5 words and 0 epochs; "
        "each must be at least 1");
    for (const double bad : {0.0, -1.0, quiet_nan, HUGE_VAL})
        CHECK_THROWS_WITH(refuse({.learning_rate = bad}),
                          "PairTrainer: the learning rate is " +
                              std::to_string(bad) +
                              "; it must be above 0 and finite");
    CHECK_THROWS(refuse({.sample = -1.0}));
    CHECK_THROWS(refuse({.noise_power = quiet_nan}));
}

TEST_CASE("lines are handed out whole", "[simple]") {
    std::vector<Token> long_line(200'000, 7);
    long_line.push_back(line_end);
    long_line.insert(long_line.end(), {1, line_end, line_end, 2});
    nn::TokenArray tokens(long_line);
    std::vector<std::size_t> lengths;
    for (int again = 0; again < 2; ++again)
        nn::for_each_token_line(tokens, [&](std::span<const Token> line) {
            lengths.push_back(line.size());
        });
    CHECK(lengths == std::vector<std::size_t>{200'000, 1, 0, 1, 200'000, 1, 0, 1});
}
