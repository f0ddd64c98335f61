// mistake: 1/√d is missing
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

namespace {

double dot(std::span<const double> x, std::span<const double> y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

void add(double factor, std::span<const double> x, std::span<double> y) {
    for (std::size_t i = 0; i < x.size(); ++i) y[i] += factor * x[i];
}

}  // namespace

LookUpSlopes look_up_back(const LookUp& look_up, std::span<const double> dO) {
    const auto& [q, keys, values, a] = look_up;
    const double root = 1.0;
    LookUpSlopes slopes{std::vector<double>(q.size()),
                        Columns(keys.size(), std::vector<double>(q.size())),
                        Columns(keys.size(), std::vector<double>(dO.size()))};
    double mean = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j) mean += a[j] * dot(values[j], dO);
    for (std::size_t j = 0; j < a.size(); ++j) {
        // forward: o = Σ a_j v_j
        add(a[j], dO, slopes.values[j]);
        const double da = dot(values[j], dO);
        // forward: a = softmax(s)
        const double ds = a[j] * (da - mean);
        // forward: s_j = k_j · q / √d
        add(ds / root, q, slopes.keys[j]);
        add(ds / root, keys[j], slopes.query);
    }
    return slopes;
}

}  // namespace nn::exercise
