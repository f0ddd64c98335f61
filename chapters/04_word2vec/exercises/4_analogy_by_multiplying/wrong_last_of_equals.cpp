// mistake: of equal scores the last word is taken
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& x, const Vector& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

double cosine(const Vector& x, const Vector& y) {
    return dot(x, y) / std::sqrt(dot(x, x) * dot(y, y));
}

double moved(double cosine) {
    return (1.0 + cosine) / 2.0;  // from [−1, 1] to [0, 1]
}

}  // namespace

std::size_t answer_by_multiplying(const std::vector<std::vector<double>>& words,
                                  std::size_t a, std::size_t b, std::size_t c) {
    std::size_t best = 0;
    double best_score = -1.0;
    for (std::size_t x = 0; x < words.size(); ++x) {
        if (x == a || x == b || x == c) continue;
        const double near_b = moved(cosine(words[x], words[b]));
        const double near_c = moved(cosine(words[x], words[c]));
        const double near_a = moved(cosine(words[x], words[a]));
        const double score = near_b * near_c / (near_a + 0.001);
        if (score < best_score) continue;
        best = x;
        best_score = score;
    }
    return best;
}

}  // namespace nn::exercise
