// mistake: the gain is missing in the slopes of x
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

NormSlopes layer_norm_back(std::span<const double> x, std::span<const double> gain,
                           std::span<const double> dy) {
    const std::size_t n = x.size();
    double mean = 0.0, variance = 0.0;
    for (std::size_t i = 0; i < n; ++i) mean += x[i] / double(n);
    for (std::size_t i = 0; i < n; ++i)
        variance += (x[i] - mean) * (x[i] - mean) / double(n);
    const double scale = 1.0 / std::sqrt(variance + epsilon);

    std::vector<double> u(n), du(n), dg(n), db(n), dx(n);
    for (std::size_t i = 0; i < n; ++i) {
        u[i] = (x[i] - mean) * scale;
        // forward: y = g ⊙ u + b
        dg[i] = dy[i] * u[i];
        db[i] = dy[i];
        du[i] = dy[i];
    }
    double lift = 0.0, stretch = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        lift += du[i] / double(n);
        stretch += du[i] * u[i] / double(n);
    }
    // forward: u = (x − mean) scale
    for (std::size_t i = 0; i < n; ++i)
        dx[i] = scale * (du[i] - lift - u[i] * stretch);
    return {dx, dg, db};
}

}  // namespace nn::exercise
