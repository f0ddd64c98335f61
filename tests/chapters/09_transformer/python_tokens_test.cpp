/// Cuts, merges and tokens, against an implementation in another language.
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "nn/io/text_pieces.hpp"
#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"
#include "token_codec.hpp"
#include "token_texts.hpp"

namespace {

std::string hex(std::string_view bytes) {
    std::ostringstream digits;
    for (const char c : bytes) {
        const auto value = static_cast<unsigned char>(c);
        digits << "0123456789abcdef"[value >> 4] << "0123456789abcdef"[value & 15];
    }
    return digits.str();
}

/// Words of several languages, numbers, signs and white space, at random.
std::string mixture(nn::Rng& rng, std::size_t words) {
    const std::string parts[] = {"In the beginning",
                                 "God's",
                                 "they'll",
                                 "'tis",
                                 "IT'S",
                                 "1611",
                                 "½",
                                 "x²",
                                 "В начале",
                                 "сотворил",
                                 "起初，神創造天地。",
                                 "عربي٣",
                                 "नमस्ते",
                                 "🏳️‍🌈",
                                 "e\u0301",
                                 "...",
                                 "—",
                                 "\n",
                                 "\n\n",
                                 " ",
                                 "  ",
                                 "\t",
                                 "\u00A0",
                                 "\u3000",
                                 "\u0085",
                                 "\r\n",
                                 "\x1C",
                                 "\u200B",
                                 "heaven",
                                 "and the earth"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += parts[rng.interval(std::size(parts) - 1)];
        if (rng.uniform() < 0.6) text += ' ';
    }
    return text + "x";
}

std::string merges_in_hex(const nn::BytePairs& pairs) {
    std::string merges;
    for (const auto& [pair, whole] : pairs.merges())
        merges += (merges.empty() ? "" : " ") + hex(pairs.bytes(pair.left)) + "+" +
                  hex(pairs.bytes(pair.right));
    return merges;
}

std::string tokens_in_hex(const nn::BytePairCodec& codec, const std::string& text) {
    std::string tokens;
    for (const nn::Token token : codec.encode(text))
        tokens += (tokens.empty() ? "" : " ") + hex(codec.pairs().bytes(token));
    return tokens;
}

}  // namespace

TEST_CASE("Python cuts, learns and encodes alike", "[python-tokens]") {
    if (std::system(NN_PYTHON " -c '' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3 not installed\n";
        return;
    }
    nn::Rng rng(913);
    std::string asked, right;
    for (const std::size_t size : {300, 600, 5000}) {
        const std::string text = mixture(rng, size);
        const auto corpus = nn::counted_pieces(nn::text_pieces(text));
        const nn::BytePairCodec codec(nn::train_byte_pairs(corpus, size),
                                      nn::text_pieces);
        asked += "train " + hex(text) + " " + std::to_string(size) + "\n";
        right += merges_in_hex(codec.pairs()) + "\n";
        for (int i = 0; i < 20; ++i) {
            const std::string other = mixture(rng, 30);
            asked += "encode " + hex(other) + "\n";
            right += tokens_in_hex(codec, other) + "\n";
        }
    }
    const scratch::Folder folder;
    const std::string input = folder.file("asked.txt", asked);
    const capture::Run run =
        capture::run({.arguments = {"/bin/sh", "-c", "exec \"$0\" \"$1\" <\"$2\"",
                                    NN_PYTHON, NN_PEER, input}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK(run.out == right);
}
