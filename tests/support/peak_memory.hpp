/// \file
/// \brief How much memory a piece of work takes.
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <stdexcept>

namespace peak_memory {

/// \brief False where a sanitizer takes memory of its own: the work is done, and
/// what it took says nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_measured = false;
#else
inline constexpr bool is_measured = true;
#endif

/// \brief The most memory that this process ever had, in bytes.
inline double so_far() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return 1024.0 * static_cast<double>(used.ru_maxrss);
}

/// \brief The bytes by which the peak of a new process grows while it does the
/// work.
///
/// The new process begins with the pages of this one: what this one has freed it
/// may take again unseen, so measure before much was taken. Throws
/// std::runtime_error if the work throws or the process is killed.
inline double growth(const std::function<void()>& work) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        const double before = so_far();
        try {
            work();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            _exit(1);
        }
        const double grown = so_far() - before;
        _exit(write(ends[1], &grown, sizeof grown) == sizeof grown ? 0 : 1);
    }
    close(ends[1]);
    double grown = 0.0;
    const bool is_told = read(ends[0], &grown, sizeof grown) == sizeof grown;
    close(ends[0]);
    waitpid(child, nullptr, 0);
    if (!is_told) throw std::runtime_error("the work has failed");
    return grown;
}

}  // namespace peak_memory
