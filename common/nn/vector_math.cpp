#include "nn/vector_math.hpp"

#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "nn/parallel.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:parts]
constexpr std::size_t shard_size = 1 << 18;  // fewer do not repay a thread's start
constexpr std::size_t block_size = 256;      // losses that stay in the L1 cache

std::size_t shards_of(std::size_t n) {
    return (n + shard_size - 1) / shard_size;
}

template <class T>
std::span<T> part(std::span<T> all, std::size_t number, std::size_t size) {
    const std::size_t begin = number * size;
    return all.subspan(begin, std::min(size, all.size() - begin));
}
// [snip:parts]

// [snip:refuse-other-labels]
void refuse_other_labels(std::span<const float> y, std::size_t first) {
    const auto other = [](float label) { return (label != 0) & (label != 1); };
    int others = 0;  // counted to the end: a loop that may leave early stays scalar
    for (const float label : y) others += other(label);
    if (others == 0) return;
    const auto bad = std::find_if(y.begin(), y.end(), other);
    const auto place = first + static_cast<std::size_t>(bad - y.begin());
    require(false, "mean_log_loss_from_logits",
            "label " + std::to_string(place) + " is " + std::to_string(*bad) +
                "; a label must be 0 or 1");
}
// [snip:refuse-other-labels]

// [snip:sum-of-losses]
double sum_of_losses(std::span<const float> z, std::span<const float> y) {
    std::array<double, vector_lanes> sums{};
    for (std::size_t b = 0; b * block_size < z.size(); ++b) {
        const auto zb = part(z, b, block_size), yb = part(y, b, block_size);
        std::array<float, block_size> losses{};
        for (std::size_t i = 0; i < zb.size(); ++i)
            losses[i] = fast_log_loss_from_logit(zb[i], yb[i]);
        for (std::size_t i = 0; i < block_size; i += vector_lanes)
            for (std::size_t lane = 0; lane < vector_lanes; ++lane)
                sums[lane] += static_cast<double>(losses[i + lane]);
    }
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}
// [snip:sum-of-losses]

}  // namespace

// [snip:sigmoid]
void sigmoid(std::span<const float> z, std::span<float> p, unsigned threads) {
    require(z.size() == p.size(), "sigmoid",
            std::to_string(z.size()) + " logits and room for " +
                std::to_string(p.size()) +
                " probabilities; the numbers must be equal");
    for_each_shard(shards_of(z.size()), threads, [&](std::size_t shard) {
        const auto from = part(z, shard, shard_size);
        const auto to = part(p, shard, shard_size);
        for (std::size_t i = 0; i < from.size(); ++i) to[i] = fast_sigmoid(from[i]);
    });
}
// [snip:sigmoid]

// [snip:mean-log-loss-checks]
double mean_log_loss_from_logits(std::span<const float> z, std::span<const float> y,
                                 unsigned threads) {
    const char* here = "mean_log_loss_from_logits";
    require(!z.empty(), here, "no logits; a mean needs at least 1");
    require(z.size() == y.size(), here,
            std::to_string(z.size()) + " logits and " + std::to_string(y.size()) +
                " labels; give one label a logit");
    // [snip:mean-log-loss-checks]
    // [snip:mean-log-loss]
    std::vector<double> sums(shards_of(z.size()));
    for_each_shard(sums.size(), threads, [&](std::size_t shard) {
        const auto labels = part(y, shard, shard_size);
        refuse_other_labels(labels, shard * shard_size);
        sums[shard] = sum_of_losses(part(z, shard, shard_size), labels);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0) /
           static_cast<double>(z.size());
}
// [snip:mean-log-loss]

}  // namespace nn
