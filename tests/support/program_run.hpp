/// \file
/// \brief A run of a chapter's program, with all that it left.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace capture {

/// \brief Claims' verdicts by id.
using Verdicts = std::map<std::string, std::string>;

/// \brief A successful run of NN_PROGRAM into a folder of its own, kept as long as
/// this lives.
class ProgramRun {
public:
    explicit ProgramRun(
        const std::vector<std::string>& arguments,
        const std::map<std::string, std::string>& environment = {}) {
        std::vector<std::string> command{NN_PROGRAM, "--out", folder_.path()};
        command.insert(command.end(), arguments.begin(), arguments.end());
        run_ = run({.arguments = command, .environment = environment});
        INFO(run_.err);
        REQUIRE(run_.status == 0);
    }

    /// \brief The bytes of a file that the run left.
    std::string file(const std::string& name) const {
        return scratch::bytes_of(folder_ / name);
    }

    /// \brief The bytes of all files that the run left, by name.
    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> all;
        for (const auto& [path, bytes] : folder_.contents())
            all[scratch::fs::path(path).filename()] = bytes;
        return all;
    }

    /// \brief What was printed.
    const std::string& output() const { return run_.out; }

    /// \brief The verdicts of all claims. No field before the verdict that has a
    /// comma is unquoted.
    Verdicts verdicts() const {
        Verdicts all;
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
    Run run_;
};

/// \brief Checks that two runs left the same bytes, but for what tells of times:
/// the files of these names, and the lines with one of these words in what they
/// printed and kept.
inline void check_left_the_same(const ProgramRun& one, const ProgramRun& two,
                                const std::vector<std::string>& times) {
    const auto timeless = [&times](const std::string& text) {
        std::string kept;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            if (std::none_of(times.begin(), times.end(), [&](const auto& word) {
                    return line.find(word) != line.npos;
                }))
                kept += line + "\n";
        return kept;
    };
    CHECK(timeless(one.output()) == timeless(two.output()));
    CHECK(one.files().size() == two.files().size());
    for (const auto& [name, bytes] : one.files()) {
        if (std::find(times.begin(), times.end(), name) != times.end()) continue;
        INFO(name);
        CHECK(timeless(bytes) == timeless(two.file(name)));
    }
}

/// \brief Runs NN_PROGRAM with bad input, beside the file of an earlier run that
/// must stay as it is; returns the one line said.
inline std::string complaint(const std::vector<std::string>& arguments) {
    const scratch::Folder out;
    out.file("output.txt", "of an earlier run");
    const auto before = out.contents();
    std::vector<std::string> command{NN_PROGRAM, "--out", out.path()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Run bad = run({.arguments = command});
    CHECK(bad.status == 2);
    CHECK(bad.err.find('\n') == bad.err.size() - 1);
    CHECK(out.contents() == before);
    const std::string name = scratch::fs::path(NN_PROGRAM).filename();
    REQUIRE(bad.err.starts_with(name + ": "));
    return bad.err.substr(name.size() + 2);
}

/// \brief The arguments, and those of the others that they leave open.
inline std::vector<std::string> with(
    std::vector<std::string> arguments,
    const std::map<std::string, std::string>& others) {
    for (const auto& [option, value] : others)
        if (std::find(arguments.begin(), arguments.end(), option) ==
            arguments.end())
            arguments.insert(arguments.end(), {option, value});
    return arguments;
}

}  // namespace capture
