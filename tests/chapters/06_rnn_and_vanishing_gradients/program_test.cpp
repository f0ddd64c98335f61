/// The program of chapter 6 as it is run for the book: its verdicts, its bytes, a
/// training that goes on, and what it refuses before any work.
#include <sstream>

#include "support/program_run.hpp"

using capture::check_left_the_same;
using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run.
const Verdicts verdicts_of_book{{"gradient-elman", "holds"},
                                {"gradient-lstm", "holds"},
                                {"gradient-gru", "holds"},
                                {"truncated-enough", "holds"},
                                {"truncated-blind", "holds"},
                                {"explodes", "holds"},
                                {"clipping-cures", "holds"},
                                {"permutation-exact", "holds"},
                                {"tanh-never-above", "holds"},
                                {"sigmoid-never-above", "holds"},
                                {"radius-vanishes", "holds"},
                                {"radius-explodes", "does not hold"},
                                {"radius-explodes-far", "holds"},
                                {"states-fade", "holds"},
                                {"bound-sufficient", "holds"},
                                {"bound-only-necessary", "holds"},
                                {"not-underflow", "holds"},
                                {"underflow-float", "holds"},
                                {"underflow-double", "holds"},
                                {"uniform-vanishes", "holds"},
                                {"orthogonal-keeps", "holds"},
                                {"orthogonal-loud", "holds"},
                                {"forget-exact", "holds"},
                                {"forget-zero", "holds"},
                                {"forget-log", "holds"},
                                {"forgets-beginning", "holds when"},
                                {"gates-alone", "holds"},
                                {"gates-remember", "holds"},
                                {"short-first", "holds"},
                                {"adding-luck", "holds"},
                                {"adding-elman", "holds"},
                                {"adding-lstm", "holds"},
                                {"one-vector", "holds"},
                                {"two-states", "holds"},
                                {"state-knows-sense", "does not hold"},
                                {"same-bytes", "holds"},
                                {"better-than-pairs", "holds"},
                                {"better-than-sixes", "does not hold"},
                                {"distance-closes", "holds"}};

/// What tells of times.
const std::vector<std::string> times{"training-seconds", "characters-a-second"};

}  // namespace

TEST_CASE("the claims of chapter 6 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_of_book);
}

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const std::vector<std::string> little{"--quick",  "--hidden", "32",
                                          "--epochs", "0.1",      "--threads"};
    const auto run = [&](const std::string& threads) {
        auto arguments = little;
        arguments.push_back(threads);
        return ProgramRun(arguments);
    };
    const ProgramRun first = run("1"), again = run("3");
    check_left_the_same(first, again, times);
    CHECK(first.files().size() >= 6);
    CHECK(first.file("output.txt") == first.output());
}

TEST_CASE("the program refuses what would fail later before it prints a line",
          "[program]") {
    const std::string text = NN_PROGRAM;  // a file, and no text
    for (const std::vector<std::string>& bad :
         {std::vector<std::string>{"--prompt", "é"},
          {"--save", text + "/state"},
          {"--resume", "/no/such/file"},
          {"--resume", text},
          {"--hidden", "4096", "--layers", "16"},
          {"--corpus", text}}) {
        INFO(bad[0] << " " << bad[1]);
        std::vector<std::string> all{NN_PROGRAM};
        all.insert(all.end(), bad.begin(), bad.end());
        const capture::Run run = capture::run({.arguments = all});
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find('\n') == run.err.size() - 1);
    }
}
