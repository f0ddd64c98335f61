/// Both kinds of tokens behind one interface, and how bytes are spelled.
#include "token_codec.hpp"

#include <memory>
#include <set>

#include "byte_spelling.hpp"
#include "nn/io/error.hpp"
#include "nn/io/prompt.hpp"
#include "nn/io/text_pieces.hpp"
#include "support/catch.hpp"
#include "token_texts.hpp"

using token_texts::Tokens;

namespace {

const std::string text = "In the beginning God created the heaven and the earth.\n";

nn::BytePairCodec byte_codec() {
    const auto corpus = nn::counted_pieces(nn::text_pieces(text));
    return {nn::train_byte_pairs(corpus, 300), nn::text_pieces};
}

}  // namespace

TEST_CASE("whoever reads and writes tokens need not know which", "[token-codec]") {
    std::vector<std::unique_ptr<nn::TokenCodec>> codecs;
    codecs.push_back(std::make_unique<nn::CharacterCodec>(nn::Alphabet(text)));
    codecs.push_back(std::make_unique<nn::BytePairCodec>(byte_codec()));
    for (const auto& codec : codecs) {
        const Tokens tokens = codec->encode(text);
        CHECK(codec->decode(tokens) == text);
        for (const nn::Token token : tokens) CHECK(token < codec->size());
        CHECK(codec->encode("").empty());
    }
    CHECK(codecs[0]->encode(text).size() == text.size());
    CHECK(codecs[1]->encode(text).size() < text.size());
}

TEST_CASE("a symbol never seen", "[token-codec]") {
    const nn::CharacterCodec characters{nn::Alphabet(text)};
    CHECK_THROWS_WITH(
        characters.encode("the Ж"),
        oracle::mentions("character 5, 'Ж' (U+0416), is none of the"));
    const nn::BytePairCodec bytes = byte_codec();
    CHECK(bytes.decode(bytes.encode("the Ж")) == "the Ж");
    const auto said = [](const nn::TokenCodec& codec, const std::string& prompt) {
        try {
            nn::prompt_tokens(prompt,
                              [&](auto text) { return codec.encode(text); });
            return std::string("fine");
        } catch (const nn::InputError& error) {
            return std::string(error.what());
        }
    };
    CHECK(
        said(characters, "the Ж") ==
        "--prompt: character 5, 'Ж' (U+0416), is none of the 18 that were learned; "
        "leave it out, or learn from a text that has it");
    CHECK(said(bytes, "the Ж") == "fine");
    CHECK(said(characters, "the") == "fine");
    for (const nn::TokenCodec* codec :
         std::initializer_list<const nn::TokenCodec*>{&characters, &bytes})
        CHECK(
            said(*codec, "the \xE9") ==
            "--prompt: byte 4 is not valid UTF-8; type it where UTF-8 is the rule");
}

TEST_CASE("all texts have byte pairs", "[token-codec]") {
    const nn::BytePairCodec codec = byte_codec();
    for (const std::string& some : token_texts::many_texts())
        CHECK(codec.decode(codec.encode(some)) == some);
}

TEST_CASE("no token reaches over the end of a piece", "[token-codec]") {
    const nn::BytePairCodec codec = byte_codec();
    const auto the = codec.pairs().find(" the");
    REQUIRE(the);
    CHECK(codec.encode(" the the") == Tokens{*the, *the});
    CHECK(codec.encode("the").size() > 1);
    CHECK(codec.encode(" \n the").size() == 3);  // " \n" in bytes, " the"
}

TEST_CASE("bytes are spelled as in GPT-2's files", "[byte-spelling]") {
    CHECK(nn::spelled(" the") == "Ġthe");
    CHECK(nn::spelled("\n") == "Ċ");
    CHECK(nn::spelled("\t") == "ĉ");
    CHECK(nn::spelled(std::string_view("\0", 1)) == "Ā");
    CHECK(nn::spelled("\x7F") == "ġ");
    CHECK(nn::spelled("\x80") == "Ģ");
    CHECK(nn::spelled("\xA0") == "ł");
    CHECK(nn::spelled("\xAD") == "Ń");
    CHECK(nn::spelled("é") == "Ã©");
    CHECK(nn::spelled("\xFF!") == "ÿ!");
}

TEST_CASE("each byte has a spelling of its own", "[byte-spelling]") {
    std::set<std::string> spellings;
    for (int value = 0; value < 256; ++value) {
        const std::string byte(1, static_cast<char>(value));
        spellings.insert(nn::spelled(byte));
        CHECK(nn::unspelled(nn::spelled(byte)) == byte);
    }
    CHECK(spellings.size() == 256);
    for (const char* wrong : {" ", "\n", "ń", "起", "a b", "\u00AD"})
        CHECK_FALSE(nn::unspelled(wrong));
    CHECK(nn::unspelled("") == std::string());
}
