#include "nn/vocabulary.hpp"

#include "support/catch.hpp"

TEST_CASE("words are counted, the frequent ones first", "[words]") {
    const std::vector<nn::WordCount> counts =
        nn::count_words({"b", "a", "c", "a", "б", "b", "a"});
    REQUIRE(counts.size() == 4);
    CHECK(counts[0].word == "a");
    CHECK(counts[0].count == 3.0);
    CHECK(counts[1].word == "b");
    CHECK(counts[2].word == "c");  // ties by bytes
    CHECK(counts[3].word == "б");
    CHECK(nn::count_words({}).empty());
}
