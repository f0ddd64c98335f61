/// The program of chapter 1 as it is run for the book: its verdicts, and its bytes.
#include <map>
#include <sstream>

#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

/// A run into a folder of its own, kept as long as this lives.
class ProgramRun {
public:
    explicit ProgramRun(const std::vector<std::string>& arguments) {
        std::vector<std::string> command{NN_PROGRAM, "--out", folder_.path()};
        for (const std::string& argument : arguments) command.push_back(argument);
        run_ = capture::run({.arguments = command});
        INFO(run_.err);
        REQUIRE(run_.status == 0);
    }

    std::string file(const std::string& name) const {
        return scratch::bytes_of(folder_ / name);
    }

    /// What was printed, without the section that holds times.
    std::string output() const {
        return run_.out.substr(0, run_.out.find("[speed]"));
    }

    /// The claims' verdicts by id. No field before the verdict that has a comma is
    /// unquoted.
    std::map<std::string, std::string> verdicts() const {
        std::map<std::string, std::string> all;
        std::istringstream claims(file("claims.csv"));
        for (std::string line; std::getline(claims, line);)
            for (const std::string verdict :
                 {"does not hold", "holds when", "holds"})
                if (line.find(',' + verdict + ',') != line.npos)
                    all[line.substr(0, line.find(','))] = verdict;
        return all;
    }

private:
    scratch::Folder folder_;
    capture::Run run_;
};

const std::map<std::string, std::string> expected_verdicts{
    {"same-seed", "holds when"},
    {"same-everywhere", "does not hold"},
    {"other-seed", "holds"},
    {"extra-draw", "holds"},
    {"any-threads", "holds"},
    {"good-passes", "holds"},
    {"bad-fails", "holds"},
    {"one-over-root-n", "holds"},
    {"extra-draw-split", "does not hold"},
    {"inverse-cdf-fits", "holds"},
    {"alias-fits", "holds"}};

}  // namespace

TEST_CASE("the claims of chapter 1 have the verdicts that the page tells of",
          "[claims]") {
    CHECK(ProgramRun({}).verdicts() == expected_verdicts);
}

TEST_CASE("a quick run and another seed come to the same verdicts", "[claims]") {
    CHECK(ProgramRun({"--quick"}).verdicts() == expected_verdicts);
    CHECK(ProgramRun({"--seed", "7"}).verdicts() == expected_verdicts);
}

TEST_CASE("same seed, same bytes, at any number of threads", "[program]") {
    const ProgramRun first({"--quick", "--threads", "1"});
    const ProgramRun again({"--quick", "--threads", "3"});
    const ProgramRun other({"--quick", "--threads", "1", "--seed", "43"});
    CHECK(first.output() == again.output());
    CHECK(first.output() != other.output());
    for (const char* name :
         {"claims.csv", "lattice.csv", "monte_carlo.csv", "words.csv"}) {
        INFO(name);
        CHECK(!first.file(name).empty());
        CHECK(first.file(name) == again.file(name));
    }
    CHECK(first.file("output.txt").starts_with(first.output()));
}
