/// Merges on one piece of text, and back.
#include "byte_pairs.hpp"

#include "support/catch.hpp"
#include "token_texts.hpp"

using nn::BytePairs;
using nn::Token;
using token_texts::Tokens;

namespace {

/// The words of a paper's example: low, lower, newest, widest.
BytePairs paper_pairs(std::size_t merges) {
    return nn::train_byte_pairs(
        std::vector<nn::CountedPiece>{
            {"low", 5}, {"lower", 2}, {"newest", 6}, {"widest", 3}},
        256 + merges);
}

/// GPT-2's loop: of all pairs the one with the first merge, joined everywhere.
Tokens encoded_by_passes(const BytePairs& pairs, std::string_view piece) {
    Tokens word;
    for (const char c : piece) word.push_back(*pairs.find(std::string(1, c)));
    const auto nothing = [](const nn::TokenPair&, const nn::TokenPair&) {};
    for (;;) {
        const nn::ByteMerge* first = nullptr;
        for (const nn::ByteMerge& merge : pairs.merges()) {
            for (std::size_t i = 1; i < word.size() && !first; ++i)
                if (nn::TokenPair{word[i - 1], word[i]} == merge.pair)
                    first = &merge;
            if (first) break;
        }
        if (!first) return word;
        nn::merge_pair(word, *first, nothing);
    }
}

}  // namespace

TEST_CASE("without merges a byte is its own token", "[byte-pairs]") {
    const BytePairs bytes;
    CHECK(bytes.size() == 256);
    CHECK(bytes.encode("aé") == Tokens{0x61, 0xC3, 0xA9});
    CHECK(bytes.decode(Tokens{0x61, 0xC3, 0xA9}) == "aé");
    CHECK(bytes.encode("").empty());
    CHECK(bytes.decode({}).empty());
}

TEST_CASE("a pair is joined from left to right", "[byte-pairs]") {
    std::vector<std::string> changes;
    const auto name = [](const nn::TokenPair& p) {
        return std::to_string(p.left) + " " + std::to_string(p.right);
    };
    Tokens word{7, 1, 1, 1, 1, 1, 8};
    nn::merge_pair(word, {{1, 1}, 9},
                   [&](const nn::TokenPair& old, const nn::TokenPair& made) {
                       changes.push_back(name(old) + ": " + name(made));
                   });
    CHECK(word == Tokens{7, 9, 9, 1, 8});
    CHECK(changes ==
          std::vector<std::string>{"7 1: 7 9", "1 1: 9 1", "9 1: 9 9", "1 1: 9 1"});
}

TEST_CASE("every string of bytes comes back", "[byte-pairs]") {
    nn::Rng rng(902);
    const std::string text = token_texts::random_bytes(rng, 4000, 256) +
                             token_texts::random_bytes(rng, 4000, 3, 'a');
    const BytePairs random = nn::train_byte_pairs(
        std::vector<nn::CountedPiece>{{text, 1}, {"и землю", 9}, {"神創造", 9}},
        500);
    for (const std::string& piece : token_texts::many_texts()) {
        CHECK(random.decode(random.encode(piece)) == piece);
        CHECK(random.encode(piece).size() <= piece.size());
    }
}

TEST_CASE("a piece is encoded as by GPT-2's loop", "[byte-pairs]") {
    nn::Rng rng(903);
    for (const int kinds : {2, 3, 5}) {
        const std::string text = token_texts::random_bytes(rng, 2000, kinds, 'a');
        const BytePairs pairs =
            nn::train_byte_pairs(std::vector<nn::CountedPiece>{{text, 1}}, 330);
        for (int i = 0; i < 60; ++i) {
            const std::string piece =
                token_texts::random_bytes(rng, 1 + rng.interval(80), kinds, 'a');
            CHECK(pairs.encode(piece) == encoded_by_passes(pairs, piece));
        }
    }
}

TEST_CASE("merges by which a token comes about in two ways", "[byte-pairs]") {
    BytePairs pairs;
    const auto add = [&](const char* left, const char* right) {
        return pairs.add_merge({*pairs.find(left), *pairs.find(right)});
    };
    const Token ab = add("a", "b"), bc = add("b", "c"), abc = add("ab", "c");
    add("abc", "a");
    CHECK(add("a", "bc") == abc);
    CHECK(pairs.size() == 256 + 4);
    CHECK(pairs.merges().size() == 5);
    CHECK(pairs.encode("abc") == Tokens{abc});
    CHECK(pairs.encode("abab") == Tokens{ab, ab});
    CHECK(pairs.encode("cbc") == Tokens{'c', bc});
    nn::Rng rng(904);
    for (int i = 0; i < 200; ++i) {
        const std::string piece = token_texts::random_bytes(rng, 20, 3, 'a');
        CHECK(pairs.encode(piece) == encoded_by_passes(pairs, piece));
    }
}

TEST_CASE("a piece of a million bytes", "[byte-pairs]") {
    const BytePairs pairs = paper_pairs(10);
    std::string piece;
    while (piece.size() < 1'000'000) piece += "lowestnewer";
    const Tokens tokens = pairs.encode(piece);
    CHECK(tokens.size() == piece.size() / 11 * 5);
    CHECK(pairs.decode(tokens) == piece);
}

TEST_CASE("a vocabulary from elsewhere", "[byte-pairs]") {
    std::vector<std::string> tokens{"<|end|>"};
    for (int byte = 255; byte >= 0; --byte)
        tokens.emplace_back(1, static_cast<char>(byte));
    tokens.push_back("ab");
    BytePairs pairs(tokens);
    CHECK(pairs.size() == 258);
    CHECK(pairs.encode("ab<|end|>").size() == 9);
    CHECK(pairs.add_merge({256 - 'a', 256 - 'b'}) == 257);
    CHECK(pairs.encode("cab") == Tokens{256 - 'c', 257});
    CHECK(pairs.decode(Tokens{257, 0}) == "ab<|end|>");
    CHECK_THROWS_WITH(pairs.add_merge({0, 1}),
                      "add_merge: token 0 of 258 is neither a byte nor made by a "
                      "merge before; give the merges in the order in which they "
                      "were learned");
}

TEST_CASE("what is no vocabulary is refused", "[byte-pairs]") {
    BytePairs pairs;
    CHECK_THROWS_WITH(pairs.decode(Tokens{65, 256}),
                      "decode: token 256 of 256; tokens count from 0");
    pairs.add_merge({'a', 'b'});
    CHECK_THROWS_WITH(pairs.add_merge({'a', 'b'}),
                      "add_merge: tokens 97 and 98 have a merge already; name each "
                      "pair once");
    CHECK_THROWS_WITH(pairs.add_merge({'a', 257}),
                      oracle::mentions("token 257 of 257 is neither"));
    CHECK(pairs.merges().size() == 1);
    std::vector<std::string> tokens;
    for (int byte = 0; byte < 255; ++byte)
        tokens.emplace_back(1, static_cast<char>(byte));
    CHECK_THROWS_WITH(
        BytePairs(tokens),
        "BytePairs: byte 255 has no token; each of the bytes 0 to 255 "
        "needs one");
    tokens.push_back("A");
    CHECK_THROWS_WITH(BytePairs(tokens),
                      "BytePairs: token 255 of 256 has the bytes of another; give "
                      "each token bytes of its own");
    tokens.back() = "";
    CHECK_THROWS_WITH(BytePairs(tokens), oracle::mentions("255 of 256 is empty"));
}
