/// Our side of chapter 1's race: each value counts, so each run reports its CRC-32.
#include <benchmark/benchmark.h>

#include <boost/crc.hpp>
#include <memory>
#include <span>
#include <vector>

#include "nn/rng.hpp"

namespace {

constexpr std::size_t many = 10'000'000;

void report_crc(benchmark::State& state, const void* data, std::size_t bytes) {
    boost::crc_32_type crc;
    crc.process_bytes(data, bytes);
    state.counters["crc"] = crc.checksum();
}

/// Fills one and the same array again and again: the caller owns the memory.
template <class Fill>
void fill_array(benchmark::State& state, Fill fill) {
    std::vector<double> values(many);
    for (auto _ : state) {
        nn::Rng rng(42);
        fill(rng, std::span(values));
    }
    report_crc(state, values.data(), many * sizeof(double));
}

void rand(benchmark::State& state) {
    fill_array(state,
               [](nn::Rng& rng, std::span<double> out) { rng.fill_uniform(out); });
}

void randn(benchmark::State& state) {
    fill_array(state,
               [](nn::Rng& rng, std::span<double> out) { rng.fill_normal(out); });
}

/// As NumPy's rand() must: a new array each time, so that the kernel hands out its
/// pages anew.
void rand_new_array(benchmark::State& state) {
    std::unique_ptr<double[]> values;
    for (auto _ : state) {
        nn::Rng rng(42);
        values.reset();
        values = std::make_unique_for_overwrite<double[]>(many);
        rng.fill_uniform({values.get(), many});
    }
    report_crc(state, values.get(), many * sizeof(double));
}

void permutation(benchmark::State& state) {
    std::vector<std::size_t> order;
    for (auto _ : state) order = nn::Rng(42).permutation(1'000'000);
    report_crc(state, order.data(), order.size() * sizeof(std::size_t));
}

BENCHMARK(rand)
    ->Name("rand, 10 million")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(rand_new_array)
    ->Name("rand, a new array")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(randn)
    ->Name("randn, 10 million")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(permutation)
    ->Name("permutation, 1 million")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
