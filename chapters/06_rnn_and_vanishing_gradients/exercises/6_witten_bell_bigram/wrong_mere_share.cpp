// mistake: p(b) is a mere share
#include <numeric>

#include "contract.hpp"

namespace nn::exercise {

namespace {

// The share of one of the counts, mixed with what a shorter look says.
double mixed(const std::vector<double>& counts, std::size_t next, double shorter) {
    const double followed = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (followed == 0.0) return shorter;
    double kinds = 0.0;
    for (const double count : counts) kinds += count > 0.0;
    return (counts[next] + kinds * shorter) / (followed + kinds);
}

}  // namespace

double after_symbol(const PairCounts& counts, std::size_t before,
                    std::size_t next) {
    const double N = std::accumulate(counts.times.begin(), counts.times.end(), 0.0);
    const double shorter = counts.times[next] / N;
    return mixed(counts.pairs[before], next, shorter);
}

}  // namespace nn::exercise
