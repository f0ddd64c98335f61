// mistake: both signs are plus
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

Matrix shift_matrix(int distance, std::size_t d) {
    Matrix R(d, std::vector<double>(d));
    for (std::size_t i = 0; i < d; i += 2) {
        const double speed = std::pow(10000.0, -double(i) / double(d));
        const double angle = distance * speed;
        const double c = std::cos(angle), s = std::sin(angle);
        // sin(a + b) = sin a cos b + cos a sin b
        R[i][i] = c;
        R[i][i + 1] = s;
        // cos(a + b) = cos a cos b − sin a sin b
        R[i + 1][i] = s;
        R[i + 1][i + 1] = c;
    }
    return R;
}

}  // namespace nn::exercise
