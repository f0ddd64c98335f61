/// The synonym score: which pairs are asked about, what they are worth, and what is
/// refused.
#include "nn/synonym_score.hpp"

#include <cmath>
#include <limits>
#include <set>

#include "support/catch.hpp"

namespace {

using Synsets = std::vector<std::vector<std::string>>;

/// w000, w001, … with falling counts.
nn::Vocabulary words(std::size_t n) {
    std::vector<nn::WordCount> counts;
    for (std::size_t i = 0; i < n; ++i) {
        std::string name = std::to_string(i);
        name.insert(0, 3 - name.size(), '0');
        counts.push_back({"w" + name, static_cast<double>(2 * n - i)});
    }
    return nn::Vocabulary(counts, 1.0);
}

}  // namespace

TEST_CASE("areas by hand", "[synonym-score]") {
    using List = std::vector<double>;
    CHECK(nn::area_under_curve(List{1.0}, List{0.0}) == 1.0);
    CHECK(nn::area_under_curve(List{0.0}, List{1.0}) == 0.0);
    CHECK(nn::area_under_curve(List{2.0}, List{2.0}) == 0.5);
    CHECK(nn::area_under_curve(List{3.0, 1.0}, List{0.0, 2.0, 3.0}) == 3.5 / 6.0);
    CHECK(nn::area_under_curve(List{-0.0}, List{0.0}) == 0.5);
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(nn::area_under_curve(List{infinite}, List{infinite, 1.0}) == 0.75);
}

TEST_CASE("lists that cannot be compared are refused", "[synonym-score]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const char* message =
        "area_under_curve: a list is empty or holds a NaN; give numbers in both";
    const std::vector<double> one{1.0}, none, bad{1.0, nan};
    CHECK_THROWS_WITH(nn::area_under_curve(one, none), message);
    CHECK_THROWS_WITH(nn::area_under_curve(none, one), message);
    CHECK_THROWS_WITH(nn::area_under_curve(one, bad), message);
    CHECK_THROWS_WITH(nn::area_under_curve(bad, one), message);
}

TEST_CASE("each pair of a synset once, the more common word first",
          "[synonym-score]") {
    const Synsets synsets{{"w009", "w004", "unknown"},
                          {"w004", "w009"},
                          {"w001", "w002", "w003"},
                          {"w050"}};
    nn::Rng rng(34);
    const nn::SynonymTask task = nn::synonym_task(synsets, words(100), rng);
    std::set<std::pair<nn::Token, nn::Token>> pairs;
    for (const nn::TokenPair& pair : task.synonyms)
        CHECK(pairs.emplace(pair.first, pair.second).second);
    CHECK(pairs == std::set<std::pair<nn::Token, nn::Token>>{
                       {1, 2}, {1, 3}, {2, 3}, {4, 9}});
    CHECK(task.others.size() == 4);
}

TEST_CASE("random words are about as common and no synonyms", "[synonym-score]") {
    Synsets synsets;
    for (int i = 0; i < 40; ++i)
        synsets.push_back({"w010", "w0" + std::to_string(20 + i)});
    nn::Rng rng(35);
    const nn::SynonymTask task = nn::synonym_task(synsets, words(200), rng);
    REQUIRE(task.synonyms.size() == task.others.size());
    CHECK(task.others.size() >= 25);  // near w040 all words are synonyms of w010
    for (std::size_t i = 0; i < task.others.size(); ++i) {
        const auto [a, b] = task.others[i];
        const nn::Token like = task.synonyms[i].second;
        CHECK(a == task.synonyms[i].first);
        CHECK((b < 20 || b > 59));
        CHECK(b >= like - std::min(like, like / 4 + 5));
        CHECK(b <= like + like / 4 + 5);
    }
    nn::Rng again(35);
    const nn::SynonymTask same = nn::synonym_task(synsets, words(200), again);
    for (std::size_t i = 0; i < task.others.size(); ++i)
        CHECK(same.others[i].second == task.others[i].second);
}

TEST_CASE("a language without synonyms has no pairs", "[synonym-score]") {
    nn::Rng rng(36);
    CHECK(nn::synonym_task(Synsets{{"nobody", "none"}}, words(10), rng)
              .synonyms.empty());
    CHECK(nn::synonym_task(Synsets{}, words(10), rng).others.empty());
    // two words, and nothing to compare them with
    CHECK(nn::synonym_task(Synsets{{"w000", "w001"}}, words(2), rng)
              .synonyms.empty());
}

TEST_CASE("scores by hand", "[synonym-score]") {
    const nn::SynonymTask task{{{0, 1}}, {{0, 2}}};
    arma::fmat vectors{{1.0F, 2.0F, 0.0F}, {0.0F, 1.0F, 3.0F}};  // 2 × 3
    CHECK(nn::synonym_score(task, vectors) == 1.0);
    vectors.col(2) = arma::fvec{5.0F, 0.0F};
    CHECK(nn::synonym_score(task, vectors) == 0.0);
    vectors.zeros();  // no directions: all cosines are 0
    CHECK(nn::synonym_score(task, vectors) == 0.5);
}

TEST_CASE("scores that mean nothing are refused", "[synonym-score]") {
    const arma::fmat vectors(2, 3);
    CHECK_THROWS_WITH(nn::synonym_score({}, vectors),
                      oracle::mentions("a list is empty"));
    CHECK_THROWS_WITH(
        nn::synonym_score({{{0, 3}}, {{0, 1}}}, vectors),
        "synonym_score: a pair has a word beyond the vectors; take those of the "
        "vocabulary that the pairs are of");
    arma::fmat bad(2, 2, arma::fill::ones);
    bad(0, 1) = std::numeric_limits<float>::quiet_NaN();
    CHECK_THROWS_WITH(
        nn::synonym_score({{{0, 0}}, {{0, 0}}}, bad),
        "synonym_score: a number of the vectors is NaN or infinite; was "
        "the learning rate too large?");
}
