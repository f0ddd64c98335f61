#include "nn/thinned_text.hpp"

#include <stdexcept>
#include <vector>

#include "nn/subsampling.hpp"
#include "support/catch.hpp"

namespace {

nn::Vocabulary two_words() {
    return {{{"common", 90'000}, {"rare", 10'000}}, 1};
}

std::vector<nn::Token> nine_to_one(std::size_t words) {
    std::vector<nn::Token> text(words, 0);
    for (std::size_t i = 0; i < words; i += 10) text[i] = 1;
    return text;
}

struct Sums {
    std::vector<double> words = {0, 0}, windows = {0, 0, 0, 0, 0, 0};
    std::size_t read = 0;
};

Sums sums_of(nn::ThinnedText& text) {
    Sums sums;
    for (nn::ThinnedPiece piece; text.next(piece);) {
        REQUIRE(piece.words.size() == piece.windows.size());
        sums.read += piece.words_read;
        for (const nn::Token word : piece.words) ++sums.words[word];
        for (const std::size_t window : piece.windows) ++sums.windows.at(window);
    }
    return sums;
}

}  // namespace

TEST_CASE("words stay as often as keep_probability says", "[thinned-text]") {
    nn::TokenArray tokens(nine_to_one(100'000));
    nn::ThinnedText text(tokens, two_words(), 0.05, 5, true, 42);
    const Sums sums = sums_of(text);
    CHECK(sums.read == 100'000);
    for (const nn::Token word : {0u, 1u}) {
        const double count = two_words().count(word);
        const double p = nn::keep_probability(count, 100'000, 0.05);
        CHECK(std::abs(sums.words[word] - count * p) <
              5 * std::sqrt(count * p * (1 - p)) + 1);
    }
    const double kept = sums.words[0] + sums.words[1];
    for (std::size_t window = 1; window <= 5; ++window)
        CHECK(std::abs(sums.windows[window] - kept / 5) <
              5 * std::sqrt(kept / 5) + kept / 256);
}

TEST_CASE("a fixed window, and a text that is not thinned", "[thinned-text]") {
    nn::TokenArray tokens({0, 1, nn::line_end, 1});
    nn::ThinnedText text(tokens, two_words(), 0.0, 3, false, 42);
    nn::ThinnedPiece piece;
    REQUIRE(text.next(piece));
    CHECK(piece.words == std::vector<nn::Token>{0, 1, nn::line_end, 1});
    CHECK(piece.windows == std::vector<std::size_t>{3, 3, 0, 3});
    CHECK(piece.words_read == 3);
    CHECK_FALSE(text.next(piece));
}

TEST_CASE("a second reading thins anew, another text with the same seed alike",
          "[thinned-text]") {
    nn::TokenArray tokens(nine_to_one(5000)), others(nine_to_one(5000));
    nn::ThinnedText text(tokens, two_words(), 0.01, 5, true, 42);
    nn::ThinnedText twin(others, two_words(), 0.01, 5, true, 42);
    nn::ThinnedPiece first, second, third;
    REQUIRE(text.next(first));
    REQUIRE(twin.next(third));
    CHECK(first.words == third.words);
    CHECK(first.windows == third.windows);
    text.rewind();
    REQUIRE(text.next(second));
    CHECK(first.windows != second.windows);
}

TEST_CASE("windows have bounds", "[thinned-text]") {
    nn::TokenArray tokens({0, 1});
    for (const std::size_t window : {0, 256})
        CHECK_THROWS_AS(nn::ThinnedText(tokens, two_words(), 0, window, true, 1),
                        std::invalid_argument);
}
