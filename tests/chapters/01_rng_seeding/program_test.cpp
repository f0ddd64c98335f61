/// The program of chapter 1 as it is run for the book: its verdicts, and its bytes.
#include "support/program_run.hpp"

using capture::ProgramRun;

namespace {

/// What was printed, without the section that holds times.
std::string timeless(const ProgramRun& run) {
    return run.output().substr(0, run.output().find("[speed]"));
}

const capture::Verdicts expected_verdicts{{"same-seed", "holds when"},
                                          {"same-everywhere", "does not hold"},
                                          {"other-seed", "holds"},
                                          {"extra-draw", "holds"},
                                          {"any-threads", "holds"},
                                          {"good-passes", "holds"},
                                          {"bad-fails", "holds"},
                                          {"one-over-root-n", "holds"},
                                          {"extra-draw-split", "does not hold"},
                                          {"inverse-cdf-fits", "holds"},
                                          {"alias-fits", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 1 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == expected_verdicts);
}

TEST_CASE("a quick run and another seed come to the same verdicts", "[claims]") {
    CHECK(ProgramRun({"--quick"}).verdicts() == expected_verdicts);
    CHECK(ProgramRun({"--seed", "7"}).verdicts() == expected_verdicts);
}

TEST_CASE("same seed, same bytes, at any number of threads", "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"});
    const ProgramRun again({"--quick", "--threads", "3"});
    const ProgramRun other({"--quick", "--threads", "1", "--seed", "43"});
    CHECK(timeless(first) == timeless(again));
    CHECK(timeless(first) != timeless(other));
    for (const char* name :
         {"claims.csv", "lattice.csv", "monte_carlo.csv", "words.csv"}) {
        INFO(name);
        CHECK(!first.file(name).empty());
        CHECK(first.file(name) == again.file(name));
    }
    CHECK(first.file("output.txt").starts_with(timeless(first)));
}
