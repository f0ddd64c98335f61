/// vocab.json and merges.txt, written, read again and refused.
#include "byte_pair_files.hpp"

#include "byte_pair_training.hpp"
#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"
#include "token_texts.hpp"

using nn::BytePairs;
namespace fs = std::filesystem;

namespace {

const std::string again = "; fetch both files of the model again";

BytePairs learned() {
    nn::Rng rng(912);
    const std::string text = token_texts::random_bytes(rng, 3000, 256) +
                             token_texts::random_bytes(rng, 3000, 4, ' ');
    return nn::train_byte_pairs(
        std::vector<nn::CountedPiece>{{text, 1}, {" землю", 9}, {"神創造", 9}},
        400);
}

std::string replaced(std::string text, const std::string& old,
                     const std::string& with) {
    const std::size_t at = text.find(old);
    REQUIRE(at != text.npos);
    return text.replace(at, old.size(), with);
}

/// A folder with both files of learned().
struct Files {
    Files() { nn::write_byte_pairs(folder.path(), learned()); }

    std::string vocabulary() const {
        return scratch::bytes_of(folder / "vocab.json");
    }
    std::string merges() const { return scratch::bytes_of(folder / "merges.txt"); }

    /// What reading says, with FOLDER in the place of the folder.
    std::string complaint() const {
        try {
            nn::read_byte_pairs(folder.path());
        } catch (const nn::InputError& error) {
            const std::string said = error.what();
            CHECK(said.find('\n') == said.npos);
            return said_of_folder(said);
        }
        return "read";
    }

    std::string said_of_folder(std::string said) const {
        const std::string name = folder.path();
        for (std::size_t at; (at = said.find(name)) != said.npos;)
            said.replace(at, name.size(), "FOLDER");
        return said;
    }

    std::string complaint_of_vocabulary(const std::string& contents) const {
        folder.file("vocab.json", contents);
        return complaint();
    }

    std::string complaint_of_merges(const std::string& contents) const {
        folder.file("merges.txt", contents);
        return complaint();
    }

    scratch::Folder folder;
};

}  // namespace

TEST_CASE("what was written is read again", "[byte-pair-files]") {
    const BytePairs before = learned();
    const Files files;
    const BytePairs after = nn::read_byte_pairs(files.folder.path());
    REQUIRE(after.size() == before.size());
    for (nn::Token token = 0; token < before.size(); ++token)
        CHECK(after.bytes(token) == before.bytes(token));
    REQUIRE(after.merges().size() == before.merges().size());
    for (std::size_t k = 0; k < before.merges().size(); ++k) {
        CHECK(after.merges()[k].pair == before.merges()[k].pair);
        CHECK(after.merges()[k].whole == before.merges()[k].whole);
    }
    for (const std::string& text : token_texts::many_texts())
        CHECK(after.encode(text) == before.encode(text));
    const std::string vocabulary = files.vocabulary(), merges = files.merges();
    nn::write_byte_pairs(files.folder.path(), after);
    CHECK(files.vocabulary() == vocabulary);
    CHECK(files.merges() == merges);
}

