#include "nn/io/progress.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "support/catch.hpp"

using nn::progress_line;

TEST_CASE("the bar shows the share, the rate and the time left") {
    CHECK(progress_line("Darts", "draws", 0, 100, 0.0) ==
          "Darts [--------------------]   0%  0 draws/s  0 s left");
    CHECK(progress_line("Darts", "draws", 50, 100, 5.0) ==
          "Darts [##########----------]  50%  10 draws/s  5 s left");
    CHECK(progress_line("Darts", "draws", 100, 100, 10.0) ==
          "Darts [####################] 100%  10 draws/s  0 s left");
}

TEST_CASE("the bar bears nothing to do and more than was promised") {
    CHECK(progress_line("Darts", "draws", 0, 0, 1.0) ==
          "Darts [####################] 100%  0 draws/s  0 s left");
    CHECK(progress_line("Darts", "draws", 7, 5, 1.0) ==
          progress_line("Darts", "draws", 5, 5, 1.0));
}

namespace {

bool interrupted_at(void (*work)()) {
    try {
        work();
        return false;
    } catch (const nn::Interrupted&) {
        return true;
    }
}

/// \brief In a process of its own, since Ctrl-C cannot be taken back.
int steps_passed_until_ctrl_c() {
    nn::watch_for_interrupt();
    static nn::Progress progress("Darts", "draws", 10);
    if (interrupted_at([] { progress.step(); })) return 0;
    if (interrupted_at(nn::stop_if_interrupted)) return 1;
    std::raise(SIGINT);
    if (!interrupted_at([] { progress.step(); })) return 2;
    if (!interrupted_at(nn::stop_if_interrupted)) return 3;
    return 4;
}

}  // namespace

TEST_CASE(
    "work goes on until Ctrl-C, then stops at the next step, and a second one ends "
    "it") {
    const pid_t child = fork();
    if (child == 0) {
        if (steps_passed_until_ctrl_c() == 4) std::raise(SIGINT);
        _exit(1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
}
