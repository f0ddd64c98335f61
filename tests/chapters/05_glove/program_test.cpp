/// The program of chapter 5 as it is run for the book: its verdicts, its bytes, and
/// texts of all kinds.
#include <set>
#include <sstream>

#include "support/program_run.hpp"

using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run, with those that another run comes to.
Verdicts verdicts_with(const Verdicts& others) {
    Verdicts all{{"line-order", "holds"},
                 {"ratio-tells", "holds"},
                 {"frequency-gone", "holds"},
                 {"gradient-right", "holds"},
                 {"adagrad-ahead", "holds"},
                 {"fast-as-good", "holds"},
                 {"same-bytes", "holds"},
                 {"log-x", "does not hold"},
                 {"bias-frequency", "does not hold"},
                 {"ratio-recovered", "does not hold"},
                 {"sum-better", "does not hold"},
                 {"as-good-as-word2vec", "does not hold"},
                 {"weights-matter", "holds"},
                 {"between", "holds"},
                 {"mixture", "holds"},
                 {"majority", "holds"},
                 {"senses-apart", "does not hold"}};
    for (const auto& [id, verdict] : others) all[id] = verdict;
    return all;
}

/// What was printed, without the sections that tell of times.
std::string without_times(const std::string& output) {
    std::string kept;
    std::istringstream lines(output);
    bool keeps = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("["))
            keeps =
                !line.starts_with("[speed]") && !line.starts_with("[equal-time]");
        if (keeps) kept += line + "\n";
    }
    return kept;
}

/// The values without those that tell of times.
std::string timeless(const std::string& values) {
    const std::set<std::string> times{"simple-speed",  "fast-speed",
                                      "speed-ratio",   "counting",
                                      "learning-time", "word2vec-time"};
    std::string kept;
    std::istringstream lines(values);
    for (std::string line; std::getline(lines, line);)
        if (!times.contains(line.substr(0, line.find(',')))) kept += line + "\n";
    return kept;
}

void left_the_same(const ProgramRun& one, const ProgramRun& two) {
    CHECK(without_times(one.output()) == without_times(two.output()));
    CHECK(one.files().size() == two.files().size());
    for (const auto& [name, bytes] : one.files()) {
        INFO(name);
        if (name == "values.csv")
            CHECK(timeless(bytes) == timeless(two.file(name)));
        else if (name != "output.txt")
            CHECK(bytes == two.file(name));
    }
}

/// Russian lines in which words have company of their own.
std::string russian_lines(int lines) {
    const std::vector<std::string> sea{"море", "волна", "парус", "ветер", "берег"};
    const std::vector<std::string> land{"поле", "рожь", "дорога", "лес", "дом"};
    std::string text;
    for (int i = 0; i < lines; ++i) {
        for (int k = 0; k < 6; ++k) {
            const auto& words = i % 2 == 0 ? sea : land;
            text +=
                words[static_cast<std::size_t>(i * i + 3 * k * k + k) % 5] + " и ";
        }
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the claims of chapter 5 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_with({}));
}

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"});
    const ProgramRun again({"--quick", "--threads", "3"});
    left_the_same(first, again);
    CHECK(first.files().size() >= 6);
    CHECK(first.file("output.txt") == first.output());
    // Few numbers a word leave word2vec no lead, and split words fall further
    // apart.
    CHECK(first.verdicts() == verdicts_with({{"as-good-as-word2vec", "holds"},
                                             {"senses-apart", "holds"}}));
}

TEST_CASE("a Russian text", "[corpus]") {
    const scratch::Folder folder;
    const ProgramRun run(
        {"--quick", "--corpus", folder.file("text", russian_lines(400))});
    CHECK(run.output().find("wine and bread do not both occur") !=
          std::string::npos);
    CHECK(run.output().find("nan") == std::string::npos);
}

TEST_CASE("texts that cannot be learnt are refused", "[program]") {
    const scratch::Folder folder;
    const auto refused = [&](const std::string& text) {
        return capture::complaint({"--corpus", folder.file("text", text)});
    };
    CHECK(refused("").starts_with(folder / "text: "));
    CHECK(refused("a few rare words\n").starts_with(folder / "text: "));
    CHECK(
        refused("word word word word word word\n").starts_with(folder / "text: "));
}

TEST_CASE("a disk that cannot keep the table is told", "[program]") {
    const scratch::Folder out;
    const capture::Run bad =
        capture::run({.arguments = {NN_PROGRAM, "--quick", "--out", out.path()},
                      .environment = {{"TMPDIR", "/no/such/folder"}}});
    CHECK(bad.status == 2);
    CHECK(bad.err.starts_with("ch05_glove: /no/such/folder: "));
    CHECK(out.contents().empty());
}
