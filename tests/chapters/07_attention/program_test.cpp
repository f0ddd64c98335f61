/// The program of chapter 7 as it is run for the book: its verdicts and its bytes.
#include "support/program_run.hpp"

using capture::check_left_the_same;
using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run.
const Verdicts verdicts_of_book{{"root-d", "holds"},
                                {"root-d-entropy", "holds"},
                                {"root-d-one-key", "holds"},
                                {"root-d-gradient", "holds"},
                                {"weights-sum-to-one", "holds"},
                                {"weights-non-negative", "holds"},
                                {"full-mask-zero", "holds"},
                                {"one-head", "holds"},
                                {"two-heads", "holds"},
                                {"gradient-check", "holds"},
                                {"equivariant", "holds"},
                                {"equivariant-nearly", "holds"},
                                {"bottleneck", "holds"},
                                {"bottleneck-short", "holds"},
                                {"no-bottleneck", "holds"},
                                {"tiles-agree", "holds"},
                                {"reversal-learned", "holds"},
                                {"blind-cannot", "holds"},
                                {"blind-equal", "holds"},
                                {"dates-attention", "holds"},
                                {"dates-state", "holds"},
                                {"same-bytes", "holds"},
                                {"never-leaks", "holds"},
                                {"attention-beats-averaging", "holds"},
                                {"words-alone-help", "holds"},
                                {"distance-does-most", "holds"},
                                {"looks-past-common", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 7 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_of_book);
}

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"}),
        again({"--quick", "--threads", "3"});
    check_left_the_same(first, again,
                        {"tiles-table-ms", "tiles-ms", "tiles-speed", "tiles.csv"});
    CHECK(first.file("output.txt") == first.output());
}
