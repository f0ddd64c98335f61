// mistake: two streams share one cache
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double NormalStream::normal() {
    static double cached = 0.0;
    static bool has_cached = false;
    if (has_cached) {
        has_cached = false;
        return cached;
    }
    double x = 0.0, y = 0.0, s = 0.0;
    do {
        x = 2.0 * uniform() - 1.0;
        y = 2.0 * uniform() - 1.0;
        s = x * x + y * y;
    } while (s >= 1.0 || s == 0.0);
    const double f = std::sqrt(-2.0 * std::log(s) / s);
    cached = f * x;
    has_cached = true;
    return f * y;
}

}  // namespace nn::exercise
