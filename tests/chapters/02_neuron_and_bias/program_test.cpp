/// The program of chapter 2 as it is run for the book: its verdicts, and its bytes.
#include "support/program_run.hpp"

using capture::ProgramRun;

namespace {

const capture::Verdicts expected_verdicts{{"pass-mark", "holds"},
                                          {"head-start", "holds"},
                                          {"negative-sum", "holds when"},
                                          {"before-f", "holds when"},
                                          {"threshold", "holds"},
                                          {"shift", "holds when"},
                                          {"lowered", "holds when"},
                                          {"easier", "holds"},
                                          {"harder", "holds"},
                                          {"lazy", "holds"},
                                          {"share", "holds"},
                                          {"through-zero", "does not hold"},
                                          {"boundary-through-zero", "holds"},
                                          {"limits", "holds"},
                                          {"xor-layers", "holds"},
                                          {"any-order", "holds when"},
                                          {"rounding", "holds"},
                                          {"all-tables", "does not hold"},
                                          {"moved-or", "holds when"},
                                          {"mistake-bound", "holds"},
                                          {"bias-trick", "holds when"},
                                          {"beats-majority", "holds"},
                                          {"verses-need-bias", "does not hold"},
                                          {"average-better", "holds"},
                                          {"centred-needs-bias", "does not hold"},
                                          {"few-need-bias", "holds"},
                                          {"quiet-bias", "holds"},
                                          {"own-opinion", "holds"},
                                          {"opinion-of-majority", "does not hold"},
                                          {"opinion-average", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 2 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == expected_verdicts);
}

TEST_CASE("a quick run and another seed come to the same verdicts", "[claims]") {
    CHECK(ProgramRun({"--quick"}).verdicts() == expected_verdicts);
    CHECK(ProgramRun({"--quick", "--seed", "7"}).verdicts() == expected_verdicts);
}

TEST_CASE("same seed, same bytes, at any number of threads", "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"});
    const ProgramRun again({"--quick", "--threads", "3"});
    const ProgramRun other({"--quick", "--seed", "43"});
    CHECK(first.output() == again.output());
    CHECK(first.output() != other.output());
    for (const char* name :
         {"claims.csv", "values.csv", "bound.csv", "corners.csv", "boundaries.csv",
          "firing_expected.csv", "firing_measured.csv", "graphs.csv",
          "moved_or.csv", "verses.csv"}) {
        INFO(name);
        CHECK(!first.file(name).empty());
        CHECK(first.file(name) == again.file(name));
    }
    CHECK(first.file("output.txt") == first.output());
}

TEST_CASE("a text of one's own is split into halves", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += i < 100 ? "the cat sat on the mat\n" : "the dog ran to the door\n";
    const std::string file = folder.file("own.txt", text);
    const capture::Run run =
        capture::run({.arguments = {NN_PROGRAM, "--quick", "--corpus", file}});
    CHECK(run.status == 0);
    CHECK(run.out.find("100 of 200 lines are of the first half") != run.out.npos);
}

TEST_CASE("a text that teaches nothing is refused in one line", "[program]") {
    const scratch::Folder folder;
    std::string wordless;
    for (int i = 0; i < 20; ++i) wordless += "...\n";
    for (const std::string& text :
         {std::string("one line\n"), std::string(), wordless})
        capture::complaint({"--corpus", folder.file("bad.txt", text)});
}
