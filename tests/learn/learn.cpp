/// \file
/// \brief The reader's command, with stand-ins for the programs that install
/// packages.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/capture.hpp"
#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

std::string last_line(std::string text) {
    REQUIRE(text.ends_with('\n'));
    text.pop_back();
    return text.substr(text.rfind('\n') + 1);
}

/// \brief A machine whose packages, rights and tools are what the test says.
///
/// Its PATH holds the real tools that learn's text handling needs, and stand-ins
/// that write their name and arguments to a log and end with a given status.
class Machine {
public:
    Machine() {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "bin");
        fs::create_directories(folder_ / "house/chapters/01_first");
        fs::create_directories(folder_ / "house/chapters/02_second");
        std::ofstream(folder_ / "house/chapters/01_first/chapter.cmake");
        std::ofstream(folder_ / "house/chapters/02_second/chapter.cmake");
        fs::copy_file(NN_SOURCE_DIR "/learn", folder_ / "house/learn");
        for (const std::string tool :
             {"sh", "cat", "cut", "sed", "tr", "grep", "xargs", "basename",
              "dirname", "mkdir", "rm", "touch"})
            fs::create_symlink("/usr/bin/" + tool, folder_ / "bin" / tool);
        stand_in("cmake", "true");
        stand_in("ctest", "true");
    }

    ~Machine() { fs::remove_all(folder_); }

    /// \brief A program that logs how it was called and runs the given lines of
    /// shell.
    void stand_in(const std::string& name, const std::string& script) {
        const fs::path path = folder_ / "bin" / name;
        std::ofstream(path) << "#!/bin/sh\necho \"" << name << " $*\" >> " << log_
                            << "\n"
                            << script << "\n";
        fs::permissions(path, fs::perms::owner_all);
    }

    /// \brief Debian with all packages but the named one, or with all of them.
    void debian_without(const std::string& package) {
        stand_in("apt-get", "true");
        stand_in("dpkg-query", "shift 2; for p; do [ $p = '" + package +
                                   "' ] || echo installed $p; done");
    }

    void user(const std::string& id) { stand_in("id", "echo " + id); }

    /// \brief The program of a chapter, as the build would make it.
    void program(const std::string& name, const std::string& script) {
        fs::create_directories(folder_ / "house/build");
        const fs::path path = folder_ / "house/build" / name;
        std::ofstream(path) << "#!/bin/sh\necho \"" << name << " $*\"\n"
                            << script << "\n";
        fs::permissions(path, fs::perms::owner_all);
    }

    capture::Run learn(std::vector<std::string> arguments) const {
        std::vector<std::string> all = {"/bin/sh", house("learn")};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return capture::run(
            {.arguments = all, .environment = {{"PATH", folder_ / "bin"}}});
    }

    std::string house(const std::string& path) const {
        return folder_ / "house" / path;
    }
    std::string log() const { return text_of(log_); }

private:
    fs::path folder_ =
        fs::temp_directory_path() / ("nn-learn-" + std::to_string(getpid()));
    fs::path log_ = folder_ / "log";
};

}  // namespace

TEST_CASE("help is a table of the commands") {
    const capture::Run run = Machine().learn({"help"});
    CHECK(run.status == 0);
    for (const char* command :
         {"./learn ", "./learn test", "./learn 1", "./learn book",
          "./learn exercise 1.2", "./learn hints 1.2", "./learn watch",
          "./learn bench", "./learn help"})
        CHECK(contains(run.out, command));
}

TEST_CASE("an unknown command gives one line, the table and status 2") {
    const capture::Run run = Machine().learn({"frobnicate"});
    CHECK(run.status == 2);
    CHECK(run.err == "learn: no such command: frobnicate\n");
    CHECK(contains(run.out, "./learn exercise 1.2"));
}

TEST_CASE(
    "a chapter that is not there: learn says which there are, and does nothing") {
    Machine machine;
    machine.debian_without("nothing");
    const capture::Run run = machine.learn({"12"});
    CHECK(run.status == 2);
    CHECK(run.err ==
          "learn: there is no chapter 12 yet; there are: 01_first 02_second \n");
    CHECK(machine.log().empty());
}

