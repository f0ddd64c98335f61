/// Word vectors in files: what is written reads back, and what cannot be written is
/// refused.
#include "nn/io/vector_file.hpp"

#include <bit>
#include <limits>

#include "nn/rng.hpp"
#include "vector_bytes.hpp"

using vector_bytes::bytes_of;
using vector_bytes::loaded;
using vector_bytes::refusal;

namespace {

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
