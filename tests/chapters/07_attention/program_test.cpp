/// The program of chapter 7 as it is run for the book: its verdicts and its bytes.
#include "support/program_run.hpp"

using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run.
const Verdicts verdicts_of_book{
    {"bottleneck", "holds"},      {"bottleneck-short", "holds"},
    {"no-bottleneck", "holds"},   {"reversal-learned", "holds"},
    {"blind-cannot", "holds"},    {"blind-equal", "holds"},
    {"dates-attention", "holds"}, {"dates-state", "holds"},
    {"same-bytes", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 7 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_of_book);
}

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const ProgramRun one({"--quick", "--threads", "1"});
    const ProgramRun three({"--quick", "--threads", "3"});
    CHECK(one.output() == three.output());
    CHECK(one.files() == three.files());
    CHECK(one.files().size() == 6);
}
