/// What chapter 7's program refuses before any training, and its table of a
/// sentence.
#include <algorithm>

#include "nn/rng.hpp"
#include "support/program_run.hpp"

using capture::complaint;
using capture::ProgramRun;

namespace {

/// Lines of eight of 130 words, "w0" the most common one.
std::string some_text(std::size_t lines, std::size_t words = 130) {
    nn::Rng rng(1);
    std::string text;
    for (std::size_t line = 0; line < lines; ++line) {
        for (int i = 0; i < 8; ++i)
            text += "w" +
                    std::to_string(
                        std::min(rng.integer(0, words), rng.integer(0, words))) +
                    (i < 7 ? " " : ".\n");
    }
    return text;
}

std::string complaint_on(const std::string& text,
                         std::vector<std::string> arguments = {"--quick"}) {
    const scratch::Folder folder;
    const std::string path = folder.file("text", text);
    arguments.insert(arguments.end(), {"--corpus", path});
    const std::string said = complaint(arguments);
    return said.starts_with(path) ? "FILE" + said.substr(path.size()) : said;
}

std::string sentence_complaint(const std::string& sentence) {
    return complaint_on(some_text(600), {"--quick", "--sentence", sentence});
}

/// The run of a sentence on the small text.
struct SentenceRun {
    explicit SentenceRun(const std::string& sentence)
        : run({"--quick", "--corpus", folder.file("text", some_text(600)),
               "--sentence", sentence}) {}
    scratch::Folder folder;
    ProgramRun run;
};

}  // namespace

TEST_CASE("a sentence without enough known words is refused", "[refusals]") {
    CHECK(sentence_complaint("") ==
          "--sentence: the sentence is empty; type some words; see --help\n");
    CHECK(sentence_complaint(" … ! ") ==
          "--sentence: no word in it; type at least 2\n");
    CHECK(sentence_complaint("nothing known here")
              .starts_with("--sentence: 0 of 3 words occur 5 times in the lines to "
                           "learn from ("));
    CHECK(sentence_complaint("w1 and strangers")
              .starts_with("--sentence: 1 of 3 words occur 5 times"));
    CHECK(sentence_complaint("good \xff bad") ==
          "--sentence: byte 5 is not valid UTF-8; type it where UTF-8 is the "
          "rule\n");
    std::string long_one;
    for (int i = 0; i < 101; ++i) long_one += "w1 ";
    CHECK(sentence_complaint(long_one) ==
          "--sentence: 101 words, the bound is 100; type a shorter one\n");
}

TEST_CASE("a text that teaches nothing is refused", "[refusals]") {
    CHECK(complaint_on("a few words\nin three\nlines\n") ==
          "FILE: 0 words occur 5 times in the 2 lines to learn from; there must be "
          "at least 100: give a longer text\n");
    CHECK(complaint_on(some_text(600, 60))
              .find(" words occur 5 times in the 480 lines to learn from; there "
                    "must be at least 100") != std::string::npos);
    std::string alone;  // a word a line: nothing to guess it from
    for (int i = 0; i < 2000; ++i) alone += "w" + std::to_string(i % 150) + "\n";
    CHECK(complaint_on(alone) ==
          "FILE: no line to learn from has a word to hide and another one to guess "
          "it from; give a text of longer lines\n");
    CHECK(complaint_on("not \xff UTF-8\n").starts_with("FILE: byte 4"));
    CHECK(complaint_on("").starts_with("FILE"));
    CHECK(complaint({"--corpus", "/no/such/file"}).starts_with("/no/such/file"));
    CHECK(complaint({"--corpus", "/"}).starts_with("/"));
    CHECK(complaint({"--threads", "0"}).starts_with("--threads"));
    CHECK(complaint({"--unknown"}).find("--unknown") != std::string::npos);
}

TEST_CASE("a sentence gets its table, unknown words are named", "[sentence]") {
    const SentenceRun made("W1 stranger w2, w3!");
    const std::string& said = made.run.output();
    CHECK(said.starts_with("[sentence] Token, current token, weights\n"));
    CHECK(said.find("unknown, and padding here: stranger\n") != said.npos);
    CHECK(said.find("\nw1       w2") != said.npos);
    CHECK(said.find("\nstranger w1             0.0000") != said.npos);
    CHECK(said.find("\nhidden          guesses in its place\n") != said.npos);
    const std::string table = made.run.file("sentence.csv");
    CHECK(std::count(table.begin(), table.end(), '\n') == 17);
    CHECK(made.run.verdicts().empty());
}

TEST_CASE("a long sentence shows what is looked at most", "[sentence]") {
    const SentenceRun made("w1 w2 w3 w4 w5 w6 w7 w8 w9 w10");
    const std::string& said = made.run.output();
    const auto rows = [&] {
        std::size_t all = 0;
        for (std::size_t at = 0; (at = said.find(" w10 ", at)) != said.npos; ++at)
            ++all;
        return all;
    };
    CHECK(rows() == 4);
    const std::string table = made.run.file("sentence.csv");
    CHECK(std::count(table.begin(), table.end(), '\n') == 101);
    for (std::size_t begin = 0, end = 0;
         (end = said.find('\n', begin)) != said.npos; begin = end + 1)
        CHECK(end - begin <= 90);
}

TEST_CASE("a sentence's table is the same at any number of threads", "[sentence]") {
    const scratch::Folder folder;
    const std::string text = folder.file("text", some_text(600));
    const auto table = [&](const std::string& threads) {
        return ProgramRun({"--quick", "--corpus", text, "--sentence", "w1 w2 w3",
                           "--threads", threads})
            .files();
    };
    CHECK(table("1") == table("3"));
}

TEST_CASE("the help tells of --sentence", "[program]") {
    const capture::Run help = capture::run({.arguments = {NN_PROGRAM, "--help"}});
    CHECK(help.status == 0);
    CHECK(help.out.find("--sentence TEXT") != help.out.npos);
}
