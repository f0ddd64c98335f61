/// \file
/// \brief A program that gets a signal in the middle of its work.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

namespace signalled {

/// \brief Starts NN_PROGRAM and sends it a signal after some microseconds; returns
/// what waitpid() tells of its end. What it says goes into a file.
inline int status_after(useconds_t after, int signal,
                        std::vector<std::string> arguments,
                        const std::string& said = "/dev/null") {
    arguments.insert(arguments.begin(), NN_PROGRAM);
    const pid_t child = fork();
    if (child == 0) {
        alarm(60);  // should the parent be gone
        if (std::freopen("/dev/null", "w", stdout) == nullptr ||
            std::freopen(said.c_str(), "w", stderr) == nullptr)
            _exit(127);
        std::vector<char*> pointers;
        for (std::string& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    usleep(after);
    kill(child, signal);
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

/// \brief The signal that killed it, or 0 if it ended by itself.
inline int killed_by(int status) {
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/// \brief Its exit status, or −1 if it was killed.
inline int exited_with(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace signalled
