// mistake: sine and cosine are added
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> turned(std::span<const double> x, std::size_t position) {
    const std::size_t d = x.size();
    std::vector<double> y(x.begin(), x.end());
    for (std::size_t i = 0; i + 1 < d; i += 2) {
        const double speed = std::pow(10000.0, -double(i) / double(d));
        const double angle = double(position) * speed;
        const double c = std::cos(angle), s = std::sin(angle);
        y[i] += s;
        y[i + 1] += c;
    }
    return y;
}

}  // namespace nn::exercise