TEST_CASE(
    "without the right to install: the exact command, status 2, nothing done") {
    Machine machine;
    machine.debian_without("katex");
    machine.user("1000");
    SECTION("no sudo") {}
    SECTION("sudo that wants a password, and no terminal") {
        machine.stand_in("sudo", "exit 1");
    }
    const capture::Run run = machine.learn({});
    CHECK(run.status == 2);
    CHECK(contains(run.out, "katex                 typesets the formulas"));
    CHECK(contains(run.out,
                   "\n  apt-get update && apt-get install --no-install-recommends "
                   "-y katex\n"));
    CHECK(run.err ==
          "learn: no right to install packages: not root, and no sudo\n");
    CHECK_FALSE(contains(machine.log(), "apt-get"));
    CHECK_FALSE(contains(machine.log(), "cmake --preset"));
}

TEST_CASE("root installs only what is missing, after saying what and why") {
    Machine machine;
    machine.debian_without("bible-kjv");
    machine.user("0");
    const capture::Run run = machine.learn({"book"});
    CHECK(run.status == 0);
    CHECK(contains(run.out, "bible-kjv             the text to learn from"));
    CHECK_FALSE(contains(run.out, "doxygen"));
    CHECK(contains(machine.log(),
                   "apt-get install --no-install-recommends -y bible-kjv\n"));
    CHECK_FALSE(contains(machine.log(), "apt-get update"));
}

TEST_CASE("a user installs through sudo") {
    Machine machine;
    machine.debian_without("doxygen");
    machine.user("1000");
    machine.stand_in("sudo", "[ $1 = -n ] || \"$@\"");
    CHECK(machine.learn({"book"}).status == 0);
    CHECK(contains(machine.log(),
                   "sudo apt-get install --no-install-recommends -y doxygen\n"
                   "apt-get install --no-install-recommends -y doxygen\n"));
}

TEST_CASE("apt's lists are renewed if they do not know a package") {
    Machine machine;
    machine.debian_without("doxygen");
    machine.user("0");
    machine.stand_in("apt-get", "[ \"$2\" != --simulate ]");
    CHECK(machine.learn({"book"}).status == 0);
    CHECK(contains(
        machine.log(),
        "apt-get update\napt-get install --no-install-recommends -y doxygen\n"));
}

TEST_CASE(
    "an installation that fails stops with status 2 before anything is built") {
    Machine machine;
    machine.debian_without("doxygen");
    machine.user("0");
    machine.stand_in("apt-get", "exit 100");
    const capture::Run run = machine.learn({});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "learn: apt-get could not renew its lists"));
    machine.stand_in("apt-get", "[ \"$2\" = --simulate ]");
    CHECK(contains(machine.learn({}).err, "learn: apt-get could not install them"));
    CHECK_FALSE(contains(machine.log(), "cmake --preset"));
}

TEST_CASE("a system without apt: the packages and what they are for, status 2") {
    const capture::Run run = Machine().learn({"test"});
    CHECK(run.status == 2);
    CHECK(contains(run.out, "ninja-build           builds it"));
    CHECK(contains(run.out, "fonts-katex           the formulas' letters"));
    CHECK(contains(run.err, "learn: this system has no apt-get"));
}

TEST_CASE(
    "everything: the chapters run in order, then the book, and its path is the "
    "last "
    "line") {
    Machine machine;
    machine.debian_without("nothing");
    const capture::Run run = machine.learn({});
    CHECK(run.status == 0);
    CHECK(contains(machine.log(),
                   "cmake --preset release\n"
                   "cmake --build --preset release --target run_01\n"
                   "cmake --build --preset release --target run_02\n"
                   "cmake --build --preset release --target book\n"));
    CHECK(last_line(run.out) == machine.house("build/book/en/index.html"));
}

