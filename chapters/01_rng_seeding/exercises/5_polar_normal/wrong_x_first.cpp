// mistake: the two numbers come in the other order
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double NormalStream::normal() {
    if (has_cached_) {
        has_cached_ = false;
        return cached_;
    }
    double x = 0.0, y = 0.0, s = 0.0;
    do {
        x = 2.0 * uniform() - 1.0;
        y = 2.0 * uniform() - 1.0;
        s = x * x + y * y;
    } while (s >= 1.0 || s == 0.0);
    const double f = std::sqrt(-2.0 * std::log(s) / s);
    cached_ = f * y;
    has_cached_ = true;
    return f * x;
}

}  // namespace nn::exercise
