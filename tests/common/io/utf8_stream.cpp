/// Bytes in any pieces, characters out.
#include "nn/io/utf8_stream.hpp"

#include "nn/io/text.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

const std::string mark = "\uFFFD";

/// What comes of the bytes, one at a time.
std::string byte_by_byte(const std::string& bytes) {
    nn::Utf8Stream stream;
    std::string text;
    for (const char byte : bytes) {
        const std::string shown = stream.take({&byte, 1});
        CHECK(nn::valid_utf8(shown) == shown.size());
        text += shown;
    }
    return text + stream.finish();
}

}  // namespace

TEST_CASE("a character is shown when it is whole", "[utf8-stream]") {
    nn::Utf8Stream stream;
    CHECK(stream.take("a\xE7") == "a");
    CHECK(stream.take("\xA5") == "");
    CHECK(stream.take("\x9E!\xF0\x9D") == "神!");
    CHECK(stream.take("\x84\x9E\xC3") == "𝄞");
    CHECK(stream.take("") == "");
    CHECK(stream.take("\xA9") == "é");
    CHECK(stream.finish() == "");
}

TEST_CASE("valid text comes as it was, in any pieces", "[utf8-stream]") {
    const std::string text =
        "In Я é 起初 𝄞 \U0010FFFF \uE000 \uD7FF \u0800 \U00010000.";
    CHECK(byte_by_byte(text) == text);
    nn::Rng rng(930);
    for (int trial = 0; trial < 200; ++trial) {
        nn::Utf8Stream stream;
        std::string shown;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = 1 + rng.interval(6);
            shown += stream.take(std::string_view(text).substr(at, size));
            at += size;
        }
        CHECK(shown + stream.finish() == text);
    }
}

TEST_CASE("bytes of no character", "[utf8-stream]") {
    CHECK(byte_by_byte("a\xFFz") == "a" + mark + "z");
    CHECK(byte_by_byte("\x80\x80") == mark + mark);
    CHECK(byte_by_byte("\xE7\xA5z") == mark + mark + "z");      // cut short
    CHECK(byte_by_byte("\xC0\xAF") == mark + mark);             // too long a form
    CHECK(byte_by_byte("\xED\xA0\x80") == mark + mark + mark);  // half of a pair
    CHECK(byte_by_byte("\xF4\x90\x80\x80") == mark + mark + mark + mark);
    CHECK(byte_by_byte("\xE0\x9F\x80") == mark + mark + mark);
    CHECK(byte_by_byte("\xF0\x8F\x80\x80") == mark + mark + mark + mark);
    CHECK(byte_by_byte("\xE7\xE7\xA5\x9E") == mark + "神");
    CHECK(byte_by_byte("end\xF0\x9D\x84") == "end" + mark + mark + mark);
}

TEST_CASE("no byte waits that cannot become a character", "[utf8-stream]") {
    for (const char* hopeless :
         {"\x80", "\xC1", "\xF5", "\xFF", "\xED\xA0", "\xF4\x90"}) {
        nn::Utf8Stream stream;
        CHECK(stream.take(hopeless) != "");
        CHECK(stream.finish() == "");
    }
}

TEST_CASE("random bytes become valid text", "[utf8-stream]") {
    nn::Rng rng(931);
    for (int trial = 0; trial < 300; ++trial) {
        std::string bytes;
        for (int i = 0; i < 40; ++i) bytes += static_cast<char>(rng.interval(255));
        nn::Utf8Stream at_once;
        std::string text = at_once.take(bytes);
        text += at_once.finish();  // a + between them says not which comes first
        CHECK(nn::valid_utf8(text) == text.size());
        CHECK(text == byte_by_byte(bytes));
    }
}
