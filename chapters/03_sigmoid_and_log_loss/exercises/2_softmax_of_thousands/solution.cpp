#include <algorithm>
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double log_sum_exp(std::span<const double> z) {
    const double largest = *std::max_element(z.begin(), z.end());
    double sum = 0.0;
    for (const double value : z) sum += std::exp(value - largest);
    return largest + std::log(sum);
}

std::vector<double> softmax(std::span<const double> z) {
    const double largest = *std::max_element(z.begin(), z.end());
    std::vector<double> p;
    double sum = 0.0;
    for (const double value : z) {
        p.push_back(std::exp(value - largest));
        sum += p.back();
    }
    for (double& share : p) share /= sum;
    return p;
}

}  // namespace nn::exercise
