/// Training, testing, saving, loading and exploring, as the program's user meets
/// them.
#include "nn/io/vector_program.hpp"

#include <algorithm>

#include "support/program_run.hpp"
#include "support/terminal.hpp"

using capture::at_a_terminal;
using capture::Session;

namespace {

using Arguments = std::vector<std::string>;

capture::Run run(Arguments arguments) {
    arguments.insert(arguments.begin(), NN_PROGRAM);
    return capture::run({.arguments = arguments});
}

constexpr const char* pairs =
    "King\tqueen\t9\nman\twoman\t5\nking\tcart\t1\nking\tkaiser\t10\n";
constexpr const char* questions =
    ": family\nman king woman queen\nman king woman cart\n: far\na b c d\n";

}  // namespace

TEST_CASE("the help names the four options", "[vector_program]") {
    const capture::Run help = run({"--help"});
    CHECK(help.status == 0);
    for (const char* option :
         {"--similarity FILE", "--analogies FILE", "--load FILE", "--save FILE",
          "--seed", "(default: no text at all)"})
        CHECK_THAT(help.out, oracle::mentions(option));
}

TEST_CASE("a run without a terminal trains and says no more", "[vector_program]") {
    const capture::Run plain = run({});
    CHECK(plain.status == 0);
    CHECK(plain.err == "");
    CHECK(plain.out == "[training] Five vectors\n\ntrained\n");
}

TEST_CASE("what was trained is tested", "[vector_program]") {
    const scratch::Folder folder;
    const std::string p = folder.file("pairs", pairs),
                      q = folder.file("q", questions);
    const capture::Run tested =
        run({"--similarity", p, "--similarity", p, "--analogies", q});
    CHECK(tested.status == 0);
    const std::string line =
        "pairs: 3 pairs covered of 4, Spearman's correlation 1.0000\n";
    CHECK_THAT(tested.out, oracle::mentions(line + line));
    CHECK_THAT(
        tested.out,
        oracle::mentions(
            "q                                       covered  3CosAdd  3CosMul\n"
            "family                              2 of      2   50.0 %   50.0 %\n"
            "far                                 0 of      1\n"
            "total                               2 of      3   50.0 %   50.0 %\n"));
    const std::string one = folder.file("one", "king queen 9\nking kaiser 10\n");
    CHECK_THAT(
        run({"--similarity", one}).out,
        oracle::mentions("one: 1 pairs covered of 2, too few for a correlation\n"));
}

TEST_CASE("what was trained is saved, and loaded without training",
          "[vector_program]") {
    const scratch::Folder folder;
    REQUIRE(run({"--save", folder / "new/v.bin"}).status == 0);
    const capture::Run loaded =
        run({"--load", folder / "new/v.bin", "--save", folder / "v.txt",
             "--similarity", folder.file("pairs", pairs), "--out", folder / "out"});
    CHECK(loaded.status == 0);
    CHECK(loaded.out.find("trained") == loaded.out.npos);
    CHECK_THAT(loaded.out,
               oracle::mentions("v.bin: 5 words, 4 numbers each\n"
                                "man               woman 0.7071  king"));
    CHECK_THAT(loaded.out, oracle::mentions("Spearman's correlation 1.0000"));
    CHECK(scratch::bytes_of(folder / "v.txt") ==
          "man 1 0 0 0\nwoman 1 1 0 0\nking 1 0 2 0\nqueen 1 1 2 0\ncart 0 0.2 0 "
          "1\n");
    CHECK(scratch::bytes_of(folder / "out/output.txt") == loaded.out);
}

TEST_CASE("bad input is refused before anything is trained or changed",
          "[vector_program]") {
    const scratch::Folder folder;
    const std::string v = folder.file("v.vec", "1 2\na 1 nan\n");
    const auto says = [](const Arguments& arguments, const std::string& line) {
        CHECK(capture::complaint(arguments) == line + "\n");
        CHECK(run(arguments).out == "");
    };
    says({"--load", v}, v + ": line 2: number 2 of 'a' is not finite; train or "
                            "save the vectors again");
    says({"--load", "/no/such.vec"}, "/no/such.vec: no such file; check the path");
    says({"--similarity", "/no/such"}, "/no/such: no such file; check the path");
    says({"--analogies", v},
         v + ": line 1: 2 words; give four, or ': name' to begin a section");
    says({"--save", folder / "v.gz"},
         folder /
             "v.gz: '.gz' is no form of word vectors; end the name in .vec "
             "(word2vec text), .bin (word2vec binary) or .txt (GloVe text)");
    says({"--save", v + "/x.vec"},
         v + ": cannot be written (" + v +
             " is not a folder); choose another folder: --save FILE");
    says({"--load", v, "--corpus", v}, "--corpus excludes --load; see --help");
    for (const std::string option :
         {"--similarity", "--analogies", "--load", "--save"})
        says({option, ""}, option + ": the name is empty; see --help");
    CHECK(folder.contents().size() == 1);
}

TEST_CASE("a person at a terminal explores what was loaded", "[vector_program]") {
    const scratch::Folder folder;
    REQUIRE(run({"--save", folder / "v.vec"}).status == 0);
    const Session session = at_a_terminal({"--load", folder / "v.vec"},
                                          "king\nman king woman\nkint\n\n");
    CHECK(session.status == 0);
    CHECK_THAT(session.said, oracle::mentions("v.vec: 5 words, 4 numbers each\n"));
    CHECK_THAT(session.said, oracle::mentions("  0.9129  queen\n  0.4472  man\n"));
    CHECK_THAT(session.said, oracle::mentions("man is to king as woman is to\n"));
    CHECK_THAT(
        session.said,
        oracle::mentions("'kint' is none of the 5 words; nearest in spelling: "
                         "king man cart\n> "));
}

TEST_CASE("the prompt follows a training too, and Ctrl-D or Ctrl-C ends it",
          "[vector_program]") {
    for (const std::string end : {"\x04", "\x03"}) {
        const scratch::Folder folder;
        const Session session =
            at_a_terminal({"--out", folder / "out"}, "king\n" + end);
        CHECK(session.status == 0);
        CHECK_THAT(session.said, oracle::mentions("trained\n"));
        CHECK_THAT(session.said, oracle::mentions("\n> "));
        CHECK(scratch::bytes_of(folder / "out/output.txt") ==
              "[training] Five vectors\n\ntrained\n");
    }
}