TEST_CASE("a build that fails stops what follows") {
    Machine machine;
    machine.debian_without("nothing");
    machine.stand_in("cmake", "[ $1 != --build ]");
    const capture::Run run = machine.learn({});
    CHECK(run.status != 0);
    CHECK_FALSE(contains(run.out, "index.html"));
    CHECK_FALSE(contains(machine.log(), "run_02"));
}

TEST_CASE("a configuration that fails shows why") {
    Machine machine;
    machine.debian_without("nothing");
    machine.stand_in("cmake", "echo no compiler; exit 1");
    const capture::Run run = machine.learn({});
    CHECK(run.status == 1);
    CHECK(contains(run.err, "no compiler\n"));
}

TEST_CASE("test builds all and ends with ctest's status") {
    Machine machine;
    machine.debian_without("nothing");
    machine.stand_in("ctest", "echo summary; exit 8");
    const capture::Run run = machine.learn({"test"});
    CHECK(run.status == 8);
    CHECK(run.out.ends_with("summary\n"));
    CHECK(contains(machine.log(),
                   "cmake --build --preset release --target all book\n"
                   "ctest --preset release -j2\n"));
}

TEST_CASE("a chapter without options leaves its run where the book reads it") {
    Machine machine;
    machine.debian_without("nothing");
    machine.program("ch02_second", "mkdir -p \"$2\"");
    for (const std::string number : {"2", "02"}) {
        const std::string out = machine.house("build/run/02_second");
        CHECK(machine.learn({number}).out == "ch02_second --out " + out + "\n");
        CHECK(fs::exists(out + "/.stamp"));
    }
}

TEST_CASE(
    "a chapter with options leaves the book's run alone and says where its own "
    "is") {
    Machine machine;
    machine.debian_without("nothing");
    machine.program("ch01_first", "");
    const std::string out = machine.house("build/run/custom/01_first");
    const capture::Run run = machine.learn({"1", "--corpus", "war and peace.txt"});
    CHECK(run.out == "ch01_first --corpus war and peace.txt --out " + out +
                         "\nData, claims and output are in " + out + "\n");
    CHECK(machine.learn({"1", "--out", "here"}).out == "ch01_first --out here\n");
    CHECK(machine.learn({"1", "--out=here"}).out == "ch01_first --out=here\n");
    CHECK(machine.learn({"1", "--help"}).out == "ch01_first --help\n");
}

TEST_CASE("the status of a chapter's program is learn's") {
    Machine machine;
    machine.debian_without("nothing");
    machine.program("ch01_first", "exit 2");
    CHECK(machine.learn({"1"}).status == 2);
    CHECK(machine.learn({"1", "--seed", "x"}).status == 2);
    CHECK_FALSE(fs::exists(machine.house("build/run/01_first/.stamp")));
}

TEST_CASE("exercises go to their script, whose status is learn's") {
    Machine machine;
    machine.debian_without("nothing");
    fs::create_directories(machine.house("tests/exercises"));
    std::ofstream(machine.house("tests/exercises/exercise.sh"))
        << "echo \"exercise $*\"; exit 1\n";
    const capture::Run run = machine.learn({"exercise", "1.3"});
    CHECK(run.out == "exercise check 1.3\n");
    CHECK(run.status == 1);
    CHECK(machine.learn({"hints", "1.3", "2"}).out == "exercise hints 1.3 2\n");
    CHECK(machine.learn({"watch"}).out == "exercise watch\n");
}

TEST_CASE("bench needs one package more, and times one chapter or all") {
    Machine machine;
    machine.debian_without("libbenchmark-dev");
    machine.user("0");
    CHECK(machine.learn({"bench", "2"}).status == 0);
    CHECK(
        contains(machine.log(),
                 "apt-get install --no-install-recommends -y libbenchmark-dev\n"));
    CHECK(contains(machine.log(), "--target bench_02\n"));
    CHECK_FALSE(contains(machine.log(), "--target bench_01\n"));
    CHECK(machine.learn({"bench"}).status == 0);
    CHECK(contains(machine.log(), "--target bench_01\n"));
}
