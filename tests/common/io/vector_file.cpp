/// Word vectors in files: what is written reads back, and what is broken is
/// refused.
#include "nn/io/vector_file.hpp"

#include <bit>
#include <chrono>
#include <limits>

#include "nn/io/error.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

using Words = std::vector<std::string>;

/// Floats of all sizes, and words of several languages.
nn::WordVectors many_vectors() {
    nn::Rng rng(8);
    nn::WordVectors made{{"the", "слово", "言葉", "don't", "7", "a,b"},
                         arma::fmat(50, 500)};
    while (made.words.size() < 500)
        made.words.push_back("w" + std::to_string(made.words.size()));
    for (float& x : made.vectors) do
            x = std::bit_cast<float>(rng.bits32());
        while (!std::isfinite(x));
    made.vectors(0, 0) = 0.0F, made.vectors(1, 0) = -0.0F;
    made.vectors(2, 0) = 0.1F, made.vectors(3, 0) = 1e-45F;
    made.vectors(4, 0) = std::numeric_limits<float>::max();
    return made;
}

/// Equal words, and equal bits of every float.
void check_same(const nn::WordVectors& one, const nn::WordVectors& two) {
    CHECK(one.words == two.words);
    REQUIRE(arma::size(one.vectors) == arma::size(two.vectors));
    std::size_t different = 0;
    for (arma::uword i = 0; i < one.vectors.n_elem; ++i)
        different += std::bit_cast<std::uint32_t>(one.vectors[i]) !=
                     std::bit_cast<std::uint32_t>(two.vectors[i]);
    CHECK(different == 0);
}

/// Loads a file of these bytes and returns what is said about it.
std::string refusal(const std::string& name, const std::string& bytes) {
    const scratch::Folder folder;
    const std::string path = folder.file(name, bytes);
    try {
        nn::load_vectors(path);
    } catch (const nn::InputError& error) {
        const std::string said = error.what();
        CHECK(said.find('\n') == said.npos);
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    }
    return "no refusal";
}

nn::WordVectors loaded(const std::string& name, const std::string& bytes) {
    const scratch::Folder folder;
    return nn::load_vectors(folder.file(name, bytes));
}

std::string bytes_of(std::initializer_list<float> numbers) {
    return {reinterpret_cast<const char*>(numbers.begin()),
            numbers.size() * sizeof(float)};
}

const std::string nan_bytes = bytes_of({std::numeric_limits<float>::quiet_NaN()});

}  // namespace

TEST_CASE("what is saved loads again, bit for bit", "[vector_file]") {
    const scratch::Folder folder;
    const nn::WordVectors vectors = many_vectors();
    for (const std::string name : {"v.bin", "v.vec", "v.txt"}) {
        INFO(name);
        nn::save_vectors(folder / name, vectors);
        check_same(nn::load_vectors(folder / name), vectors);
    }
    CHECK(folder.contents().size() == 3);
}

TEST_CASE("the forms, to the byte", "[vector_file]") {
    const scratch::Folder folder;
    const nn::WordVectors vectors{{"a", "bc"}, {{0.1F, -1}, {1e30F, 0}}};
    for (const std::string name : {"v.bin", "v.vec", "v.txt"})
        nn::save_vectors(folder / name, vectors);
    CHECK(scratch::bytes_of(folder / "v.txt") == "a 0.1 1e+30\nbc -1 0\n");
    CHECK(scratch::bytes_of(folder / "v.vec") == "2 2\na 0.1 1e+30\nbc -1 0\n");
    CHECK(scratch::bytes_of(folder / "v.bin") ==
          "2 2\na " + bytes_of({0.1F, 1e30F}) + "\nbc " + bytes_of({-1, 0}) + "\n");
}

TEST_CASE("what other programs write", "[vector_file]") {
    const nn::WordVectors two{{"a", "b"}, {{1, 3}, {2, 4}}};
    check_same(loaded("fasttext.vec", "2 2\na 1 2 \nb 3 4 \n"), two);
    check_same(loaded("windows.vec", "2 2\r\na 1.0 2\r\nb 3 4\r\n"), two);
    check_same(loaded("tabs.txt", "a\t1\t2\nb\t3\t4"), two);
    check_same(loaded("header.txt", "2 2\na 1 2\nb 3e0 4\n\n"), two);
    check_same(loaded("mark.vec", "\uFEFF2 2\na 1 2\nb 3 4\n"), two);
    check_same(loaded("mark.txt", "\uFEFFa 1 2\nb 3 4\n"), two);
    check_same(loaded("gensim.bin",
                      "2 2\na " + bytes_of({1, 2}) + "b " + bytes_of({3, 4})),
               two);
    check_same(loaded("small.txt", "a 1e-60 -1e-400\n"),
               {{"a"}, arma::fvec{0, -0.0F}});
    check_same(loaded("one.txt", "a 1\n7 2\n"), {{"a", "7"}, arma::frowvec{1, 2}});
}

