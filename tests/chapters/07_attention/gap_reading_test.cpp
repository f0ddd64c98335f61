/// Which words are hidden, how models are judged, what they look at.
#include "gap_reading.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "nn/softmax.hpp"
#include "small_text.hpp"
#include "support/catch.hpp"

TEST_CASE("gaps are answers at different places of lines that show something",
          "[gaps-of]") {
    constexpr nn::Token unknown = nn::unknown_word;
    const std::vector<nn::TokenLine> lines{{0, 6, 1, 7, 8}, {6},    {unknown, 6},
                                           {0, 1},          {6, 7}, {}};
    std::set<std::size_t> places;
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        nn::Rng rng(seed);
        const std::vector<nn::Gap> gaps =
            nn::gaps_of(lines, small_text::answers, 2, rng);
        REQUIRE(gaps.size() == 4);
        for (const nn::Gap& gap : gaps)
            CHECK(small_text::answers.contain(gap.hidden()));
        CHECK(gaps[0].words.data() == lines[0].data());
        CHECK(gaps[0].place != gaps[1].place);
        CHECK(gaps[2].words.data() == lines[4].data());
        places.insert(gaps[0].place);
    }
    CHECK(places == std::set<std::size_t>{1, 3, 4});
    nn::Rng rng(1);
    CHECK(nn::gaps_of(lines, small_text::answers, 9, rng).size() == 5);
}

TEST_CASE("a model is judged by its probabilities, at any number of threads",
          "[judge-gaps]") {
    const auto lines = small_text::lines(300, 4);
    nn::Rng rng(1);
    const nn::GapModel model = small_text::model(nn::ContextKind::both);
    const std::vector<nn::Gap> gaps = nn::gaps_of(lines, model.answers(), 2, rng);
    const nn::GapScore score = nn::judge_gaps(model, gaps, 1);
    double bits = 0, right = 0;
    for (const nn::Gap& gap : gaps) {
        nn::GapContextPass<float> pass;
        const arma::fmat z = model.scores({&gap, 1}, pass);
        const nn::Token answer = gap.hidden() - 6;
        bits += double(nn::cross_entropy<float>({z.memptr(), z.n_rows}, answer)) /
                std::numbers::ln2;
        right += z.index_max() == answer;
        CHECK(nn::answer_gap(model, gap, 1).guesses[0] == z.index_max() + 6);
    }
    CHECK(score.bits == Approx(bits / double(gaps.size())).epsilon(1e-5));
    CHECK(score.right == Approx(right / double(gaps.size())));
    for (const unsigned threads : {2u, 3u}) {
        const nn::GapScore again = nn::judge_gaps(model, gaps, threads);
        CHECK(again.bits == score.bits);
        CHECK(again.right == score.right);
    }
    CHECK_THROWS_WITH(nn::judge_gaps(model, {}, 1),
                      "judge_gaps: no gap; give at least 1");
}

TEST_CASE("the guesses are the likeliest words, the best first", "[answer-gap]") {
    const auto lines = small_text::lines(1, 4);
    const nn::GapModel model = small_text::model(nn::ContextKind::content);
    const nn::Gap gap{lines[0], 3};
    nn::GapContextPass<float> pass;
    const arma::fmat z = model.scores({&gap, 1}, pass);
    const nn::GapAnswer answer = nn::answer_gap(model, gap, 99);
    REQUIRE(answer.guesses.size() == 6);
    for (std::size_t i = 1; i < 6; ++i)
        CHECK(z[answer.guesses[i - 1] - 6] >= z[answer.guesses[i] - 6]);
    CHECK(arma::approx_equal(answer.weights, pass.A[0], "absdiff", 0.0));
}

TEST_CASE("equal weights count as 1, words that nobody looks at as 0",
          "[looked-at]") {
    const auto lines = small_text::lines(50, 4);
    nn::GapModel model = small_text::model(nn::ContextKind::distance);
    nn::Rng rng(1);
    const std::vector<nn::Gap> gaps = nn::gaps_of(lines, model.answers(), 1, rng);
    double times = 0;
    for (const nn::LookedAt& word :
         nn::looked_at(model, gaps, small_text::vocabulary)) {
        CHECK(word.weight == Approx(1).epsilon(1e-5));  // B is 0 at the start
        times += word.times;
    }
    CHECK(times == double(7 * gaps.size()));
    const arma::fmat B = model.layout().matrix(
        std::span<const float>(model.parameters()), 1);  // places × heads
    for (std::size_t head = 0; head < 2; ++head)  // all look at the word before
        model.parameters()[model.layout().tensors()[1].offset + head * B.n_rows +
                           2] = 50;
    const std::vector<nn::LookedAt> looked =
        nn::looked_at(model, gaps, small_text::vocabulary);
    for (std::size_t word = 0; word < 6; ++word) {
        CHECK(looked[word].weight > 0.5);
        CHECK(looked[word + 6].weight < 1e-6);  // never before an answer
    }
    const nn::GapAnswer answer = nn::answer_gap(model, gaps[0], 1);
    CHECK(answer.weights(gaps[0].place - 1, 0) == Approx(1));
}
