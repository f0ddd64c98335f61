// mistake: the hands get faster
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> sinusoidal_vector(std::size_t position, std::size_t d) {
    std::vector<double> vector(d);
    for (std::size_t i = 0; i < d; ++i) {
        const std::size_t k = i / 2;  // the clock
        const double speed = std::pow(10000.0, 2.0 * double(k) / double(d));
        const double angle = double(position) * speed;
        vector[i] = i % 2 == 0 ? std::sin(angle) : std::cos(angle);
    }
    return vector;
}

}  // namespace nn::exercise
