/// \file
/// \brief A clean tree that could not be made is never reported as a success.
#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

/// \brief A stand-in for a program: a script of one line.
void stand_in(const std::string& path, const std::string& line) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path) << "#!/bin/sh\n" << line << "\n";
    fs::permissions(path, fs::perms::owner_all | fs::perms::others_read |
                              fs::perms::others_exec);
}

const std::string proof = NN_SOURCE_DIR "/tests/clean_debian/run.sh";

/// \brief CI with a proof and tests that end as given.
struct Ci {
    Ci(int clean, int tests) {
        fs::create_directory(folder / "house");
        fs::create_directory(folder / "house/.ci");
        fs::copy_file(NN_SOURCE_DIR "/.ci/run", folder / "house/.ci/run");
        stand_in(folder / "house/tests/clean_debian/run.sh",
                 "exit " + std::to_string(clean));
        stand_in(folder / "house/learn",
                 "echo summary; exit " + std::to_string(tests));
        stand_in(folder / "bin/apt-get", "exit 0");
        stand_in(folder / "bin/id", "echo 0");
        run = capture::run(
            {.arguments = {"/bin/bash", folder / "house/.ci/run"},
             .environment = {{"PATH", folder / "bin" + ":/usr/bin:/bin"}}});
    }

    scratch::Folder folder;
    capture::Run run;
};

}  // namespace

TEST_CASE("without root the proof says that no tree was made, status 77") {
    const scratch::Folder folder;
    stand_in(folder / "id", "echo 1000");
    const capture::Run run = capture::run(
        {.arguments = {"/bin/bash", proof},
         .environment = {{"PATH", folder.path().string() + ":/usr/bin:/bin"}}});
    CHECK(run.status == 77);
    CHECK(contains(run.out, "CLEAN TREE NOT MADE: only root can"));
}

TEST_CASE("without debootstrap the proof says so, status 77") {
    const scratch::Folder folder;
    stand_in(folder / "id", "echo 0");
    stand_in(folder / "dirname", "exec /usr/bin/dirname \"$@\"");
    const capture::Run run =
        capture::run({.arguments = {"/bin/bash", proof},
                      .environment = {{"PATH", folder.path()}}});
    CHECK(run.status == 77);
    CHECK(contains(run.out, "CLEAN TREE NOT MADE: debootstrap is not installed"));
}

TEST_CASE(
    "where the mirror does not answer no tree is made, status 77, nothing kept") {
    const scratch::Folder folder;
    stand_in(folder / "bin/id", "echo 0");
    stand_in(folder / "bin/debootstrap", "echo E: mirror is silent; exit 1");
    fs::create_directory(folder / "tmp");
    const capture::Run run = capture::run(
        {.arguments = {"/bin/bash", proof},
         .environment = {{"PATH", folder / "bin" + ":/usr/sbin:/usr/bin:/bin"},
                         {"XDG_CACHE_HOME", folder / "cache"},
                         {"TMPDIR", folder / "tmp"}}});
    CHECK(run.status == 77);
    CHECK(contains(run.out, "E: mirror is silent\n"));
    CHECK(contains(run.out, "CLEAN TREE NOT MADE: debootstrap failed"));
    CHECK(fs::is_empty(folder / "tmp"));
    CHECK_FALSE(fs::exists(folder / "cache/from-seed-to-transformer/bookworm.tar"));
}

TEST_CASE("CI passes only if the proof and the tests pass") {
    CHECK(Ci(0, 0).run.status == 0);
    CHECK(Ci(0, 8).run.status == 8);
    CHECK(Ci(1, 0).run.status == 1);
    CHECK(Ci(1, 8).run.status != 0);
}

TEST_CASE("CI without a proof goes on and says that it was not run") {
    const Ci ci(77, 0);
    CHECK(ci.run.status == 0);
    CHECK(contains(ci.run.out, "NOT RUN: the two commands on a fresh Debian"));
    CHECK_FALSE(contains(Ci(0, 0).run.out, "NOT RUN"));
}

TEST_CASE("CI's output ends with the tests' own summary") {
    CHECK(Ci(1, 0).run.out.ends_with("summary\n"));
    CHECK(Ci(77, 0).run.out.ends_with("summary\n"));
}
