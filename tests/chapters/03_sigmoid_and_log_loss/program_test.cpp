/// The program of chapter 3 as it is run for the book: its verdicts, its bytes, and
/// texts of all kinds.
#include "support/program_run.hpp"
#include "support/repeated.hpp"

using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run, with those that another run comes to.
Verdicts verdicts_with(const Verdicts& others) {
    Verdicts all{{"loss-lost", "holds"},
                 {"overflow", "holds"},
                 {"squared-error-slow", "holds"},
                 {"best-step", "holds"},
                 {"forward-order", "holds"},
                 {"central-order", "holds"},
                 {"own-opinion", "holds"},
                 {"largest-rate", "holds"},
                 {"adam-ahead", "holds"},
                 {"what-it-said", "holds"},
                 {"price-helps", "holds"},
                 {"logistic-right", "does not hold"},
                 {"calibrated", "holds"},
                 {"gradient-right", "holds"},
                 {"twins", "holds"},
                 {"xor-two", "does not hold"},
                 {"xor-eight", "holds"},
                 {"network-loss", "holds"},
                 {"network-right", "does not hold"}};
    for (const auto& [id, verdict] : others) all[id] = verdict;
    return all;
}

/// Lines of Russian words; each half of the file has some of its own.
std::string russian_lines(int lines) {
    const std::vector<std::string> both{"и", "в", "не", "на", "что", "он", "с"};
    const std::vector<std::string> halves[2]{{"море", "волна", "парус", "ветер"},
                                             {"поле", "рожь", "дорога", "лес"}};
    std::string text;
    for (int i = 0; i < lines; ++i) {
        const auto& own = halves[2 * i >= lines];
        for (int k = 0; k < 6; ++k)
            text +=
                both[static_cast<std::size_t>(i * 3 + k * k) % both.size()] + " ";
        text += own[static_cast<std::size_t>(i * i / 3) % own.size()] + ".\n";
    }
    return text;
}

/// The first line that tells of a number that is none, if there is one.
std::string line_with_nan(const std::string& text) {
    const std::size_t at = text.find("nan");
    if (at == text.npos) return {};
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
}

/// What was printed, without the section that shows where the textbooks' forms
/// fail.
std::string without_naive_forms(const std::string& output) {
    const std::size_t from = output.find("[naive]");
    const std::size_t to = output.find("[squared-error]");
    REQUIRE(from < to);
    return output.substr(0, from) + output.substr(to);
}

/// Runs with a text of our own; nothing that it leaves may be NaN.
void runs_without_nan(const std::string& text) {
    const scratch::Folder folder;
    const ProgramRun run({"--quick", "--corpus", folder.file("text", text)});
    CHECK(line_with_nan(without_naive_forms(run.output())) == "");
    for (const auto& [name, bytes] : run.files()) {
        if (!name.ends_with(".csv")) continue;
        INFO(name);
        CHECK(line_with_nan(bytes) == "");
    }
}

/// Holds every file that two runs left to the same bytes.
void left_the_same(const ProgramRun& one, const ProgramRun& two) {
    CHECK(one.output() == two.output());
    CHECK(one.files().size() == two.files().size());
    for (const auto& [name, bytes] : one.files()) {
        INFO(name);
        CHECK(bytes == two.file(name));
    }
}

}  // namespace

TEST_CASE("the claims of chapter 3 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_with({}));
}

TEST_CASE("a quick run comes to the same verdicts", "[claims]") {
    CHECK(ProgramRun({"--quick"}).verdicts() == verdicts_with({}));
}

TEST_CASE("with seed 7 another split is less calibrated", "[claims]") {
    CHECK(ProgramRun({"--seed", "7"}).verdicts() ==
          verdicts_with({{"calibrated", "does not hold"}}));
}

TEST_CASE("same seed, same bytes, at any number of threads", "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"});
    const ProgramRun again({"--quick", "--threads", "3"});
    left_the_same(first, again);
    CHECK(first.files().size() >= 12);
    CHECK(first.file("output.txt") == first.output());
    const ProgramRun other({"--quick", "--seed", "43"});
    CHECK(first.output() != other.output());
}

TEST_CASE("the threads of the linear algebra change no byte", "[program]") {
    const ProgramRun one({"--quick"}, {{"OPENBLAS_NUM_THREADS", "1"}});
    const ProgramRun two({"--quick"}, {{"OPENBLAS_NUM_THREADS", "2"}});
    left_the_same(one, two);
}

TEST_CASE("a text too short to split is refused", "[program]") {
    const scratch::Folder folder;
    const std::string nine = folder.file("nine", repeated("a few words\n", 9));
    CHECK(capture::complaint({"--corpus", nine}) ==
          nine + ": 9 lines of text; a split into tenths needs at least 10\n");
}

TEST_CASE("a text without words is refused", "[program]") {
    const scratch::Folder folder;
    const std::string dots = folder.file("dots", repeated("... !\n", 20));
    CHECK(capture::complaint({"--corpus", dots}) ==
          dots +
              ": no word in the 16 lines to learn from; give a text with words\n");
}

TEST_CASE("a Russian text", "[corpus]") {
    runs_without_nan(russian_lines(200));
}

TEST_CASE("a text of the same line over and over", "[corpus]") {
    runs_without_nan(repeated("word\n", 20));
    runs_without_nan(repeated("word\n", 300));
}

TEST_CASE("a text of one word a line, each half its own", "[corpus]") {
    runs_without_nan(repeated("yes\n", 40) + repeated("no\n", 40));
}

TEST_CASE("the shortest text that can be split", "[corpus]") {
    runs_without_nan(russian_lines(10));
}
