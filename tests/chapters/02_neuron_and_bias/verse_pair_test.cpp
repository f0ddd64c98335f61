/// Two neurons side by side: what is done to their task, and how they are examined.
#include "verse_pair.hpp"
#include "support/catch.hpp"

namespace {

nn::TwoParts small_task() {
    nn::TwoParts task;
    task.words = {"the", "and", "of"};
    task.train = {arma::mat{{0.5, 0.25}, {0.0, 0.5}, {0.25, 0.25}},
                  arma::rowvec{0.0, 0.0}};
    task.validation =
        task.test = {arma::mat(3, 1, arma::fill::ones), arma::rowvec(1)};
    return task;
}

bool same(const arma::mat& a, const arma::mat& b) {
    return arma::approx_equal(a, b, "absdiff", 0.0);
}

}  // namespace

TEST_CASE("the means taken off are those of the training lines", "[verses]") {
    const nn::TwoParts task = nn::centred(small_task());
    CHECK(same(task.train.X, {{0.125, -0.125}, {-0.25, 0.25}, {0.0, 0.0}}));
    CHECK(same(task.validation.X, arma::vec{0.625, 0.75, 0.75}));
    CHECK(same(task.test.X, task.validation.X));
    CHECK(same(task.train.y, small_task().train.y));
}

TEST_CASE("fewer inputs are the most common words", "[verses]") {
    const nn::TwoParts task = nn::with_inputs(small_task(), 2);
    CHECK(task.words == std::vector<std::string>{"the", "and"});
    CHECK(same(task.train.X, {{0.5, 0.25}, {0.0, 0.5}}));
    CHECK(same(task.test.X, arma::vec{1.0, 1.0}));
    CHECK(same(nn::with_inputs(small_task(), 9).train.X, small_task().train.X));
}

TEST_CASE("both neurons are trained and examined", "[verses]") {
    const nn::TwoParts task = small_task();
    std::size_t passes = 0;
    const nn::PerceptronPair pair = nn::trained_pair(
        task, [&](std::size_t pass, const nn::PerceptronPair&, std::size_t,
                  std::size_t) { CHECK(pass == ++passes); });
    CHECK(passes == nn::pair_passes);
    CHECK(pair[0].last().b == 0.0);
    CHECK(pair[1].last().b == -1.0);  // it fired once, and should never
    const nn::PairScores scores = nn::scores_of(pair, task, task.test);
    CHECK(scores.majority == 1.0);
    CHECK(scores.last == std::array<double, 2>{1.0, 1.0});
    CHECK(scores.average == std::array<double, 2>{1.0, 1.0});
}
