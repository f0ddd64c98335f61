/// The program of chapter 4 as it is run for the book: its verdicts, its numbers,
/// its bytes, and texts of all kinds.
#include <cstdlib>
#include <regex>

#include "nn/rng.hpp"
#include "support/program_run.hpp"

using capture::ProgramRun;
using capture::Verdicts;

namespace {

const Verdicts expected{{"company", "holds"},
                        {"thinned", "holds"},
                        {"wider-window", "holds"},
                        {"tree-entropy", "holds"},
                        {"gradients-right", "holds"},
                        {"softmax-learns", "holds"},
                        {"more-negatives", "does not hold"},
                        {"noise-contrastive", "holds when"},
                        {"five-suffice", "does not hold"},
                        {"skip-gram-ahead", "holds"},
                        {"fast-as-good", "holds"},
                        {"meaning-shows", "holds"},
                        {"analogies", "holds"},
                        {"direction-helps", "holds"},
                        {"thrown-away", "does not hold"},
                        {"company-lost", "does not hold"},
                        {"clusters", "holds"},
                        {"pmi-correlation", "holds"},
                        {"pmi-slope", "holds"},
                        {"log-k", "holds"},
                        {"log-conditional", "holds"},
                        {"bayes", "holds"},
                        {"normalised", "holds"},
                        {"predicts", "holds"},
                        {"too-small", "holds"},
                        {"overfits-long", "does not hold"},
                        {"overfits-short", "does not hold"},
                        {"overfits-often", "holds when"},
                        {"by-experiment", "holds"},
                        {"read-too-often", "holds"},
                        {"too-small-synonyms", "holds"},
                        {"wasted", "holds"},
                        {"wide-context", "holds"},
                        {"near-context", "holds"},
                        {"no-negatives", "holds"}};

/// What was printed, without the section that holds times.
std::string timeless(const std::string& output) {
    return output.substr(0, output.find("[speed]"));
}

/// The values without those of the same section.
std::string timeless_values(const std::string& values) {
    return values.substr(0, values.find("words-pair-by-pair"));
}

/// Holds every file that two runs left to the same bytes, times apart.
void left_the_same(const ProgramRun& one, const ProgramRun& two) {
    CHECK(timeless(one.output()) == timeless(two.output()));
    CHECK(one.files().size() == two.files().size());
    for (const auto& [name, bytes] : one.files()) {
        INFO(name);
        if (name == "values.csv")
            CHECK(timeless_values(bytes) == timeless_values(two.file(name)));
        else if (name != "output.txt")
            CHECK(bytes == two.file(name));
    }
}

/// Sentences of words with three Cyrillic letters, some more common than others.
std::string cyrillic(std::size_t lines, std::size_t words_a_line,
                     std::uint64_t words) {
    const std::vector<std::string> letters{"а", "е", "и", "к", "л", "м", "о", "р"};
    nn::Rng rng(471);
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) {
        for (std::size_t j = 0; j < words_a_line; ++j) {
            const std::uint64_t most = rng.interval(words - 1);
            const std::uint64_t word = rng.interval(most);
            text += letters[word / 64] + letters[word / 8 % 8] + letters[word % 8] +
                    " ";
        }
        text += "\n";
    }
    return text;
}

/// Runs with a text of our own and without WordNet; nothing may be NaN.
ProgramRun run_of(const std::string& text) {
    const scratch::Folder folder;
    return ProgramRun({"--quick", "--corpus", folder.file("text", text)},
                      {{"WNSEARCHDIR", "/nowhere"}});
}

void has_no_nan(const ProgramRun& run) {
    static const std::regex nan("\\bnan\\b");  // not the one in "stagnant"
    for (const auto& [name, bytes] : run.files()) {
        std::smatch found;
        const std::string& text = bytes;
        INFO(name);
        CHECK((std::regex_search(text, found, nan) ? found.prefix().str() : "") ==
              "");
    }
}

}  // namespace

