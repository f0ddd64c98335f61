// mistake: key and query are multiplied
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

Vector additive_scores(const AdditiveWeights& weights,
                       std::span<const double> query,
                       const std::vector<Vector>& keys) {
    const auto& [W_K, W_Q, v] = weights;
    const Vector asked = product(W_Q, query);  // the same for all keys
    Vector scores;
    for (const Vector& key : keys) {
        const Vector offered = product(W_K, key);
        double score = 0.0;
        for (std::size_t i = 0; i < v.size(); ++i)
            score += v[i] * std::tanh(offered[i] * asked[i]);
        scores.push_back(score);
    }
    return scores;
}

}  // namespace nn::exercise
