#include "geometry.hpp"

#include <cmath>
#include <string>

#include "nn/neuron.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:length-of]
double length_of(std::span<const double> w) {
    double squares = 0.0;
    for (const double weight : w) squares += weight * weight;
    const double length = std::sqrt(squares);
    require(std::isfinite(length) && length > 0.0, "length_of",
            std::to_string(w.size()) + " weights of length " +
                std::to_string(length) +
                "; a boundary needs a length above 0 and below infinity");
    return length;
}
// [snip:length-of]

// [snip:threshold]
double threshold(double w, double b) {
    require(std::isfinite(w) && w != 0.0, "threshold",
            "the weight is " + std::to_string(w) +
                "; a threshold needs a finite weight other than 0");
    return -b / w;
}
// [snip:threshold]

// [snip:signed-distance]
double signed_distance(std::span<const double> w, std::span<const double> x,
                       double b) {
    return weighted_sum(w, x, b) / length_of(w);
}
// [snip:signed-distance]

// [snip:share-that-fires]
double share_that_fires(std::span<const double> w, double b) {
    return 0.5 * std::erfc(-b / length_of(w) / std::sqrt(2.0));
}
// [snip:share-that-fires]

// [snip:measured-threshold]
double measured_threshold(const std::function<bool(double)>& fires, double low,
                          double high) {
    require(!fires(low) && fires(high), "measured_threshold",
            "the neuron must be silent at " + std::to_string(low) +
                " and fire at " + std::to_string(high));
    while (true) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high) return high;  // neighbours by now
        (fires(middle) ? high : low) = middle;
    }
}
// [snip:measured-threshold]

}  // namespace nn
