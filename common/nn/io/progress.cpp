#include "nn/io/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace nn {

namespace {

// [snip:interrupt]
volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_interrupt(int signal) {
    interrupted = 1;
    std::signal(signal, SIG_DFL);  // a second Ctrl-C does not wait
}

}  // namespace

void watch_for_interrupt() {
    std::signal(SIGINT, on_interrupt);
}

void stop_if_interrupted() {
    if (interrupted) throw Interrupted{};
}
// [snip:interrupt]

// [snip:progress-life]
Progress::Progress(std::string title, std::string unit, std::size_t total)
    : title_(std::move(title)),
      unit_(std::move(unit)),
      total_(total),
      visible_(isatty(STDERR_FILENO) == 1),
      start_(Clock::now()),
      last_drawn_(start_) {}

Progress::~Progress() {
    if (visible_) std::fputs("\r\033[K", stderr);
}
// [snip:progress-life]

// [snip:progress-step]
void Progress::step(std::size_t units) {
    const std::lock_guard lock(mutex_);
    done_ += units;
    stop_if_interrupted();
    if (!visible_ || Clock::now() - last_drawn_ < std::chrono::milliseconds(100))
        return;
    last_drawn_ = Clock::now();
    draw();
}

void Progress::rename(std::string title) {
    const std::lock_guard lock(mutex_);
    title_ = std::move(title);
}

void Progress::draw() const {
    const std::chrono::duration<double> seconds = Clock::now() - start_;
    const std::string line =
        progress_line(title_, unit_, done_, total_, seconds.count());
    std::fprintf(stderr, "\r%s\033[K", line.c_str());
}
// [snip:progress-step]

// [snip:progress-line]
std::string progress_line(const std::string& title, const std::string& unit,
                          std::size_t done, std::size_t total, double seconds) {
    done = std::min(done, total);
    const double share =
        total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1.0;
    const double rate = seconds > 0.0 ? static_cast<double>(done) / seconds : 0.0;
    const double left = rate > 0.0 ? static_cast<double>(total - done) / rate : 0.0;
    const auto filled = static_cast<std::size_t>(share * 20.0);
    char text[160];
    std::snprintf(text, sizeof text, "%s [%s%s] %3.0f%%  %.3g %s/s  %.0f s left",
                  title.c_str(), std::string(filled, '#').c_str(),
                  std::string(20 - filled, '-').c_str(), share * 100.0, rate,
                  unit.c_str(), left);
    return text;
}
// [snip:progress-line]

}  // namespace nn
