#include "nn/rng.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "nn/require.hpp"

namespace nn {

// [snip:uniform-range]
double Rng::uniform(double low, double high) {
    if (!(std::isfinite(low) && std::isfinite(high - low)))
        require(false, "Rng::uniform",
                "the range from " + std::to_string(low) + " to " +
                    std::to_string(high) + " is not finite");
    return low + (high - low) * uniform();
}
// [snip:uniform-range]

// [snip:polar-scale]
double polar_scale(double s) {
    return std::sqrt(-2.0 * std::log(s) / s);
}
// [snip:polar-scale]

// [snip:polar-normal]
double Rng::normal() {
    if (std::exchange(has_cached_normal_, false)) return cached_normal_;
    double x = 0.0, y = 0.0, s = 0.0;
    do {  // a point in the square, until it falls into the circle
        x = 2.0 * uniform() - 1.0;
        y = 2.0 * uniform() - 1.0;
        s = x * x + y * y;
    } while (s >= 1.0 || s == 0.0);
    const double scale = polar_scale(s);
    cached_normal_ = scale * x;
    has_cached_normal_ = true;
    return scale * y;
}
// [snip:polar-normal]

// [snip:masked-rejection]
std::uint64_t Rng::interval(std::uint64_t max) {
    if (max == 0) return 0;
    const std::uint64_t mask = mask_of(max);
    std::uint64_t value = 0;
    do {
        value = (max <= 0xffffffffu ? bits32() : bits64()) & mask;
    } while (value > max);
    return value;
}
// [snip:masked-rejection]

// [snip:integer]
std::int64_t Rng::integer(std::int64_t low, std::int64_t high) {
    if (low >= high)
        require(false, "Rng::integer",
                "the range from " + std::to_string(low) + " up to " +
                    std::to_string(high) + " is empty; low must be below high");
    const auto offset = static_cast<std::uint64_t>(low);
    const std::uint64_t max = static_cast<std::uint64_t>(high) - 1 - offset;
    return static_cast<std::int64_t>(offset + interval(max));  // wraps, by design
}
// [snip:integer]

// [snip:permutation]
std::vector<std::size_t> Rng::permutation(std::size_t n) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    shuffle(std::span(order));
    return order;
}
// [snip:permutation]

// [snip:choice]
std::vector<std::size_t> Rng::choice(std::span<const double> p, std::size_t size) {
    require(!p.empty() &&
                std::all_of(p.begin(), p.end(), [](double x) { return x >= 0.0; }),
            "Rng::choice", "probabilities must be there and not negative");
    std::vector<double> cdf(p.size());
    std::partial_sum(p.begin(), p.end(), cdf.begin());
    const double total = cdf.back();
    require(std::abs(total - 1.0) < 1.5e-8, "Rng::choice",
            "probabilities sum to " + std::to_string(total) + ", not to 1");
    for (double& value : cdf) value /= total;
    // [snip:choice]
    // [snip:choice-draw]
    std::vector<std::size_t> drawn(size);
    for (std::size_t& index : drawn)
        index = static_cast<std::size_t>(
            std::upper_bound(cdf.begin(), cdf.end(), uniform()) - cdf.begin());
    return drawn;
}
// [snip:choice-draw]

// [snip:fill]
void Rng::fill_uniform(std::span<double> out) {
    for (double& value : out) value = uniform();
}

void Rng::fill_normal(std::span<double> out) {
    for (double& value : out) value = normal();
}
// [snip:fill]

}  // namespace nn
