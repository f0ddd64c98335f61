/// The formulas of tokens: whole numbers exactly, measures in 50 digits.
#include <cmath>
#include <string>

#include "byte_pair_training.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"
#include "token_measures.hpp"
#include "token_texts.hpp"

using nn::Token;
using oracle::Real;
using oracle::Worst;
using token_texts::Tokens;

namespace {

Tokens random_word(nn::Rng& rng) {
    const std::size_t length = rng.interval(20);
    Tokens word;
    for (std::size_t i = 0; i < length; ++i)
        word.push_back(static_cast<Token>(rng.interval(2)));
    return word;
}

/// M(a b w) = c M(w), M(x w) = x M(w), from the front of the word.
Tokens merged(const Tokens& word, const nn::ByteMerge& merge) {
    if (word.empty()) return {};
    const bool found = word.size() > 1 && word[0] == merge.pair.left &&
                       word[1] == merge.pair.right;
    Tokens whole{found ? merge.whole : word[0]};
    const Tokens rest =
        merged(Tokens(word.begin() + (found ? 2 : 1), word.end()), merge);
    whole.insert(whole.end(), rest.begin(), rest.end());
    return whole;
}

}  // namespace

TEST_CASE("the count of a pair", "[pair-count]") {
    nn::Rng rng(906);
    Worst worst;
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<nn::CountedWord> words;
        for (int w = 0; w < 10; ++w) {
            const std::uint64_t times = 1 + rng.interval(5);
            words.push_back({random_word(rng), times});
        }
        auto pairs = nn::count_pairs(words);
        for (Token a = 0; a < 3; ++a)
            for (Token b = 0; b < 3; ++b) {
                Real exact = 0;
                for (const nn::CountedWord& word : words)
                    for (std::size_t i = 0; i + 1 < word.tokens.size(); ++i)
                        exact += word.tokens[i] == a && word.tokens[i + 1] == b
                                     ? Real(word.count)
                                     : Real(0);
                worst.see(
                    static_cast<double>(abs(Real(pairs[{a, b}].count) - exact)));
            }
    }
    worst.hold("pair-count", "pairs", 0.0);
}

TEST_CASE("a merge in a word", "[bpe-merge]") {
    nn::Rng rng(907);
    Worst worst;
    const auto nothing = [](const nn::TokenPair&, const nn::TokenPair&) {};
    for (int trial = 0; trial < 5000; ++trial) {
        const nn::ByteMerge merge{
            {static_cast<Token>(rng.interval(2)), static_cast<Token>(trial % 3)},
            9};
        const Tokens before = random_word(rng);
        Tokens after = before;
        nn::merge_pair(after, merge, nothing);
        worst.see(after == merged(before, merge) ? 0.0 : 1.0);
    }
    worst.hold("bpe-merge", "words", 0.0);
}

TEST_CASE("the pairs that a merge says to change", "[bpe-merge]") {
    nn::Rng rng(908);
    for (int trial = 0; trial < 5000; ++trial) {
        const nn::ByteMerge merge{
            {static_cast<Token>(rng.interval(2)), static_cast<Token>(trial % 3)},
            9};
        std::vector<nn::CountedWord> words{{random_word(rng), 1}};
        auto pairs = nn::count_pairs(words);
        nn::merge_pair(words[0].tokens, merge,
                       [&](const nn::TokenPair& old, const nn::TokenPair& made) {
                           --pairs[old].count, ++pairs[made].count;
                       });
        pairs.erase(merge.pair);
        for (auto& [pair, places] : nn::count_pairs(words))
            pairs[pair].count -= places.count;
        for (const auto& [pair, places] : pairs) CHECK(places.count == 0);
    }
}

TEST_CASE("bytes per token", "[compression]") {
    nn::Rng rng(909);
    Worst worst;
    for (int i = 0; i < 10'000; ++i) {
        const double tokens = 1.0 + std::floor(std::exp(rng.uniform(0.0, 30.0)));
        const double bytes = std::floor(tokens * rng.uniform(1.0, 9.0));
        worst.see(oracle::ulp_error(nn::bytes_per_token(bytes, tokens),
                                    Real(Real(bytes) / Real(tokens))));
    }
    worst.hold("compression", "ulp", 0.5);
}

TEST_CASE("bits per character", "[bits-per-character]") {
    nn::Rng rng(910);
    Worst worst;
    for (int i = 0; i < 10'000; ++i) {
        const double nats = std::exp(rng.uniform(-9.0, 3.0));
        const double tokens = 1.0 + std::floor(std::exp(rng.uniform(0.0, 30.0)));
        const double characters = std::floor(tokens * rng.uniform(1.0, 9.0));
        const Real exact =
            Real(nats) * Real(tokens) / (Real(characters) * log(Real(2)));
        worst.see(oracle::ulp_error(
            nn::bits_per_character(nats, tokens, characters), exact));
    }
    worst.hold("bits-per-character", "ulp", 2.5);
}
