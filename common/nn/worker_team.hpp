/// \file
/// \brief Threads that stay, for work that is cut into thousands of short rounds.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace nn {

/// \brief for_each_shard() with threads that wait for the next round instead of
/// ending.
///
/// Starting a thread takes longer than a round of chapter 4's training. The result
/// does not depend on the number of threads, as long as each shard writes to a
/// place of its own.
// [snip:worker-team]
class WorkerTeam {
public:
    /// \brief Throws std::invalid_argument if `threads` is 0.
    explicit WorkerTeam(unsigned threads);
    ~WorkerTeam();
    WorkerTeam(const WorkerTeam&) = delete;
    WorkerTeam& operator=(const WorkerTeam&) = delete;

    /// \brief Calls work(0), …, work(shards − 1) and waits for the last of them.
    ///
    /// The caller's thread works too, and waits for nobody who has not begun a
    /// shard: on a busy machine a helper may be away for long. `work` must not
    /// throw. Fewer than 2³² shards.
    void for_each_shard(std::size_t shards,
                        const std::function<void(std::size_t)>& work);

private:
    void take_shards();
    void help();

    const std::function<void(std::size_t)>* work_ = nullptr;
    std::atomic<std::uint64_t> ticket_{
        0};                               // upper half: shards; lower: the next one
    std::atomic<std::uint32_t> done_{0};  // shards of this round
    std::atomic<std::uint32_t> round_{0};  // helpers look again when it changes
    std::atomic<bool> ended_{false};
    std::vector<std::thread> helpers_;
};
// [snip:worker-team]

}  // namespace nn