TEST_CASE("a name that tells no form", "[vector_file]") {
    const std::string remedy =
        "' is no form of word vectors; end the name in .vec (word2vec text), .bin "
        "(word2vec binary) or .txt (GloVe text)";
    CHECK(refusal("v.gz", "") == "'.gz" + remedy);
    CHECK(refusal("vec", "") == "'" + remedy);
    const scratch::Folder folder;
    CHECK_THROWS_WITH(nn::save_vectors(folder / "v.VEC", many_vectors()),
                      folder / "v.VEC" + ": '.VEC" + remedy);
    CHECK(folder.contents().empty());
}

TEST_CASE("no file, a directory, an empty file", "[vector_file]") {
    const scratch::Folder folder;
    CHECK_THROWS_WITH(nn::load_vectors(folder / "gone.vec"),
                      folder / "gone.vec: no such file; check the path");
    scratch::fs::create_directory(folder / "d.bin");
    CHECK_THROWS_WITH(nn::load_vectors(folder / "d.bin"),
                      folder / "d.bin: is a directory; name one file in it");
    CHECK(refusal("e.vec", "") == "0 bytes and no vector; give a file with some");
    CHECK(refusal("e.txt", "\n \n") ==
          "3 bytes and no vector; give a file with some");
    CHECK(refusal("e.bin", "") ==
          "does not begin with the number of words and of their numbers; is it "
          "word2vec's binary form?");
}

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

TEST_CASE("vectors that would read back as something else are not saved",
          "[vector_file]") {
    const scratch::Folder folder;
    folder.file("v.vec", "kept");
    const auto before = folder.contents();
    const auto refuses = [&](const std::string& name,
                             const nn::WordVectors& vectors,
                             const std::string& problem) {
        CHECK_THROWS_WITH(nn::save_vectors(folder / name, vectors),
                          folder / name + ": " + problem);
        CHECK(folder.contents() == before);
    };
    const auto one = [](const std::string& word, float x = 1) {
        return nn::WordVectors{{"a", word}, arma::frowvec{1, x}};
    };
    refuses("v.vec", one(""), "word 2 is empty; leave it out");
    for (const std::string word : {"New York", " a", "a\t", "a\nb", "a\r"})
        refuses("v.vec", one(word),
                "word 2, '" + word +
                    "', holds a space or a control character, where the word would "
                    "end; write _ instead");
    for (const float x : {std::numeric_limits<float>::quiet_NaN(),
                          -std::numeric_limits<float>::infinity()})
        refuses("v.vec", one("b", x),
                "word 2, 'b', has a number that is not finite; train with a lower "
                "learning rate");
    refuses("v.vec", {{"a"}, arma::fmat(2, 2)},
            "1 words and 2 × 2 numbers; give a column a word, and at least one");
    refuses("v.vec", {{}, arma::fmat(2, 0)},
            "0 words and 2 × 0 numbers; give a column a word, and at least one");
    refuses(
        "v.txt", {{"7", "b"}, arma::frowvec{3, 1}},
        "its first line would be '7 3', which is read as a count of words; end the "
        "name in .vec");
}

TEST_CASE("where a file may be saved is asked before", "[vector_file]") {
    const scratch::Folder folder;
    CHECK_NOTHROW(nn::require_vector_file_name(folder / "new/v.vec"));
    CHECK_NOTHROW(nn::require_vector_file_name("v.bin"));
    CHECK(folder.contents().empty());
    CHECK_THROWS_AS(nn::require_vector_file_name(folder / "v"), nn::InputError);
    scratch::fs::create_directory(folder / "d.vec");
    CHECK_THROWS_WITH(nn::require_vector_file_name(folder / "d.vec"),
                      folder / "d.vec: is a directory; name a file in it");
    const std::string file = folder.file("file", "");
    CHECK_THROWS_WITH(nn::require_vector_file_name(file + "/v.vec"),
                      file + ": cannot be written (" + file +
                          " is not a folder); choose another folder: --save FILE");
    CHECK_THROWS_WITH(
        nn::save_vectors(file + "/v.vec", nn::WordVectors{{"a"}, arma::frowvec{1}}),
        file +
            "/v.vec: cannot be written (Not a directory); choose another folder: "
            "--save FILE");
}
