/// The text of the trial, what counting makes of it, and trainings as shards.
#include "length_trial.hpp"

#include <cmath>

#include "nn/io/blas_threads.hpp"
#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/repeated.hpp"

using nn::TrialText;

namespace {

nn::Corpus corpus(const std::vector<std::string>& lines) {
    return {.name = "some.txt", .labels = {}, .lines = lines, .parts = {}};
}

std::string refusal(const std::vector<std::string>& lines) {
    try {
        nn::trial_text(corpus(lines));
    } catch (const nn::InputError& refused) {
        return refused.what();
    }
    return {};
}

/// 8,000 characters of a text in which all depends on what came before.
TrialText some_text() {
    return nn::trial_text(corpus({repeated("Aab Bcac. ", 800)}));
}

nn::Options options(bool quick) {
    nn::Options all;
    all.quick = quick, all.threads = 2;
    return all;
}

}  // namespace

TEST_CASE("the text of the trial is folded, its last tenth held out", "[trial]") {
    const TrialText text = some_text();
    CHECK(text.name == "some.txt");
    CHECK(text.symbols == 6);  // a, c, b, space, full stop, the end of the line
    CHECK(text.train.size() == 7200);
    CHECK(text.held_out.size() == 801);
    CHECK(text.train[0] == text.train[1]);  // A and a
    CHECK(text.train[0] == 0);              // the most common one
    CHECK(text.held_out.back() == 5);
}

TEST_CASE("of many kinds of characters 63 stay", "[trial]") {
    std::string kinds;
    for (char first = '!'; first <= '~'; ++first) kinds += first;  // 68 folded
    const std::string common = repeated("abc", 3000);
    const TrialText text = nn::trial_text(corpus({common, kinds, common}));
    CHECK(text.symbols == 64);
    CHECK(*std::max_element(text.train.begin(), text.train.end()) == 63);
    CHECK(std::count(text.train.begin(), text.train.end(), 63) == 6);
}

TEST_CASE("a text that is too short or of one kind is refused", "[trial]") {
    CHECK(
        refusal({"In the beginning"}) ==
        "some.txt: 17 characters, of which the last tenth must hold more than 512; "
        "give a text of at least 5130");
    CHECK_THAT(refusal({std::string(5119, 'x')}),
               oracle::mentions("5120 characters"));
    CHECK(refusal({repeated("xy", 2565)}).empty());
    std::string same(6000, '\n');
    CHECK(
        refusal({same}) ==
        "some.txt: all characters are the same; give a text with at least 2 kinds");
}

TEST_CASE("a text with too many kinds of characters is refused", "[trial]") {
    std::string all;
    for (int c = 0x10000; c < 0x10000 + 66'000; ++c)
        for (const int byte : {0xF0 | c >> 18, 0x80 | (c >> 12 & 0x3F),
                               0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F)})
            all += static_cast<char>(byte);
    CHECK_THAT(refusal({all}), oracle::mentions("some.txt: ") &&
                                   oracle::mentions("different characters"));
}

TEST_CASE("all lengths judge the same symbols", "[trial]") {
    TrialText text{"", 2, {}, std::vector<nn::Token>(20'001)};
    for (const std::size_t length : nn::judged_lengths)
        for (const bool quick : {false, true}) {
            const nn::CausalBatch batch =
                nn::judged_pieces(options(quick), text, length);
            CHECK(batch.symbols.size() == (quick ? 4096 : 12'288));
            CHECK(batch.sequences * length == batch.symbols.size());
        }
    text.held_out.resize(1400);  // 2 of the longest, and what follows
    for (const std::size_t length : nn::judged_lengths)
        CHECK(nn::judged_pieces(options(false), text, length).symbols.size() ==
              1024);
}

TEST_CASE("who counts letters, and pairs", "[trial]") {
    // 0 1 0 1 …; one of each is counted beforehand
    TrialText text{"", 2, {}, {0, 1, 0, 1}};
    for (int i = 0; i < 50; ++i) text.train.insert(text.train.end(), {0, 1});
    const double one = 51.0 / 101, zero = 50.0 / 101;  // the first 0 follows nobody
    CHECK(nn::counted_bits(text, 3, false) ==
          Approx(-(2 * std::log2(one) + std::log2(zero)) / 3));
    CHECK(nn::counted_bits(text, 3, true) ==
          Approx(-(2 * std::log2(51.0 / 52) + std::log2(50.0 / 51)) / 3));
    CHECK(nn::counted_bits(text, 1, false) == Approx(-std::log2(one)));
}

TEST_CASE("trainings leave the same bytes at any number of threads", "[trial]") {
    nn::use_one_blas_thread();  // as a program does: shards use the cores
    const TrialText text = some_text();
    const std::vector<float> one = nn::moment_of_training(text, 5, 1);
    CHECK(one.size() > 5 * 8000);
    CHECK(nn::moment_of_training(text, 5, 2) == one);
    CHECK(nn::moment_of_training(text, 5, 3) == one);
    CHECK(nn::moment_of_training(text, 6, 1) != one);
}

TEST_CASE("a trial judges each kind at each length from each seed", "[trial]") {
    nn::use_one_blas_thread();  // as a program does: shards use the cores
    const TrialText text = some_text();
    const nn::LengthTrial trial = nn::length_trial(options(true), text);
    REQUIRE(trial.models.size() == 15);
    REQUIRE((trial.bits.n_rows == 4 && trial.bits.n_cols == 5 &&
             trial.bits.n_slices == 3));
    REQUIRE((trial.by_place.n_rows == 512 && trial.by_place.n_cols == 5));
    for (std::size_t m = 0; m < 15; ++m) {
        CHECK(trial.models[m].shape().positions == nn::position_kinds[m / 3]);
        const double bits = trial.bits(0, m / 3, m % 3);
        CHECK(bits == Approx(arma::mean(nn::losses_by_place(
                                 trial.models[m],
                                 nn::judged_pieces(options(true), text, 64))) /
                             std::log(2.0)));
        CHECK(bits < 2.0);  // of log2 6 = 2.58
    }
    for (std::size_t k = 0; k < 5; ++k) {
        CHECK(trial.bits(0, k, 0) != trial.bits(0, k, 1));
        const arma::vec longest = trial.bits.tube(3, k);
        CHECK(arma::mean(trial.by_place.col(k)) == Approx(arma::mean(longest)));
    }
}
