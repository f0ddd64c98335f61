/// The program of chapter 9 as it is run for the book: its verdicts and its bytes.
#include "support/program_run.hpp"
#include "support/repeated.hpp"

using capture::check_left_the_same;
using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// What tells of times.
const std::vector<std::string> times{"training-seconds",
                                     "tokens-a-second",
                                     "training-lstm-seconds",
                                     "cache-ratio",
                                     "training-quarter-seconds",
                                     "translation-seconds",
                                     "tokens a second,",
                                     "times as fast",
                                     "s of CPU time"};

/// The verdicts that need no long training: what is exact, and what a model of one
/// layer cannot learn in any time.
const Verdicts verdicts_of_any_run{
    {"length-forgotten", "holds"},   {"block-causal", "holds"},
    {"gradient-before", "holds"},    {"gradient-after", "holds"},
    {"gradient-nowhere", "holds"},   {"cache-same-text", "holds"},
    {"cache-same-scores", "holds"},  {"one-vector-before", "holds"},
    {"one-layer-does-not", "holds"}, {"translation-same-bytes", "holds"}};

}  // namespace

TEST_CASE("a quick run: its verdicts, the same bytes at any number of threads",
          "[program]") {
    const auto run = [](const std::string& threads) {
        return ProgramRun({"--quick", "--preset", "tiny", "--threads", threads});
    };
    const ProgramRun first = run("1"), again = run("3");
    check_left_the_same(first, again, times);
    CHECK(first.file("output.txt") == first.output());
    for (const char* name : {"training.csv", "peers.csv"})
        CHECK(!first.file(name).empty());
    const Verdicts verdicts = first.verdicts();
    for (const auto& [id, verdict] : verdicts_of_any_run) {
        INFO(id);
        CHECK(verdicts.at(id) == verdict);
    }
}

TEST_CASE("the shortest text, which ends a line where it is cut", "[corpus]") {
    const scratch::Folder folder;
    const std::string text = repeated("the sea and the wind of a shore\n", 20);
    const ProgramRun run({"--quick", "--preset", "tiny", "--corpus",
                          folder.file("text", text), "--split", "0.8984375"});
    CHECK_THAT(run.output(), oracle::mentions("[scaling]"));
    CHECK_THAT(
        capture::complaint({"--preset", "tiny", "--corpus",
                            folder.file("text", text.substr(1)), "--split", "0.9"}),
        oracle::mentions(": 575 tokens to learn from and 64 to judge by; "
                         "both must be at least 65"));
}

TEST_CASE("the program refuses what would fail later before it prints a line",
          "[program]") {
    const std::string text = NN_PROGRAM;  // a file, and no text
    for (const std::vector<std::string>& bad :
         {std::vector<std::string>{"--load", text, "--prompt", "a"},
          {"--save", text + "/state"},
          {"--resume", "/no/such/file"},
          {"--resume", text},
          {"--resume", "/"},
          {"--corpus", text},
          {"--corpus", "/no/such/file"},
          {"--corpus", "/"},
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
