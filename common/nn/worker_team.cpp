#include "nn/worker_team.hpp"

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:wait-while]
/// \brief Waits until the number is another one: first awake, as a round is short,
/// then asleep.
void wait_while(const std::atomic<std::uint32_t>& number, std::uint32_t old) {
    for (int look = 0; look < 30'000; ++look)
        if (number.load(std::memory_order_acquire) != old) return;
    number.wait(old, std::memory_order_acquire);
}
// [snip:wait-while]

}  // namespace

// [snip:team-life]
WorkerTeam::WorkerTeam(unsigned threads) {
    require(threads > 0, "WorkerTeam", "0 threads; give at least 1");
    for (unsigned t = 1; t < threads; ++t)
        helpers_.emplace_back([this] { help(); });
}

WorkerTeam::~WorkerTeam() {
    ended_ = true;
    ++round_;
    round_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
}
// [snip:team-life]

// [snip:team-round]
void WorkerTeam::for_each_shard(std::size_t shards,
                                const std::function<void(std::size_t)>& work) {
    work_ = &work;
    done_ = 0;
    ticket_ = std::uint64_t{shards} << 32;
    ++round_;
    round_.notify_all();
    take_shards();
    for (std::uint32_t done = done_; done < shards; done = done_)
        wait_while(done_, done);
}

void WorkerTeam::take_shards() {
    for (;;) {
        // Shards and number in one word: who comes late from the round before
        // finds either its end or the whole of this one.
        const std::uint64_t ticket = ticket_++;
        const std::uint64_t shards = ticket >> 32, shard = ticket & 0xFFFFFFFF;
        if (shard >= shards) return;
        (*work_)(shard);
        ++done_;
        done_.notify_one();
    }
}
// [snip:team-round]

// [snip:team-help]
void WorkerTeam::help() {
    for (std::uint32_t seen = 0;;) {
        wait_while(round_, seen);
        seen = round_;
        if (ended_) return;
        take_shards();
    }
}
// [snip:team-help]

}  // namespace nn
