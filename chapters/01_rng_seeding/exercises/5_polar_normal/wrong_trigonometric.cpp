// mistake: this is the trigonometric method of Box and Muller
#include <cmath>
#include <numbers>

#include "contract.hpp"

namespace nn::exercise {

double NormalStream::normal() {
    if (has_cached_) {
        has_cached_ = false;
        return cached_;
    }
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    const double angle = 2.0 * std::numbers::pi * uniform();
    cached_ = radius * std::sin(angle);
    has_cached_ = true;
    return radius * std::cos(angle);
}

}  // namespace nn::exercise
