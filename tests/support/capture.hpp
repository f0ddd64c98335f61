/// \file
/// \brief Runs a program as a user would, and keeps what it said.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

/// \brief Real runs of programs, for the tests.
namespace capture {

/// \brief What to run, and how.
struct Command {
    std::vector<std::string> arguments{};  ///< the first is the program's path
    std::map<std::string, std::string>
        environment{};           ///< set on top of the caller's
    bool unprivileged = false;   ///< if root: as a user without rights
    std::string interrupt_at{};  ///< Ctrl-C, as a terminal sends it, at this output
    std::chrono::seconds timeout{200};
};

/// \brief What came of it.
struct Run {
    int status = 0;  ///< the exit status; 128 + the signal that ended it
    std::string out, err;
    bool timed_out = false;
};

/// \brief Runs the program with an empty standard input and waits for its end.
///
/// At the timeout it is killed. Throws std::system_error if it cannot be started.
Run run(const Command& command);

}  // namespace capture
