// mistake: the cube is missing
#include <cmath>
#include <numbers>

#include "contract.hpp"

namespace nn::exercise {

namespace {

const double steepness = 2.0 * std::sqrt(2.0 / std::numbers::pi);

double gate(double x) {
    const double z = steepness * x;
    return 1.0 / (1.0 + std::exp(-z));
}

}  // namespace

double gelu(double x) {
    return x * gate(x);
}

double gelu_slope(double x) {
    // forward: x σ(z), z = 2√(2/π) (x + 0.044715 x³)
    const double s = gate(x);
    const double dz = steepness * (1.0 + 3.0 * 0.044715 * x * x);
    return s + x * s * (1.0 - s) * dz;
}

}  // namespace nn::exercise
