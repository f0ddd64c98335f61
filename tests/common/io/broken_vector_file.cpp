/// Files of vectors that are broken, and what is said about each.
#include <chrono>
#include <limits>

#include "vector_bytes.hpp"

using vector_bytes::bytes_of;
using vector_bytes::loaded;
using vector_bytes::refusal;
using Words = std::vector<std::string>;

namespace {

const std::string nan_bytes = bytes_of({std::numeric_limits<float>::quiet_NaN()});

}  // namespace

TEST_CASE("a header that claims more than the file holds, before memory is taken",
          "[vector_file]") {
    const auto start = std::chrono::steady_clock::now();
    const auto room = [](const std::string& numbers) {
        return " do not fit into the file, which has room for " + numbers +
               "; is it cut off? Fetch or save it again";
    };
    for (const std::string name : {"h.vec", "h.txt", "h.bin"}) {
        const bool binary = name == "h.bin";
        CHECK(refusal(name, "1000000000000 100\nthe 1 2\n") ==
              "line 1: 1000000000000 words of 100 numbers" +
                  room(binary ? "6" : "26"));
        CHECK(refusal(name, "1 9223372036854775807\nthe 1 2\n") ==
              "line 1: 1 words of 9223372036854775807 numbers" +
                  room(binary ? "7" : "30"));
        CHECK(refusal(name, "99999999999999999999999 1\nthe 1 2\n") ==
              "line 1: 18446744073709551615 words of 1 numbers" +
                  room(binary ? "8" : "34"));
        CHECK(refusal(name, "0 5\nthe 1 2 3 4 5\n") ==
              "line 1: 0 words of 5 numbers; at least 1 of each is needed");
        CHECK(refusal(name, "5 0\nthe\n") ==
              "line 1: 5 words of 0 numbers; at least 1 of each is needed");
    }
    std::string long_and_short = "a";
    for (int i = 0; i < 10'000; ++i) long_and_short += " 1";
    for (int i = 0; i < 10'000; ++i) long_and_short += "\nb";
    CHECK(refusal("h.txt", long_and_short) ==
          "line 1: 10001 words of 10000 numbers" + room("40001"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("a file beyond all bounds is refused unread", "[vector_file]") {
    const scratch::Folder folder;
    const std::string path = folder.file("big.bin", "4000000 1000\n");
    scratch::fs::resize_file(path, (std::uint64_t{1} << 34) + 1);
    CHECK_THROWS_WITH(nn::load_vectors(path),
                      path +
                          ": 17179869185 bytes, the bound is 17179869184; keep the "
                          "most common words only");
}

TEST_CASE("more or fewer rows than the header says", "[vector_file]") {
    CHECK(refusal("v.vec", "3 2\na 1 2\nb 3 4\n") ==
          "ends after 2 words of the 3 that line 1 says; fetch it again, or mend "
          "line 1");
    CHECK(refusal("v.vec", "1 2\na 1 2\nb 3 4\n") ==
          "line 3: a word more than the 1 that line 1 says; mend line 1");
    const std::string rows =
        "a " + bytes_of({1, 2}) + "\nb " + bytes_of({3, 4}) + "\n";
    CHECK(refusal("v.bin", "1 2\n" + rows) ==
          "byte 15: more bytes after the 1 words that the first line says; mend "
          "it, or "
          "save again");
    CHECK(refusal("v.bin", "2 2\n" + rows + rows) ==
          "byte 26: more bytes after the 2 words that the first line says; mend "
          "it, or "
          "save again");
}

TEST_CASE("a line too short or too long", "[vector_file]") {
    const std::string remedy =
        " numbers, not 2 as line 1 says; fetch or save the file again";
    CHECK(refusal("v.vec", "2 2\na 1 2\nb 3\n") == "line 3: 'b' has 1" + remedy);
    CHECK(refusal("v.vec", "2 2\na 1 2\nb 3 4 5 6\n") ==
          "line 3: 'b' has 4" + remedy);
    CHECK(refusal("v.txt", "a 1 2\n\nb 3\n") == "line 3: 'b' has 1" + remedy);
    CHECK(refusal("v.txt", "a 1 2\nb\n") == "line 2: 'b' has 0" + remedy);
    CHECK(refusal("v.txt", "a 1 2\nNew York 3 4\n") ==
          "line 2: 'New' has 3" + remedy);
    CHECK(refusal("v.txt", "word\nb 1\n") ==
          "line 1: 'word' has no numbers; is it a file of vectors?");
    CHECK(refusal("v.txt", "a 1\nb " + std::string(1 << 20, '1') + "\n") ==
          "line 2: longer than 1048576 bytes; is it a text file of vectors?");
}

TEST_CASE("numbers that are none, or not finite", "[vector_file]") {
    const std::string remedy = " is not finite; train or save the vectors again";
    for (const std::string number : {"nan", "-nan", "inf", "-inf", "1e39", "NaN"})
        CHECK(refusal("v.txt", "a 1 2\nb 3 " + number + "\n") ==
              "line 2: number 2 of 'b'" + remedy);
    for (const std::string number : {"x", "1,5", "0x1p3", "1.5x", "--1", "1.2.3"})
        CHECK(refusal("v.vec", "2 2\na 1 2\nb 3 " + number + "\n") ==
              "line 3: '" + number +
                  "', number 2 of 'b', is not a number; write one");
    CHECK(refusal("v.bin", "2 1\na " + bytes_of({1}) + "\nb " + nan_bytes + "\n") ==
          "byte 13: number 1 of 'b'" + remedy);
}

TEST_CASE("a word that comes twice", "[vector_file]") {
    const std::string remedy =
        "'a' is word 1 already; a word may come once: remove one of the two";
    CHECK(refusal("v.txt", "a 1 2\nb 3 4\na 5 6\n") == "line 3: " + remedy);
    CHECK(refusal("v.vec", "2 1\na 1\na 1\n") == "line 3: " + remedy);
    CHECK(refusal("v.bin", "2 1\na " + bytes_of({1}) + "\na " + bytes_of({1})) ==
          "byte 13: " + remedy);
}

TEST_CASE("a word that is not UTF-8, and a row without a word", "[vector_file]") {
    const std::string remedy =
        "the word's byte 3 is not UTF-8; save the vectors with words in UTF-8";
    CHECK(refusal("v.txt", "a 1\nna\xEFve 2\n") == "line 2: " + remedy);
    CHECK(refusal("v.bin", "1 1\nna\xEFve " + bytes_of({1})) ==
          "byte 10: " + remedy);
    const std::string nameless = "no word before the numbers; give each row one";
    CHECK(refusal("v.txt", "a 1\n 2\n") == "line 2: " + nameless);
    CHECK(refusal("v.bin", "2 1\na " + bytes_of({1}) + "\n " + bytes_of({1})) ==
          "byte 12: " + nameless);
}

TEST_CASE("a binary file cut anywhere", "[vector_file]") {
    const std::string whole =
        "2 30\nking " +
        bytes_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    const std::string two = whole + "\nqueen " + whole.substr(10) + "\n";
    CHECK(loaded("v.bin", two).words == Words{"king", "queen"});
    CHECK(loaded("v.bin", two.substr(0, two.size() - 1)).words.size() == 2);
    CHECK(refusal("v.bin", two.substr(0, two.size() - 2)) ==
          "byte 256: the file ends within word 2 of the 2 that the first line "
          "says; it "
          "is cut off, fetch or save it again");
    CHECK(refusal("v.bin", "2 1\nking " + bytes_of({1}) + "\nque") ==
          "byte 17: the file ends within word 2 of the 2 that the first line says; "
          "it "
          "is cut off, fetch or save it again");
    for (std::size_t size = 0; size + 1 < two.size(); ++size)
        CHECK(refusal("v.bin", two.substr(0, size)) != "no refusal");
}

TEST_CASE("a binary file of another kind", "[vector_file]") {
    CHECK(refusal("v.bin", std::string(5000, 'x')) ==
          "does not begin with the number of words and of their numbers; is it "
          "word2vec's binary form?");
    CHECK(
        refusal("v.bin", "2 3\n" + std::string(5000, 'x')) ==
        "byte 4100: no end of word 1 of the 2 that the first line says within 4096 "
        "bytes; is the file word2vec's binary form?");
}
