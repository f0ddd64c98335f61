// mistake: the arrow is not made 1 long
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double threshold(double w, double b) {
    return -b / w;
}

double signed_distance(std::span<const double> w, std::span<const double> x,
                       double b) {
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        sum += w[i] * x[i];
        squares += w[i] * w[i];
    }
    return (sum + b) / std::sqrt(squares);
}

std::vector<double> nearest_on_boundary(std::span<const double> w,
                                        std::span<const double> x, double b) {
    const double distance = signed_distance(w, x, b);
    std::vector<double> point(x.begin(), x.end());
    for (std::size_t i = 0; i < point.size(); ++i)
        point[i] -= distance * w[i];  // straight back
    return point;
}

}  // namespace nn::exercise
