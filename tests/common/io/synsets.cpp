/// WordNet's sets of synonyms, from files of our own and from Debian's.
#include "nn/io/synsets.hpp"

#include <algorithm>

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/scratch.hpp"

namespace {

/// The synsets of four files, the first with these contents.
std::vector<nn::Synset> synsets_in(const std::string& adjectives) {
    const scratch::Folder folder;
    folder.file("data.adj", adjectives);
    for (const char* part : {"adv", "noun", "verb"})
        folder.file("data." + std::string(part), "");
    const environment::Set there("WNSEARCHDIR", folder.path());
    return nn::read_synsets();
}

}  // namespace

TEST_CASE("words that share a line share a meaning", "[synsets]") {
    CHECK(synsets_in(
              "  1 the licence\n"
              "00000001 00 a 02 glad 0 Happy 1 001 & 00000002 a 0000 | joyful\n"
              "00000002 00 a 01 alone 0 000 | without others\n") ==
          std::vector<nn::Synset>{{"glad", "happy"}});
}

TEST_CASE("expressions, marks and doubles fall away", "[synsets]") {
    CHECK(synsets_in(
              "00000001 00 s 04 galore(ip) 0 a_lot 0 Galore 1 aplenty(p) 0 000 "
              "| in great numbers\n") ==
          std::vector<nn::Synset>{{"aplenty", "galore"}});
    CHECK(synsets_in("00000001 00 a 02 very_good 0 good 0 000 | x\n").empty());
}

TEST_CASE("the count of words is hexadecimal", "[synsets]") {
    std::string line = "00000001 00 a 0c";
    for (char c = 'a'; c < 'a' + 12; ++c) line += std::string(" ") + c + "x 0";
    CHECK(synsets_in(line + " 000 | twelve\n")[0].size() == 12);
}

TEST_CASE("lines that are no synsets are refused", "[synsets]") {
    for (const std::string bad :
         {"x", "00000001 00 a", "00000001 00 a zz word 0 000 | gloss",
          "00000001 00 a 03 word 0 000 | gloss",
          "00000001 00 a 02 word 0 | gloss"}) {
        INFO(bad);
        try {
            synsets_in(bad + "\n");
            FAIL("not refused");
        } catch (const nn::InputError& error) {
            CHECK_THAT(
                error.what(),
                oracle::mentions("\"" + bad.substr(0, 5)) &&
                    oracle::mentions("is no line of a synset; install its files "
                                     "again: apt-get install --reinstall"));
        }
    }
}

TEST_CASE("a missing WordNet is named with its package", "[synsets]") {
    const environment::Set nowhere("WNSEARCHDIR", "/nowhere");
    CHECK_THROWS_WITH(nn::read_synsets(),
                      oracle::mentions("apt-get install wordnet-base"));
}

TEST_CASE("Debian's WordNet", "[synsets]") {
    const std::vector<nn::Synset> all = nn::read_synsets();
    CHECK(all.size() == 28226);
    CHECK(std::count(all.begin(), all.end(), nn::Synset{"car", "motorcar"}) == 0);
    const auto has = [&](const std::string& a, const std::string& b) {
        return std::any_of(all.begin(), all.end(), [&](const nn::Synset& synset) {
            return std::find(synset.begin(), synset.end(), a) != synset.end() &&
                   std::find(synset.begin(), synset.end(), b) != synset.end();
        });
    };
    CHECK(has("car", "automobile"));
    CHECK(has("begin", "start"));
    CHECK_FALSE(has("king", "bread"));
    for (const nn::Synset& synset : all) {
        REQUIRE(synset.size() >= 2);
        for (const std::string& word : synset)
            REQUIRE(word.find_first_of("_( ") == word.npos);
    }
}
