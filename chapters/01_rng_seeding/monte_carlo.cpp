#include "monte_carlo.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include "nn/parallel.hpp"
#include "nn/philox.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:pi-from-darts]
double pi_from_darts(std::uint64_t hits, std::uint64_t darts) {
    return 4.0 * (static_cast<double>(hits) / static_cast<double>(darts));
}

double expected_error(double darts) {
    return std::sqrt(std::numbers::pi * (4.0 - std::numbers::pi) / darts);
}
// [snip:pi-from-darts]

namespace {

// [snip:hits-between]
std::uint64_t hits_between(const CounterRng& rng, std::uint64_t first,
                           std::uint64_t last) {
    std::uint64_t hits = 0;
    for (std::uint64_t dart = first; dart < last; ++dart) {
        const PhiloxBlock bits = rng.block(dart);  // both coordinates of one dart
        const double x = uniform_from_bits(bits[0], bits[1]);
        const double y = uniform_from_bits(bits[2], bits[3]);
        hits += x * x + y * y < 1.0;
    }
    return hits;
}
// [snip:hits-between]

// [snip:one-stream]
constexpr unsigned first_power = 6;

/// \brief The squared errors of one stream after 2⁶, 2⁷, … darts.
std::vector<double> squared_errors(const CounterRng& rng, unsigned log2_darts) {
    std::vector<double> squares;
    std::uint64_t hits = 0, thrown = 0;
    for (unsigned power = first_power; power <= log2_darts; ++power) {
        const std::uint64_t darts = std::uint64_t{1} << power;
        hits += hits_between(rng, thrown, darts);
        thrown = darts;
        const double error = pi_from_darts(hits, darts) - std::numbers::pi;
        squares.push_back(error * error);
    }
    return squares;
}
// [snip:one-stream]

}  // namespace

// [snip:error-curve]
ErrorCurve error_curve(std::uint32_t seed, std::size_t repeats, unsigned log2_darts,
                       unsigned threads, const std::function<void()>& after_each) {
    std::vector<std::vector<double>> squares(repeats);
    for_each_shard(repeats, threads, [&](std::size_t stream) {
        const CounterRng rng(seed, static_cast<std::uint32_t>(stream));
        squares[stream] = squared_errors(rng, log2_darts);
        after_each();
    });
    // [snip:error-curve]
    // [snip:merge-streams]
    ErrorCurve curve;
    for (std::size_t i = 0; i + first_power <= log2_darts; ++i) {
        double sum = 0.0;  // in the order of the streams, whoever computed them
        for (const std::vector<double>& of_stream : squares) sum += of_stream[i];
        curve.darts.push_back(std::ldexp(1.0, static_cast<int>(i + first_power)));
        curve.error.push_back(std::sqrt(sum / static_cast<double>(repeats)));
    }
    return curve;
}
// [snip:merge-streams]

namespace {

// [snip:pi-from-streams]
double pi_from_streams(std::uint32_t seed, std::size_t streams, unsigned threads) {
    const std::uint64_t darts =
        (std::uint64_t{1} << 20) / streams;  // of each stream
    std::vector<std::uint64_t> hits(streams);
    for_each_shard(streams, threads, [&](std::size_t stream) {
        const CounterRng rng(seed, static_cast<std::uint32_t>(stream));
        hits[stream] = hits_between(rng, 0, darts);
    });
    std::uint64_t sum = 0;
    for (const std::uint64_t of_stream : hits) sum += of_stream;
    return pi_from_darts(sum, darts * streams);
}
// [snip:pi-from-streams]

}  // namespace

// [snip:cut-by-threads]
double pi_cut_by_threads(std::uint32_t seed, unsigned threads) {
    return pi_from_streams(seed, threads, threads);
}
// [snip:cut-by-threads]

// [snip:cut-by-shards]
double pi_cut_by_shards(std::uint32_t seed, unsigned threads) {
    return pi_from_streams(seed, 64, threads);
}
// [snip:cut-by-shards]

}  // namespace nn
