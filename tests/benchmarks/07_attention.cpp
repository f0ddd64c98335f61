/// Our side of chapter 7's race: causal attention of 32 heads, there and back. The
/// values of each are 64 numbers of O, dQ, dK and dV and their root mean squares;
/// the peer draws the same numbers.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "nn/io/blas_threads.hpp"
#include "nn/parallel.hpp"
#include "nn/rng.hpp"
#include "nn/tiled_attention.hpp"
#include "nn/worker_team.hpp"
#include "support/peak_memory.hpp"

namespace {

constexpr std::size_t heads = 32, d = 32;
constexpr unsigned threads = 2;

/// One head: what it is given, and what it makes of it. All d × T.
struct Head {
    arma::fmat Q, K, V, dO;
    nn::TiledPass<float> pass{};
    nn::TiledSlopes<float> slopes{};

    void work() {
        const nn::AttentionRule causal{.causal = true};
        pass = nn::tiled_attention(Q, K, V, causal);
        slopes = nn::tiled_attention_back(Q, K, V, pass, dO, causal);
    }
};

/// What NumPy's RandomState(42).uniform(-2, 2) gives: all Q, all K, all V, all dO.
std::vector<Head> drawn(std::size_t T) {
    nn::Rng rng(42);
    std::vector<Head> all(heads);
    for (arma::fmat Head::*part : {&Head::Q, &Head::K, &Head::V, &Head::dO})
        for (Head& head : all) {
            (head.*part).set_size(d, T);
            for (float& x : head.*part)
                x = static_cast<float>(rng.uniform(-2.0, 2.0));
        }
    return all;
}

/// Heads are the shards: each writes to a place of its own.
void work(std::vector<Head>& all, nn::WorkerTeam& team) {
    team.for_each_shard(all.size(), [&](std::size_t h) { all[h].work(); });
}

/// O, dQ, dK and dV of all heads, one behind the other.
std::vector<std::vector<float>> results(const std::vector<Head>& all) {
    std::vector<std::vector<float>> numbers(4);
    for (const Head& head : all) {
        const arma::fmat* const parts[] = {&head.pass.O, &head.slopes.Q,
                                           &head.slopes.K, &head.slopes.V};
        for (std::size_t i = 0; i < 4; ++i)
            numbers[i].insert(numbers[i].end(), parts[i]->begin(), parts[i]->end());
    }
    return numbers;
}

void require_same_bytes(std::vector<Head>& all) {
    const auto with = [&](unsigned number) {
        nn::WorkerTeam team(number);
        work(all, team);
        return results(all);
    };
    const auto one = with(1);
    for (const unsigned number : {2U, 3U}) {
        const auto other = with(number);
        for (std::size_t i = 0; i < one.size(); ++i)
            if (std::memcmp(one[i].data(), other[i].data(),
                            one[i].size() * sizeof(float)) != 0)
                throw std::runtime_error("other bytes at " +
                                         std::to_string(number) + " threads");
    }
}

void tell_values(benchmark::State& state, const std::vector<Head>& all) {
    std::size_t value = 0;
    const auto tell = [&](double x) {
        state.counters["value_" + std::to_string(value++)] = x;
    };
    for (const std::vector<float>& numbers : results(all)) {
        double squares = 0.0;
        for (const float x : numbers) squares += static_cast<double>(x) * x;
        tell(std::sqrt(squares / static_cast<double>(numbers.size())));
        const std::size_t step =
            numbers.size() / 64 + 33;  // another head, token and row
        for (std::size_t i = 0; i < 64; ++i)
            tell(numbers[i * step % numbers.size()]);
    }
}

/// The bytes that the work takes beside what it is given. To be asked before
/// anything else was taken and freed.
double memory_of(std::size_t T) {
    const double given = 4.0 * heads * d * static_cast<double>(T * sizeof(float));
    return peak_memory::growth([T] {
               std::vector<Head> all = drawn(T);
               nn::WorkerTeam team(threads);
               work(all, team);
           }) -
           given;
}

void attention(benchmark::State& state, std::size_t T, double memory) {
    std::vector<Head> all = drawn(T);
    state.counters["memory"] = memory;
    require_same_bytes(all);
    nn::WorkerTeam team(threads);
    for (auto _ : state) work(all, team);
    tell_values(state, all);
    // two products there, five back, for the T (T + 1) / 2 pairs that may meet
    state.counters["flops"] = 7.0 * heads * d * static_cast<double>(T * (T + 1));
}

/// The measure of all: two threads, a product of large matrices each.
void product(benchmark::State& state) {
    constexpr arma::uword n = 1024;
    const arma::fmat A(n, n, arma::fill::value(0.5F));
    std::vector<arma::fmat> C(threads);
    for (auto _ : state)
        nn::for_each_shard(C.size(), threads, [&](std::size_t i) { C[i] = A * A; });
    state.counters["flops"] = 2.0 * n * n * n * static_cast<double>(C.size());
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    nn::use_one_blas_thread();
    for (const std::size_t T : {64, 256, 1024, 2048})
        benchmark::RegisterBenchmark(
            ("attention, T = " + std::to_string(T)).c_str(), attention, T,
            memory_of(T))
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("product, 1024", product)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
}
