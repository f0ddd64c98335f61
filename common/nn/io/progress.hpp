/// \file
/// \brief A progress bar for people, and a clean stop at Ctrl-C.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace nn {

/// \brief Thrown between two steps of work after Ctrl-C; run_program() ends with
/// status 130.
// [snip:interrupted]
struct Interrupted {};

/// \brief From now on Ctrl-C asks the work to stop at its next step; a second one
/// ends it.
void watch_for_interrupt();

/// \brief Throws Interrupted after Ctrl-C.
void stop_if_interrupted();
// [snip:interrupted]

/// \brief A bar on standard error, drawn only if that is a terminal.
///
/// Shows the share done, the rate in units a second and the time left. Any thread
/// may step.
// [snip:progress]
class Progress {
public:
    /// \brief `unit` is the plural of what is counted: "draws", "verses".
    Progress(std::string title, std::string unit, std::size_t total);

    /// \brief Wipes the bar.
    ~Progress();

    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// \brief So many more units are done. Throws Interrupted after Ctrl-C.
    void step(std::size_t units = 1);

    /// \brief Another title from the next step on.
    void rename(std::string title);

private:
    void draw() const;

    using Clock = std::chrono::steady_clock;
    std::string title_, unit_;
    std::size_t total_, done_ = 0;
    bool visible_;
    std::mutex mutex_;
    Clock::time_point start_, last_drawn_;
};

/// \brief The bar's text: `Trials [####----]  50%  1.2e+06 draws/s  3 s left`.
std::string progress_line(const std::string& title, const std::string& unit,
                          std::size_t done, std::size_t total, double seconds);
// [snip:progress]

}  // namespace nn
