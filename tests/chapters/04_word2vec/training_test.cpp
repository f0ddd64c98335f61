/// The trainers that are meant to be read: steps by hand, texts whose answer is
/// known, and what is refused.
#include <cmath>
#include <limits>

#include "nn/learning_rate.hpp"
#include "nn/lines.hpp"
#include "nn/softmax.hpp"
#include "nn/word_vectors.hpp"
#include "simple_word2vec.hpp"
#include "softmax_skip_gram.hpp"
#include "support/catch.hpp"

using nn::line_end;
using nn::Token;

namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

/// A vocabulary of words that are all as common as the text is long.
nn::Vocabulary vocabulary_of(const std::vector<Token>& text, std::size_t words) {
    std::vector<nn::WordCount> counts;
    for (std::size_t i = 0; i < words; ++i)
        counts.push_back({std::string(1, static_cast<char>('a' + i)),
                          static_cast<double>(text.size() + 1)});
    return nn::Vocabulary(counts, 1.0);
}

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

nn::WordEmbedding trained(const std::vector<Token>& text, std::size_t words,
                          const nn::Word2VecOptions& options,
                          nn::Architecture architecture) {
    nn::TokenArray tokens(text);
    return nn::train_pair_by_pair(tokens, vocabulary_of(text, words), options,
                                  architecture);
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

TEST_CASE("same seed, same bytes; other seed, others", "[simple]") {
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

TEST_CASE("two lines by the formulas, without noise", "[simple]") {
    // forward, in double: z = given · guessed, p = σ(z), a step of rate (1 − p)
    const std::vector<Token> text{0, 1, 2, line_end, 2, 1, line_end};
    nn::Word2VecOptions options{.dimension = 3,
                                .context_window = 2,
                                .negative_samples = 0,
                                .epochs = 3,
                                .learning_rate = 0.5,
                                .sample = 0.0,
                                .shrink_window = false};
    const std::vector<std::vector<Token>> lines{{0, 1, 2}, {2, 1}};
    for (const bool cbow : {false, true}) {
        const auto architecture =
            cbow ? nn::Architecture::cbow : nn::Architecture::skip_gram;
        const std::vector<Token> none{0, line_end, 1, line_end, 2};
        const nn::WordEmbedding start = trained(none, 3, options, architecture);
        arma::mat given =
            arma::conv_to<arma::mat>::from(cbow ? start.neighbour : start.centre);
        arma::mat guessed(3, 3);
        const double total = 3.0 * static_cast<double>(3 * (text.size() + 1));
        double done = 0.0;
        for (int epoch = 0; epoch < 3; ++epoch)
            for (const auto& line : lines) {
                const double rate = nn::linear_decay(0.5, done, total);
                done += static_cast<double>(line.size());
                for (const Token word : line) {
                    std::vector<Token> others;
                    for (const Token other : line)
                        if (other != word) others.push_back(other);
                    if (!cbow)
                        for (const Token c : others) {
                            const arma::vec w = given.col(word);
                            const double step =
                                rate /
                                (1.0 + std::exp(arma::dot(w, guessed.col(c))));
                            given.col(word) += step * guessed.col(c);
                            guessed.col(c) += step * w;
                        }
                    else {
                        const auto m = static_cast<double>(others.size());
                        arma::vec mean(3);
                        for (const Token c : others) mean += given.col(c) / m;
                        const double step =
                            rate /
                            (1.0 + std::exp(arma::dot(mean, guessed.col(word))));
                        for (const Token c : others)
                            given.col(c) += step * guessed.col(word) / m;
                        guessed.col(word) += step * mean;
                    }
                }
            }
        const nn::WordEmbedding found = trained(text, 3, options, architecture);
        const arma::fmat& found_given = cbow ? found.neighbour : found.centre;
        const arma::fmat& found_guessed = cbow ? found.centre : found.neighbour;
        CHECK(arma::abs(arma::conv_to<arma::mat>::from(found_given) - given).max() <
              1e-6);
        CHECK(arma::abs(arma::conv_to<arma::mat>::from(found_guessed) - guessed)
                  .max() < 1e-6);
        CHECK(arma::abs(guessed).max() > 0.05);  // something was learnt
    }
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

TEST_CASE("the exact model begins at its prior", "[exact]") {
    nn::Rng rng(451);
    const arma::vec prior = arma::log(arma::vec{0.5, 0.25, 0.25});
    const auto model = nn::exact_start(4, prior, rng);
    CHECK(arma::abs(model.W).max() <= 0.125);
    CHECK(arma::accu(arma::abs(model.C)) == 0.0);
    // 0 beside 1, 1 beside 0: a quarter and a half
    const std::vector<Token> text{0, 1};
    CHECK(std::abs(nn::exact_loss(model, text, 5) - 1.5 * std::log(2.0)) < 1e-15);
}

TEST_CASE("exact steps go down the exact loss", "[exact]") {
    nn::Rng rng(452);
    auto model = nn::exact_start(3, arma::vec(5), rng);
    for (double& c : model.C) c = rng.normal();
    const std::vector<Token> text{0, 1, 2, 3, 4, line_end, 2, 0};
    // a small step at place 2: the loss of its four pairs falls by rate · |slope|²
    const auto loss_of_place = [&](const nn::ExactSkipGram& at) {
        double sum = 0.0;
        for (const Token c : {0u, 1u, 3u, 4u}) {
            const arma::vec z = at.C.t() * at.W.col(2);
            sum += nn::cross_entropy<double>({z.memptr(), z.n_elem}, c);
        }
        return sum;
    };
    auto moved = model;
    const double rate = 1e-6;
    nn::exact_step(moved, text, 2, 2, rate);
    const double squares = (arma::accu(arma::square(moved.W - model.W)) +
                            arma::accu(arma::square(moved.C - model.C))) /
                           (rate * rate);
    const double fall = loss_of_place(model) - loss_of_place(moved);
    CHECK(std::abs(fall / (rate * squares) - 1.0) < 1e-4);
    for (const Token other : {0u, 1u, 3u, 4u})
        CHECK(arma::norm(moved.W.col(other) - model.W.col(other)) == 0.0);
}

TEST_CASE("an exact model learns who stands beside whom", "[exact]") {
    nn::Rng rng(453);
    auto model = nn::exact_start(4, arma::vec(4), rng);
    const std::vector<Token> text{0, 1, line_end, 2, 3, line_end};
    for (int i = 0; i < 300; ++i)
        for (std::size_t place = 0; place < text.size(); ++place)
            nn::exact_step(model, text, place, 2, 0.3);
    CHECK(nn::exact_loss(model, text, 2) <
          0.05);  // four words: log 4 = 1.39 at first
}

TEST_CASE("what an exact model cannot do is refused", "[exact]") {
    nn::Rng rng(454);
    CHECK_THROWS_WITH(
        nn::exact_start(0, arma::vec(3), rng),
        "exact_start: 0 dimensions and 3 words; give at least 1 and at "
        "least 2");
    CHECK_THROWS_WITH(nn::exact_start(3, arma::vec(1), rng),
                      oracle::mentions("1 words"));
    auto model = nn::exact_start(2, arma::vec(3), rng);
    const std::vector<Token> text{0, 3}, short_text{0, line_end, 1};
    CHECK_THROWS_WITH(nn::exact_step(model, text, 2, 1, 0.1),
                      "exact_step: place 2 of 2; places count from 0");
    CHECK_THROWS_WITH(nn::exact_step(model, text, 0, 1, 0.1),
                      "exact_step: word 3 of 3; words count from 0");
    CHECK_THROWS_WITH(nn::exact_step(model, text, 1, 1, 0.1),
                      oracle::mentions("word 3 of 3"));
    CHECK_THROWS_WITH(nn::exact_loss(model, text, 1),
                      "exact_loss: word 3 of 3; words count from 0");
    CHECK_THROWS_WITH(nn::exact_loss(model, short_text, 5),
                      "exact_loss: no two words in a line; give a longer text");
    const auto before = model.W;
    nn::exact_step(model, short_text, 1, 5, 0.1);  // the end of a line, and
    nn::exact_step(model, short_text, 2, 5, 0.1);  // a word alone: nothing to learn
    CHECK(arma::norm(model.W - before) == 0.0);
}
