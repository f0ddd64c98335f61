/// \file
/// \brief A chapter's program as its user meets it: options, bad input, Ctrl-C.
#include <algorithm>
#include <thread>

#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

capture::Run run(Arguments arguments, capture::Command command = {}) {
    command.arguments = std::move(arguments);
    command.arguments.insert(command.arguments.begin(), NN_PROGRAM);
    return capture::run(command);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

/// \brief Runs with bad input, beside the files of an earlier run; returns the one
/// line said.
std::string complaint(Arguments arguments, const capture::Command& command = {}) {
    const scratch::Folder out;
    out.file("output.txt", "of an earlier run");
    if (std::find(arguments.begin(), arguments.end(), "--out") == arguments.end())
        arguments.insert(arguments.begin(), {"--out", out.path()});
    const auto before = out.contents();
    const capture::Run bad = run(arguments, command);
    CHECK(bad.status == 2);
    CHECK(bad.out == "");
    CHECK(std::count(bad.err.begin(), bad.err.end(), '\n') == 1);
    CHECK(out.contents() == before);
    const std::string name = "ch01_rng_seeding: ";
    REQUIRE(bad.err.starts_with(name));
    return bad.err.substr(name.size());
}

std::string many_lines(const std::string& line) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("the help names every option with its default") {
    const capture::Run help = run({"--help"});
    CHECK(help.status == 0);
    CHECK(help.err == "");
    for (const char* option :
         {"--seed UINT:0...4294967295=42", "--corpus FILE",
          "(default: the King James Bible)", "--quick", "(default: all of it)",
          "--out DIR", "(default: print only)", "--threads UINT:1...256="})
        CHECK(contains(help.out, option));
}

TEST_CASE("a program starts as many threads as the machine has cores") {
    const unsigned cores =
        std::clamp(std::thread::hardware_concurrency(), 1u, 256u);
    CHECK(contains(run({"--help"}).out,
                   "--threads UINT:1...256=" + std::to_string(cores) + " "));
}

TEST_CASE("a corpus that is not there") {
    CHECK(complaint({"--corpus", "/no/such/file"}) ==
          "/no/such/file: no such file; check the path\n");
}

TEST_CASE("a corpus that is a directory") {
    CHECK(complaint({"--corpus", "/usr"}) ==
          "/usr: is a directory; name one file in it\n");
}

TEST_CASE("a corpus without a line of text") {
    const scratch::Folder folder;
    const std::string empty = folder.file("empty", "");
    const std::string blank = folder.file("blank", " \n\t\r\n\n");
    const std::string remedy =
        " bytes and no line of text; give a file with some\n";
    CHECK(complaint({"--corpus", empty}) == empty + ": 0" + remedy);
    CHECK(complaint({"--corpus", blank}) == blank + ": 6" + remedy);
}

TEST_CASE("a corpus that is not UTF-8: the byte and its line are named") {
    const scratch::Folder folder;
    const std::string path =
        folder.file("latin1", many_lines("good") + "na\xEFve\n");
    CHECK(
        complaint({"--corpus", path}) ==
        path +
            ": byte 10002 (line 2001), 0xEF, is not valid UTF-8; convert the file: "
            "iconv -f ITS_ENCODING -t UTF-8 " +
            path + " > utf8.txt\n");
}

TEST_CASE("a corpus of 3 GB is refused at once, unread") {
    const scratch::Folder folder;
    const std::string path = folder.file("big", "");
    fs::resize_file(path, 3'000'000'000);
    const auto start = std::chrono::steady_clock::now();
    CHECK(complaint({"--corpus", path}) ==
          path +
              ": 3000000000 bytes, the bound is 1073741824; cut it into parts: "
              "split -C 1073741824 " +
              path + "\n");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("a corpus that may not be read") {
    const scratch::Folder folder;
    const std::string path = folder.file("secret", many_lines("text"));
    fs::permissions(path, fs::perms::none);
    CHECK(complaint({"--corpus", path}, {.unprivileged = true}) ==
          path + ": cannot be read (Permission denied); allow it: chmod +r " +
              path + "\n");
}

TEST_CASE("a corpus in a folder that may not be entered") {
    const scratch::Folder folder;
    fs::create_directory(folder / "closed");
    const std::string path = folder.file("closed/text", many_lines("text"));
    fs::permissions(folder / "closed", fs::perms::none);
    CHECK(
        complaint({"--corpus", path}, {.unprivileged = true}) ==
        path +
            ": cannot be reached (Permission denied); check the folders' rights\n");
    fs::permissions(folder / "closed", fs::perms::owner_all);
}

TEST_CASE("the corpus package is not installed: which one to install") {
    CHECK(complaint({}, {.environment = {{"PATH", "/nowhere"}}}) ==
          "the King James Bible is not installed; install it: apt-get install "
          "bible-kjv, "
          "or read a text of your own: --corpus FILE\n");
}

TEST_CASE("a seed that is no seed") {
    for (const std::string seed : {"-1", "4294967296", "99999999999999999999", "x",
                                   "4.2", "", " 42", "0x2a", "1e3"})
        CHECK(
            complaint({"--seed", seed}) ==
            "--seed: the seed must be a whole number from 0 to 4294967295, not '" +
                seed + "'; see --help\n");
    CHECK(contains(complaint({"--seed"}), "--seed: 1 required"));
}

TEST_CASE("a number of threads that is none") {
    for (const std::string threads : {"0", "257", "-2", "two"})
        CHECK(complaint({"--threads", threads}) ==
              "--threads: the number of threads must be a whole number from 1 to "
              "256, not '" +
                  threads + "'; see --help\n");
}

TEST_CASE("an option that there is not, and names left empty") {
    CHECK(contains(complaint({"--frob"}), "not expected: --frob; see --help"));
    CHECK(contains(complaint({"stray"}), "not expected: stray; see --help"));
    CHECK(complaint({"--corpus", ""}) ==
          "--corpus: the name is empty; see --help\n");
    CHECK(complaint({"--out", ""}) == "--out: the name is empty; see --help\n");
}

TEST_CASE("an out folder that may not be written") {
    const scratch::Folder folder;
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "closed",
                    fs::perms::owner_read | fs::perms::owner_exec |
                        fs::perms::others_read | fs::perms::others_exec);
    const std::string remedy =
        " admits no new files); choose another folder: --out DIR\n";
    const std::string closed = folder / "closed";
    CHECK(complaint({"--out", closed}, {.unprivileged = true}) ==
          closed + ": cannot be written (" + closed + remedy);
    CHECK(complaint({"--out", closed + "/a/b"}, {.unprivileged = true}) ==
          closed + "/a/b: cannot be written (" + closed + remedy);
}

TEST_CASE("an out folder under a file") {
    const scratch::Folder folder;
    const std::string file = folder.file("file", "kept");
    CHECK(complaint({"--out", file + "/out"}) ==
          file + "/out: cannot be written (" + file +
              " is not a folder); choose another folder: --out DIR\n");
    CHECK(scratch::bytes_of(file) == "kept");
}

TEST_CASE("a new out folder is not made by a run that fails") {
    const scratch::Folder folder;
    complaint({"--out", folder / "new", "--corpus", "/no/such/file"});
    CHECK(folder.contents().empty());
}

TEST_CASE("Ctrl-C: status 130, one line, and no file changed or begun") {
    const scratch::Folder out;
    out.file("output.txt", "of an earlier run");
    const auto before = out.contents();
    const capture::Run stopped = run({"--out", out.path()}, {.interrupt_at = "["});
    CHECK(stopped.status == 130);
    CHECK(stopped.err == "ch01_rng_seeding: stopped\n");
    CHECK(out.contents() == before);
}

TEST_CASE("a Russian text: its words are counted, its run is left in the folder") {
    const scratch::Folder folder;
    const std::string text =
        folder.file("text", many_lines("Все счастливые семьи ПОХОЖИ."));
    const capture::Run good =
        run({"--quick", "--corpus", text, "--out", folder / "out"});
    CHECK(good.status == 0);
    CHECK(good.err == "");
    CHECK(contains(good.out, "похожи"));
    CHECK(scratch::bytes_of(folder / "out/output.txt") == good.out);
    CHECK(contains(scratch::bytes_of(folder / "out/values.csv"), "name,value\n"));
    CHECK(contains(scratch::bytes_of(folder / "out/claims.csv"),
                   "id,claim,quantity,"));
    for (const auto& [path, bytes] : folder.contents())
        CHECK_FALSE(contains(path, "unfinished"));
}

TEST_CASE("a seed with leading zeros is the same seed, in tens") {
    const scratch::Folder folder;
    const std::string text =
        folder.file("text", many_lines("some words of a text"));
    const auto section = [&](const std::string& seed) {
        const std::string out =
            run({"--quick", "--seed", seed, "--corpus", text}).out;
        return out.substr(0, out.find("\n[python]"));
    };
    CHECK(section("010") == section("10"));
    CHECK(section("010") != section("8"));
}
