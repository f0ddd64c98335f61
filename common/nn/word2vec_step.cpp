#include "nn/word2vec_step.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/subsampling.hpp"
#include "nn/word2vec_shard.hpp"

namespace nn {

namespace {

// [snip:shares]
double largest_share(const std::vector<double>& weights) {
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    return *std::max_element(weights.begin(), weights.end()) / all;
}

std::vector<double> counts_after_thinning(const Vocabulary& vocabulary,
                                          double sample) {
    std::vector<double> counts = vocabulary.counts();
    for (double& count : counts)
        count *= keep_probability(count, vocabulary.total(), sample);
    return counts;
}

/// \brief How many neighbours a centre has, far from the ends of its line.
double mean_pairs(const Word2VecOptions& options) {
    const auto window = static_cast<double>(options.context_window);
    return options.shrink_window ? window + 1.0 : 2.0 * window;
}
// [snip:shares]

}  // namespace

// [snip:shards-of-a-step]
// The most common noise word is drawn for its share P of the noise and moved for
// each centre, so that its vector c is sent along centre vectors by `pull` a shard.
// The step stays a step downhill while the sum of rates times |w|² / 4 is below 2,
// and the |w|² of trained vectors is a few.
std::size_t shards_of_a_step(const Vocabulary& vocabulary,
                             const Word2VecOptions& options) {
    const double pairs = mean_pairs(options);
    const double k = static_cast<double>(options.negative_samples);
    const double pull =
        options.learning_rate * shard_centres * pairs * k *
        largest_share(noise_weights(vocabulary.counts(), options.noise_power));
    const double met = shard_centres * largest_share(counts_after_thinning(
                                           vocabulary, options.sample));
    const double shards = std::min(1.0 / met, 2.0 / pull);
    return static_cast<std::size_t>(
        std::clamp(shards, 1.0, static_cast<double>(most_shards)));
}
// [snip:shards-of-a-step]

}  // namespace nn
