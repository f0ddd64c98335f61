/// The program of chapter 9 as it is run for the book: its verdicts and its bytes.
#include "support/program_run.hpp"

using capture::check_left_the_same;
using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// What tells of times.
const std::vector<std::string> times{"training-seconds", "tokens-a-second",
                                     "training-lstm-seconds",
                                     "training-quarter-seconds"};

}  // namespace

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const auto run = [](const std::string& threads) {
        return ProgramRun({"--quick", "--preset", "tiny", "--threads", threads});
    };
    const ProgramRun first = run("1"), again = run("3");
    check_left_the_same(first, again, times);
    CHECK(first.file("output.txt") == first.output());
    for (const char* name : {"training.csv", "peers.csv"})
        CHECK(!first.file(name).empty());
}

TEST_CASE("the program refuses what would fail later before it prints a line",
          "[program]") {
    const std::string text = NN_PROGRAM;  // a file, and no text
    for (const std::vector<std::string>& bad :
         {std::vector<std::string>{"--load", text, "--prompt", "a"},
          {"--save", text + "/state"},
          {"--resume", "/no/such/file"},
          {"--resume", text},
          {"--corpus", text},
          {"--corpus", text, "--split", "0.9"}}) {
        INFO(bad[0] << " " << bad[1]);
        std::vector<std::string> all{NN_PROGRAM};
        all.insert(all.end(), bad.begin(), bad.end());
        const capture::Run run = capture::run({.arguments = all});
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find('\n') == run.err.size() - 1);
    }
}
