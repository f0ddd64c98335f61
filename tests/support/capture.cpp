#include "support/capture.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace capture {

namespace {

using Clock = std::chrono::steady_clock;

void require(bool success, const char* what) {
    if (!success) throw std::system_error(errno, std::generic_category(), what);
}

/// \brief Both ends of a pipe; a program started meanwhile does not inherit them.
struct Pipe {
    Pipe() { require(pipe2(ends.data(), O_CLOEXEC) == 0, "pipe"); }
    ~Pipe() {
        close(ends[0]);
        if (ends[1] >= 0) close(ends[1]);
    }
    void close_writing() { close(std::exchange(ends[1], -1)); }

    std::array<int, 2> ends{};
};

void drop_rights() {
    constexpr unsigned nobody = 65534;
    if (geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(126);
}

/// \brief In the child: becomes the program. The open file needs no right on its
/// folders.
[[noreturn]] void become(const Command& command, int program, int out, int err) {
    dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    for (const auto& [name, value] : command.environment)
        setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    for (const std::string& argument : command.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    if (command.unprivileged) drop_rights();
    fexecve(program, arguments.data(), environ);
    _exit(127);
}

/// \brief Reads what has arrived; closes the stream (negative descriptor) at its
/// end.
void drain(pollfd& stream, std::string& text) {
    if (stream.revents == 0) return;
    char buffer[1 << 16];
    const ssize_t n = read(stream.fd, buffer, sizeof buffer);
    if (n > 0) text.append(buffer, static_cast<std::size_t>(n));
    if (n <= 0) stream.fd = -1;
}

/// \brief Collects both streams until both end, or until the timeout.
void listen(const Command& command, pid_t child, int out, int err, Run& run) {
    std::array<pollfd, 2> streams{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    const auto deadline = Clock::now() + command.timeout;
    bool interrupted = command.interrupt_at.empty();
    while ((streams[0].fd >= 0 || streams[1].fd >= 0) && !run.timed_out) {
        poll(streams.data(), streams.size(), 50);
        drain(streams[0], run.out);
        drain(streams[1], run.err);
        if (!interrupted && run.out.find(command.interrupt_at) != run.out.npos)
            interrupted = kill(-child, SIGINT) == 0;
        run.timed_out = Clock::now() > deadline;
    }
}

int status_of(pid_t child) {
    int status = 0;
    require(waitpid(child, &status, 0) == child, "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Run run(const Command& command) {
    const int program = open(command.arguments.at(0).c_str(), O_RDONLY | O_CLOEXEC);
    require(program >= 0, command.arguments[0].c_str());
    Pipe out, err;
    const pid_t child = fork();
    require(child >= 0, "fork");
    if (child == 0) {
        setpgid(0, 0);
        become(command, program, out.ends[1], err.ends[1]);
    }
    setpgid(child, child);
    close(program);
    out.close_writing();
    err.close_writing();
    Run run;
    listen(command, child, out.ends[0], err.ends[0], run);
    if (run.timed_out) kill(-child, SIGKILL);
    run.status = status_of(child);
    return run;
}

}  // namespace capture
