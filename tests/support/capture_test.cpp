#include "support/capture.hpp"

#include <unistd.h>

#include <system_error>

#include "support/catch.hpp"

namespace {

capture::Run shell(const std::string& script, capture::Command command = {}) {
    command.arguments = {"/bin/sh", "-c", script};
    return capture::run(command);
}

}  // namespace

TEST_CASE("a run keeps both streams and the status") {
    const capture::Run run = shell("echo said; echo complained >&2; exit 3");
    CHECK(run.out == "said\n");
    CHECK(run.err == "complained\n");
    CHECK(run.status == 3);
    CHECK_FALSE(run.timed_out);
}

TEST_CASE("standard input is empty") {
    CHECK(shell("cat; echo end").out == "end\n");
}

TEST_CASE("much output on both streams does not block") {
    const capture::Run run =
        shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2");
    CHECK(run.out.size() == 1000000);
    CHECK(run.err.size() == 1000000);
}

TEST_CASE("the environment is the caller's with changes") {
    CHECK(shell("echo $NN_WORD$HOME",
                {.environment = {{"NN_WORD", "x"}, {"HOME", "y"}}})
              .out == "xy\n");
}

TEST_CASE("an unprivileged run is not root") {
    const capture::Run run = shell("id -u; id -G", {.unprivileged = true});
    CHECK(run.out != "0\n0\n");
    if (geteuid() == 0) CHECK(run.out == "65534\n65534\n");
}

TEST_CASE("the interrupt comes when its sign was printed") {
    const capture::Run run =
        shell("trap 'echo stopped; exit 130' INT; echo go; while :; do sleep 0.1; done",
              {.interrupt_at = "go"});
    CHECK(run.out == "go\nstopped\n");
    CHECK(run.status == 130);
}

TEST_CASE("a program that a signal ends has status 128 + signal") {
    CHECK(shell("kill -TERM $$").status == 128 + 15);
}

TEST_CASE("a program that does not end is killed with its children") {
    const capture::Run run = shell("echo started; sleep 100 & wait",
                                   {.timeout = std::chrono::seconds(1)});
    CHECK(run.timed_out);
    CHECK(run.out == "started\n");
}

TEST_CASE("a program that is not there is an error") {
    CHECK_THROWS_AS(capture::run({.arguments = {"/no/such/program"}}),
                    std::system_error);
}
