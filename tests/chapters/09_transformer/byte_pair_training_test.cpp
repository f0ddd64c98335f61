/// Which merges are learned.
#include "byte_pair_training.hpp"

#include <algorithm>
#include <map>

#include "support/catch.hpp"
#include "token_texts.hpp"

using nn::BytePairs;
using nn::CountedPiece;
using token_texts::Tokens;

namespace {

using Strings = std::vector<std::string>;

/// The merges as "left right".
Strings merges_of(const BytePairs& pairs) {
    Strings merges;
    for (const nn::ByteMerge& merge : pairs.merges())
        merges.push_back(pairs.bytes(merge.pair.left) + " " +
                         pairs.bytes(merge.pair.right));
    return merges;
}

/// The definition, on strings: count everything anew before each merge.
Strings merges_by_definition(const std::vector<CountedPiece>& corpus,
                             std::size_t merges) {
    std::vector<Strings> words;
    for (const CountedPiece& piece : corpus) {
        words.emplace_back();
        for (const char c : piece.bytes) words.back().emplace_back(1, c);
    }
    Strings tokens, done;
    for (int b = 0; b < 256; ++b) tokens.emplace_back(1, static_cast<char>(b));
    const auto number = [&](const std::string& s) {
        return std::find(tokens.begin(), tokens.end(), s) - tokens.begin();
    };
    while (done.size() < merges) {
        using Pair = std::pair<std::string, std::string>;
        std::map<Pair, std::uint64_t> counts;
        for (std::size_t w = 0; w < words.size(); ++w)
            for (std::size_t i = 0; i + 1 < words[w].size(); ++i)
                counts[{words[w][i], words[w][i + 1]}] += corpus[w].count;
        Pair best;
        std::uint64_t most = 1;
        for (const auto& [pair, count] : counts) {
            const bool is_first =
                std::pair(number(pair.first), number(pair.second)) <
                std::pair(number(best.first), number(best.second));
            if (count > most || (count == most && most > 1 && is_first))
                best = pair, most = count;
        }
        if (most == 1) break;
        tokens.push_back(best.first + best.second);
        done.push_back(best.first + " " + best.second);
        for (Strings& word : words)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if (word[i] == best.first && word[i + 1] == best.second) {
                    word[i] = tokens.back();
                    word.erase(word.begin() + static_cast<long>(i) + 1);
                }
    }
    return done;
}

}  // namespace

TEST_CASE("the example of the paper", "[byte-pair-training]") {
    const std::vector<CountedPiece> corpus{
        {"low", 5}, {"lower", 2}, {"newest", 6}, {"widest", 3}};
    const BytePairs pairs = nn::train_byte_pairs(corpus, 262);
    CHECK(pairs.size() == 262);
    // es and st 9 times, est 9; lo and ow 7; ew, ne and we 6, then n is before ew
    CHECK(merges_of(pairs) == Strings{"e s", "es t", "l o", "lo w", "e w", "n ew"});
    CHECK(pairs.encode("lowest") == Tokens{259, 257});
    CHECK(pairs.encode("newest") == Tokens{261, 257});
}

TEST_CASE("training is what its definition says", "[byte-pair-training]") {
    nn::Rng rng(905);
    for (int trial = 0; trial < 40; ++trial) {
        const int kinds = trial % 4 + 2;
        std::vector<std::string> words;
        for (int w = 0; w < 30; ++w)
            words.push_back(
                token_texts::random_bytes(rng, 1 + rng.interval(15), kinds, 'a'));
        std::vector<CountedPiece> corpus;
        for (const std::string& word : words)
            corpus.push_back({word, 1 + rng.interval(4)});
        const BytePairs pairs = nn::train_byte_pairs(corpus, 256 + 60);
        CHECK(merges_of(pairs) == merges_by_definition(corpus, 60));
        CHECK(pairs.size() == 256 + pairs.merges().size());  // no token twice
        std::reverse(corpus.begin(), corpus.end());
        CHECK(merges_of(nn::train_byte_pairs(corpus, 256 + 60)) ==
              merges_of(pairs));
    }
}

TEST_CASE("of equal pairs the one with the smaller tokens",
          "[byte-pair-training]") {
    const std::vector<CountedPiece> corpus{{"zb", 3}, {"yc", 3}, {"ya", 3}};
    CHECK(merges_of(nn::train_byte_pairs(corpus, 300)) ==
          Strings{"y a", "y c", "z b"});
}

TEST_CASE("training stops when nothing comes twice", "[byte-pair-training]") {
    const std::vector<CountedPiece> corpus{{"abcd", 1}, {"ef", 2}};
    CHECK(nn::train_byte_pairs(corpus, 1000).size() == 257);
    CHECK(nn::train_byte_pairs({}, 1000).size() == 256);
    CHECK(nn::train_byte_pairs(corpus, 256).merges().empty());
}

TEST_CASE("a long text of one letter", "[byte-pair-training]") {
    const std::string text(100'000, 'a');
    const BytePairs pairs =
        nn::train_byte_pairs(std::vector<CountedPiece>{{text, 1}}, 1000);
    CHECK(pairs.merges().front().pair == nn::TokenPair{'a', 'a'});
    CHECK(pairs.decode(pairs.encode(text)) == text);
    CHECK(pairs.encode(text).size() < 10);
}

TEST_CASE("pieces are counted in the order of their coming",
          "[byte-pair-training]") {
    const std::vector<std::string_view> pieces{"b", "a", "b", "", "b", "a"};
    const std::vector<CountedPiece> counted = nn::counted_pieces(pieces);
    REQUIRE(counted.size() == 3);
    CHECK(counted[0].bytes == "b");
    CHECK(counted[0].count == 3);
    CHECK(counted[1].bytes == "a");
    CHECK(counted[1].count == 2);
    CHECK(counted[2].bytes.empty());
}

TEST_CASE("a vocabulary has its bounds", "[byte-pair-training]") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{255}, nn::largest_byte_vocabulary + 1})
        CHECK_THROWS_WITH(nn::train_byte_pairs({}, size),
                          "train_byte_pairs: a vocabulary of " +
                              std::to_string(size) +
                              " tokens; the bytes alone are 256: ask for 256 to "
                              "1048576");
}
