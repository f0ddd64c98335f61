/// \file
/// \brief A program at a terminal, with a person who types.
#pragma once

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace capture {

/// \brief What a program said at a terminal, and its exit status.
struct Session {
    std::string said;
    int status = -1;
};

/// \brief NN_PROGRAM with a person who types these bytes when asked. Link to util.
inline Session at_a_terminal(std::vector<std::string> arguments,
                             const std::string& typed) {
    arguments.insert(arguments.begin(), NN_PROGRAM);
    std::vector<char*> command;
    for (std::string& argument : arguments) command.push_back(argument.data());
    command.push_back(nullptr);
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        alarm(20);  // whoever waits longer hangs
        execv(command[0], command.data());
        _exit(127);
    }
    Session session;
    bool has_typed = false;
    char buffer[4096];
    for (ssize_t n = 0; (n = read(terminal, buffer, sizeof buffer)) > 0;) {
        session.said.append(buffer, static_cast<std::size_t>(n));
        if (has_typed || session.said.find("\n> ") == session.said.npos) continue;
        has_typed = write(terminal, typed.data(), typed.size()) > 0;
    }
    close(terminal);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    session.status =
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::erase(session.said, '\r');
    return session;
}

}  // namespace capture