TEST_CASE("the files look like GPT-2's", "[byte-pair-files]") {
    const scratch::Folder folder;
    BytePairs pairs;
    pairs.add_merge({pairs.add_merge({' ', 't'}), 'h'});
    nn::write_byte_pairs(folder.path(), pairs);
    const std::string vocabulary = scratch::bytes_of(folder / "vocab.json");
    CHECK(vocabulary.starts_with(R"({"\u0100": 0, "\u0101": 1, )"));
    CHECK(vocabulary.find(R"("!": 33, "\"": 34, "#": 35)") != vocabulary.npos);
    CHECK(vocabulary.ends_with("\"\\u0120t\": 256, \"\\u0120th\": 257}\n"));
    CHECK(scratch::bytes_of(folder / "merges.txt") == "#version: 0.2\nĠ t\nĠt h\n");
}

TEST_CASE("files of others", "[byte-pair-files]") {
    const Files files;
    const BytePairs plain = nn::read_byte_pairs(files.folder.path());
    SECTION("a special token that no merge makes") {
        files.folder.file("vocab.json", replaced(files.vocabulary(), "}\n",
                                                 ", \"<|endoftext|>\": 400}"));
        const BytePairs pairs = nn::read_byte_pairs(files.folder.path());
        CHECK(pairs.size() == 401);
        CHECK(pairs.bytes(400) == "<|endoftext|>");
        CHECK(pairs.encode("<|endoftext|>") == plain.encode("<|endoftext|>"));
    }
    SECTION("no first line, lines that end as Windows ends them") {
        std::string merges = replaced(files.merges(), "#version: 0.2\n", "");
        for (std::size_t at = 0; (at = merges.find('\n', at)) != merges.npos;
             at += 2)
            merges.insert(at, "\r");
        files.folder.file("merges.txt", merges);
        CHECK(nn::read_byte_pairs(files.folder.path()).merges().size() ==
              plain.merges().size());
    }
    SECTION("a merge of # is no first line") {
        files.folder.file("merges.txt", "# #\n");
        CHECK(nn::read_byte_pairs(files.folder.path()).encode("##") ==
              token_texts::Tokens{plain.find("##").value()});
    }
    SECTION("letters as themselves, not as \\u") {
        files.folder.file("vocab.json",
                          replaced(files.vocabulary(), "\\u0100", "Ā"));
        CHECK(nn::read_byte_pairs(files.folder.path()).size() == plain.size());
    }
}

TEST_CASE("a damaged vocab.json is refused", "[byte-pair-files]") {
    const Files files;
    const std::string good = files.vocabulary(), at = "FOLDER/vocab.json: ";
    const auto said = [&](const std::string& old, const std::string& with) {
        return files.complaint_of_vocabulary(replaced(good, old, with));
    };
    CHECK(files.complaint_of_vocabulary("") == at + "is empty" + again);
    CHECK(said("\"!\": 33,", "\n\"!\" 33,") ==
          at + "line 2, byte " + std::to_string(good.find("\"!\"") + 7) +
              ": not JSON here" + again);
    CHECK(files.complaint_of_vocabulary(good.substr(0, 3000)) ==
          at + "line 1, byte 3001: not JSON here" + again);
    CHECK(files.complaint_of_vocabulary("[1, 2]\n") ==
          at + "is no JSON object of tokens and their numbers" + again);
    CHECK(files.complaint_of_vocabulary("{}") ==
          at + "is no JSON object of tokens and their numbers" + again);
    CHECK(said("\"!\": 33", "\"!\": 1e999") ==
          at + "has a number beyond all bounds" + again);
    CHECK(said("\"!\": 33,", "\"!\": 34,") ==
          at + "token \"\\\"\" has the number 34, as \"!\" has" + again);
    CHECK(said("\"!\": 33,", "\"!\": 400,") ==
          at + "token \"!\" has the number 400, 400 tokens have 0 to 399" + again);
    CHECK(said("\"!\": 33,", "\"!\": -1,") ==
          at + "token \"!\" has the number -1, 400 tokens have 0 to 399" + again);
    CHECK(said("\"!\": 33,", "\"!\": \"x\",") ==
          at + "token \"!\" has the number \"x\", 400 tokens have 0 to 399" +
              again);
    CHECK(said("\"!\": 33,", "\"!\": 33, \"!\": 34,") ==
          at + "token \"\\\"\" has the number 34, as \"!\" has" + again);
    CHECK(said("\"!\": 33", "\"起\": 33") ==
          at + "token \"起\" has a character that spells no byte" + again);
    CHECK(said("\"!\": 33", "\"\": 33") ==
          at + "token \"\" spells no bytes" + again);
    CHECK(said("\"!\": 33", "\"!!!!!!!\": 33") ==
          at + "byte 33 has no token; each of the bytes 0 to 255 needs one: " +
              again.substr(2));
    CHECK(said("\"!\"", "\"\xFF\"") ==
          at + "byte " + std::to_string(good.find("\"!\"") + 1) +
              " (line 1), 0xFF, is not valid UTF-8; convert the file: iconv -f "
              "ITS_ENCODING -t UTF-8 FOLDER/vocab.json > utf8.txt");
    CHECK(said("\"!\": 33",
               "\"!\": " + std::string(300'000, '[') + std::string(300'000, ']')) ==
          at +
              "token \"!\" has the number that is an array, 400 tokens have 0 to "
              "399" +
              again);
    fs::remove(files.folder / "vocab.json");
    CHECK(files.complaint() == at + "no such file; check the path");
}

TEST_CASE("a damaged merges.txt is refused", "[byte-pair-files]") {
    const Files files;
    const std::string at = "FOLDER/merges.txt: ", merges = files.merges();
    const auto said = [&](const std::string& lines) {
        return files.complaint_of_merges("#version: 0.2\n" + lines);
    };
    CHECK(files.complaint_of_merges("") == at + "is empty" + again);
    for (const std::string line : {"a", "a b c", " a", "a ", "Ġ  t"})
        CHECK(said("\n" + line + "\n") ==
              at + "line 3: \"" + line +
                  "\" is not two tokens with a space between" + again);
    CHECK(said("起 a") == at + "line 2: \"起\" is no token of vocab.json" + again);
    CHECK(said("a bbbbbbbbb") ==
          at + "line 2: \"bbbbbbbbb\" is no token of vocab.json" + again);
    CHECK(said("q q\n") == at + "line 2: \"qq\" is no token of vocab.json" + again);
    const std::string first = merges.substr(14, merges.find('\n', 14) + 1 - 14);
    CHECK_THAT(said(first + first), oracle::mentions(at + "line 3: tokens "));
    CHECK_THAT(said(first + first),
               oracle::mentions(" have a merge already; name each pair once"));
    CHECK(said("\xFF a") ==
          at +
              "byte 14 (line 2), 0xFF, is not valid UTF-8; convert the file: iconv "
              "-f ITS_ENCODING -t UTF-8 FOLDER/merges.txt > utf8.txt");
    fs::remove(files.folder / "merges.txt");
    CHECK(files.complaint() == at + "no such file; check the path");
}

TEST_CASE("merges in another order are refused", "[byte-pair-files]") {
    const scratch::Folder folder;
    BytePairs pairs;
    pairs.add_merge({pairs.add_merge({' ', 't'}), 'h'});
    nn::write_byte_pairs(folder.path(), pairs);
    folder.file("merges.txt", "Ġt h\nĠ t\n");
    CHECK_THROWS_WITH(
        nn::read_byte_pairs(folder.path()),
        folder / "merges.txt" +
            ": line 1: token 256 of 258 is neither a byte nor made by "
            "a merge before; give the merges in the order in which "
            "they were learned");
}

TEST_CASE("a folder that admits no files leaves the old ones",
          "[byte-pair-files]") {
    const scratch::Folder folder;
    folder.file("occupied", "a file");
    CHECK_THROWS_WITH(nn::write_byte_pairs(folder / "occupied", learned()),
                      oracle::mentions("occupied/vocab.json: cannot be written"));
    CHECK(scratch::bytes_of(folder / "occupied") == "a file");
}
