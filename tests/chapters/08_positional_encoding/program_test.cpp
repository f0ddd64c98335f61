/// The program of chapter 8 as it is run for the book: its verdicts, its bytes, and
/// texts of other kinds.
#include "support/program_run.hpp"
#include "support/repeated.hpp"

using capture::ProgramRun;
using capture::Verdicts;

namespace {

/// The verdicts of the book's run.
const Verdicts verdicts_of_book{{"order-matters", "holds"},
                                {"blind-without-positions", "holds"},
                                {"positions-tell", "holds"},
                                {"rotation-exact", "holds"},
                                {"products-by-distance", "holds"},
                                {"product-falls", "does not hold"},
                                {"clocks-double", "holds"},
                                {"clocks-float", "holds"},
                                {"clocks-rounded-last", "holds"},
                                {"rotary-relative", "holds"},
                                {"rotary-keeps-length", "holds"},
                                {"bias-forgets-length", "holds"},
                                {"causal-counts", "holds"},
                                {"positions-necessary", "holds"},
                                {"vectors-necessary", "does not hold"},
                                {"both-work", "holds"},
                                {"sinusoidal-extrapolates", "does not hold"},
                                {"learned-overfits-length", "holds"},
                                {"learned-preferred", "holds"},
                                {"rotary-extrapolates", "does not hold"},
                                {"linear-bias-extrapolates", "holds"},
                                {"same-bytes", "holds"},
                                {"learned-neighbours", "holds"},
                                {"absolute-vectors", "holds"},
                                {"absolute-others", "holds"},
                                {"relative-rotary", "holds"},
                                {"relative-learned", "holds"},
                                {"relative-longer", "does not hold"},
                                {"sinusoidal-preferred", "holds"},
                                {"learned-flexible", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 8 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == verdicts_of_book);
}

TEST_CASE("a quick run: same seed, same bytes, at any number of threads",
          "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"}),
        again({"--quick", "--threads", "3"});
    CHECK(first.files() == again.files());
    CHECK(first.file("output.txt") == first.output());
}

TEST_CASE("a text without two orders says so, and the rest goes on", "[program]") {
    const scratch::Folder folder;
    const auto run = [&](const std::string& text) {
        return ProgramRun({"--quick", "--corpus", folder.file("text.txt", text)});
    };
    const ProgramRun none = run(repeated("Every line is like this one.\n", 400));
    CHECK_THAT(none.output(), oracle::mentions("this text has none"));
    CHECK_THAT(none.output(), oracle::mentions("the dog bit the man"));
    CHECK(none.verdicts().at("order-matters") == "does not hold");
    CHECK(none.verdicts().at("blind-without-positions") == "holds");
}

TEST_CASE("a position beyond the learned table is told of in one line",
          "[program]") {
    const ProgramRun run({"--quick"});
    CHECK_THAT(run.output(),
               oracle::mentions("65 tokens and 64 learned positions;"));
}

TEST_CASE("a text that does not fill a sequence is refused", "[program]") {
    const scratch::Folder folder;
    const auto refused = [&](const std::string& text) {
        const std::string path = folder.file("text", text);
        const std::string said = capture::complaint({"--corpus", path});
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    };
    CHECK(refused("In the beginning\n") ==
          "17 characters, of which the last tenth must hold more than 512; give a "
          "text of at least 5130\n");
    CHECK_THAT(refused(""), oracle::mentions("no line of text"));
}

TEST_CASE("a Russian text", "[corpus]") {
    const scratch::Folder folder;
    const ProgramRun run(
        {"--quick", "--corpus",
         folder.file(
             "text",
             repeated("Кот видел большого пса. Пса видел большого кот!\n", 400))});
    CHECK_THAT(run.output(), oracle::mentions("no. 1      кот видел большого пса"));
    CHECK_THAT(run.output(), oracle::mentions("19 symbols"));
    CHECK(run.output().find("nan") == std::string::npos);
}
