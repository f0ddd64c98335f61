// mistake: the last bin takes the whole rest
#include <algorithm>
#include <cmath>
#include <numeric>

#include "contract.hpp"

namespace nn::exercise {

std::vector<Bin> bins_of_equal_count(std::span<const double> p,
                                     std::span<const double> y, std::size_t bins) {
    const std::size_t n = p.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<Bin> all(bins);
    for (std::size_t k = 0; k < bins; ++k) {
        Bin& bin = all[k];
        for (std::size_t place = n / bins * k;
             place < (k + 1 == bins ? n : n / bins * (k + 1)); ++place) {
            ++bin.examples;
            bin.said += p[order[place]];
            bin.happened += y[order[place]];
        }
        if (bin.examples == 0) continue;
        bin.said /= static_cast<double>(bin.examples);
        bin.happened /= static_cast<double>(bin.examples);
    }
    return all;
}

double calibration_error_of(std::span<const Bin> bins) {
    double distance = 0.0, examples = 0.0;
    for (const Bin& bin : bins) {
        const double count = static_cast<double>(bin.examples);
        distance += count * std::abs(bin.said - bin.happened);
        examples += count;
    }
    return distance / examples;
}

}  // namespace nn::exercise
