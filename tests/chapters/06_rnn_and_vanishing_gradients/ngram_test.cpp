/// Counting as a model of text: the exact numbers, the sums, and what is refused.
#include "nn/ngram.hpp"

#include <cstdlib>
#include <memory>

#include "counted_text.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

namespace {

using counted_text::Exact;
using counted_text::Text;
using oracle::Real;

/// A text in which some symbols are rare and the last of `symbols` never comes.
Text random_text(std::size_t size, std::size_t symbols, std::uint32_t seed) {
    nn::Rng rng(seed);
    Text text(size);
    for (nn::Token& symbol : text) {
        const std::uint64_t most = rng.interval(symbols - 2);
        symbol = static_cast<nn::Token>(rng.interval(most));
    }
    return text;
}

Real real(const Exact& x) {
    return Real(numerator(x)) / Real(denominator(x));
}

}  // namespace

TEST_CASE("a small text by hand", "[ngram]") {
    // 0 1 0 0 2: after 0 came 1, 0, 2; of 4 symbols, the last never
    const nn::NGram model(Text{0, 1, 0, 0, 2}, 4, 2);
    const std::vector<double> p = model.probabilities(Text{0}, 1);
    REQUIRE(p.size() == 3);
    CHECK(p[0] == 0.25);
    CHECK(p[1] == (1 + 3 * 0.25) / (5 + 3));
    CHECK(p[2] == (1 + 3 * p[1]) / (3 + 3));
    const std::vector<double> unseen = model.probabilities(Text{2}, 1);
    CHECK(unseen[2] == unseen[1]);  // nothing ever followed the 2
    CHECK(model.probabilities({}, 1) == std::vector<double>{0.25, p[1], p[1]});
    CHECK(model.probabilities(Text{0}, 3)[2] > 0.0);
}

TEST_CASE("every probability against whole numbers", "[ngram]") {
    constexpr std::size_t symbols = 5, order = 6;
    const Text text = random_text(60, symbols, 1);
    const nn::NGram model(text, symbols, order);
    nn::Rng rng(2);
    double worst = 0.0;
    for (int i = 0; i < 150; ++i) {
        const std::size_t at = rng.interval(text.size() - 8);
        Text history(
            text.begin() + static_cast<std::ptrdiff_t>(at),
            text.begin() + static_cast<std::ptrdiff_t>(at + rng.interval(8)));
        if (i % 3 == 0 && !history.empty())  // a context that may be new
            history[rng.interval(history.size() - 1)] = 4;
        std::vector<Exact> sums(order + 1, 0);
        for (nn::Token next = 0; next < symbols; ++next) {
            const std::vector<double> p = model.probabilities(history, next);
            for (std::size_t k = 0; k <= order; ++k) {
                const Exact exact =
                    counted_text::witten_bell(text, symbols, k, history, next);
                CHECK(exact > 0);
                sums[k] += exact;
                worst = std::max(worst, oracle::ulp_error(p[k], real(exact)));
            }
        }
        for (const Exact& sum : sums) CHECK(sum == 1);
    }
    CHECK(worst <= 3.0 * order);
}

TEST_CASE("probabilities sum to one and none is zero", "[ngram]") {
    constexpr std::size_t symbols = 40;
    const Text text = random_text(20'000, symbols, 3);
    const nn::NGram model(text, symbols, 4);
    nn::Rng rng(4);
    for (int i = 0; i < 200; ++i) {
        Text history(rng.interval(5));
        for (nn::Token& symbol : history)
            symbol = static_cast<nn::Token>(rng.interval(symbols - 1));
        double sum = 0.0, smallest = 1.0;
        for (nn::Token next = 0; next < symbols; ++next) {
            const double p = model.probabilities(history, next).back();
            sum += p, smallest = std::min(smallest, p);
        }
        CHECK(std::abs(sum - 1.0) <= 1e-14);
        CHECK(smallest > 0.0);
    }
}

TEST_CASE("bits of a text are those of its symbols one by one", "[ngram]") {
    constexpr std::size_t symbols = 12, order = 5;
    const nn::NGram model(random_text(3000, symbols, 5), symbols, order);
    const Text text = random_text(200, symbols, 6);
    std::vector<double> paid(order + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::vector<double> p =
            model.probabilities(std::span(text).first(i), text[i]);
        for (std::size_t k = 0; k <= order; ++k) paid[k] -= std::log2(p[k]);
    }
    const std::vector<double> bits = model.bits_per_symbol(text);
    REQUIRE(bits.size() == order + 1);
    for (std::size_t k = 0; k <= order; ++k) CHECK(bits[k] == paid[k] / 200.0);
    CHECK(std::abs(bits[0] - std::log2(12.0)) <= 1e-14);
}

TEST_CASE("a rhythm is learned by the order that can see it", "[ngram]") {
    Text text;
    for (int i = 0; i < 3000; ++i) text.push_back("0010"[i % 4] - '0');
    const nn::NGram model(text, 2, 4);
    const std::vector<double> bits = model.bits_per_symbol(text);
    CHECK(bits[0] == 1.0);
    CHECK(std::abs(bits[1] - 0.8113) < 0.001);  // the entropy of 1/4
    CHECK(std::abs(bits[2] - 0.6887) < 0.001);  // 3/4 of that of 1/3
    CHECK(bits[3] > 0.4);                       // 00 may end in 0 or 1
    CHECK(bits[4] < 0.01);
}

TEST_CASE("a model of nothing knows nothing", "[ngram]") {
    const nn::NGram model(Text{}, 8, 3);
    CHECK(model.probabilities(Text{1, 2}, 3) == std::vector<double>(4, 0.125));
    CHECK(model.bits_per_symbol(Text{7, 7}) == std::vector<double>(4, 3.0));
}

TEST_CASE("orders and symbols that cannot be", "[ngram]") {
    const Text text{0, 1, 2};
    for (const std::size_t bad : {std::size_t{0}, std::size_t{17}})
        CHECK_THROWS_WITH(
            nn::NGram(text, 3, bad),
            "NGram: the order is " + std::to_string(bad) + "; it must be 1 to 16");
    const std::string unknown = "NGram: symbol 2 of 2; symbols count from 0";
    CHECK_THROWS_WITH(nn::NGram(text, 2, 3), unknown);
    const nn::NGram model(Text{0, 1}, 2, 3);
    CHECK_THROWS_WITH(model.bits_per_symbol(text), unknown);
    CHECK_THROWS_WITH(model.probabilities(text, 0), unknown);
    CHECK_THROWS_WITH(model.probabilities({}, 2), unknown);
    CHECK_THROWS_WITH(model.bits_per_symbol({}),
                      "NGram: a text of 0 symbols; judge at least 1");
    const std::size_t many = (std::size_t{1} << 27) + 1;  // never touched
    const std::unique_ptr<void, void (*)(void*)> zeros(
        std::calloc(many, sizeof(nn::Token)), std::free);
    CHECK_THROWS_WITH(
        nn::NGram({static_cast<const nn::Token*>(zeros.get()), many}, 2, 3),
        "NGram: 134217729 symbols; count at most 134217728");
}