TEST_CASE("chapter 4's verdicts, and the mutual information that must come out",
          "[claims]") {
    const ProgramRun run({});
    CHECK(run.verdicts() == expected);
    const std::string values = run.file("values.csv");
    for (const std::string line :
         {"pmi-lord-god,1.965687\n", "pmi-king-david,1.757741\n",
          "pmi-heaven-earth,2.487299\n", "stream-words,789684\n",
          "stream-pairs,3158730\n"}) {
        INFO(line);
        CHECK(values.find("\n" + line) != values.npos);
    }
    has_no_nan(run);
}

TEST_CASE("same seed, same bytes, at any number of threads", "[program]") {
    const ProgramRun one({"--quick", "--threads", "1"});
    left_the_same(one, ProgramRun({"--quick", "--threads", "1"}));
    left_the_same(one, ProgramRun({"--quick", "--threads", "2"}));
    left_the_same(one, ProgramRun({"--quick", "--threads", "4"},
                                  {{"OPENBLAS_NUM_THREADS", "2"}}));
    CHECK(one.files().size() == 12);
    CHECK(one.file("output.txt") == one.output());
    const ProgramRun other({"--quick", "--seed", "43"});
    CHECK(timeless(one.output()) != timeless(other.output()));
}

TEST_CASE("a text in another language, without WordNet", "[corpus]") {
    const ProgramRun run = run_of(cyrillic(4000, 12, 400));
    has_no_nan(run);
    CHECK(run.output().find("too few synonyms for a score") != std::string::npos);
    CHECK(run.output().find("\nокк") == std::string::npos);
    const Verdicts verdicts = run.verdicts();
    CHECK_FALSE(verdicts.contains("meaning-shows"));
    CHECK(verdicts.contains("predicts"));
}

TEST_CASE("lines shorter than the window", "[corpus]") {
    has_no_nan(run_of(cyrillic(6000, 2, 300)));
}

TEST_CASE("one line", "[corpus]") {
    std::string text = cyrillic(3000, 8, 300);
    std::erase(text, '\n');
    has_no_nan(run_of(text));
}

TEST_CASE("the shortest text that is enough", "[corpus]") {
    has_no_nan(run_of(cyrillic(700, 10, 130)));
}

TEST_CASE("texts with too few words are refused", "[corpus]") {
    const scratch::Folder folder;
    const auto told = [&](const std::string& text) {
        const std::string path = folder.file("text", text);
        const std::string said = capture::complaint({"--quick", "--corpus", path});
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    };
    CHECK(
        told("one two three one two three one two three one two three one two "
             "three") ==
        "3 words occur 5 times, together 15 times; at least 100 must, 5000 times: "
        "give a longer text\n");
    CHECK(told("word word word word word word") ==
          "its most common word, 'word', occurs 6 times, and no other occurs 5 "
          "times; "
          "two words must: give a longer text\n");
    CHECK_THAT(told("no word is here twice"),
               oracle::mentions("none occurs 5 times"));
    CHECK_THAT(told(""), oracle::mentions("no word in it"));
}

TEST_CASE("texts with too few lines are refused", "[corpus]") {
    std::string text = cyrillic(700, 10, 130);
    std::erase(text, '\n');  // seven lines, once it is cut
    const scratch::Folder folder;
    const std::string path = folder.file("text", text);
    CHECK(capture::complaint({"--quick", "--corpus", path}) ==
          path +
              ": too little to learn from and to be asked about, every tenth line "
              "held out; give a text with more words on more lines\n");
}

TEST_CASE("by default WordNet is needed", "[corpus]") {
    setenv("WNSEARCHDIR", "/nowhere", 1);
    CHECK_THAT(capture::complaint({}),
               oracle::mentions("apt-get install wordnet-base"));
    unsetenv("WNSEARCHDIR");
}

TEST_CASE("the vectors are kept, and looked at again", "[program]") {
    const scratch::Folder folder;
    const std::string kept = folder / "words.vec";
    const ProgramRun run({"--quick", "--save", kept});
    const std::string bytes = scratch::bytes_of(kept);
    CHECK(bytes.starts_with("21670 100\nthe "));
    const ProgramRun again({"--load", kept});
    CHECK(again.output().starts_with("[loaded]"));
    CHECK(again.output().find("[training]") == std::string::npos);
}
