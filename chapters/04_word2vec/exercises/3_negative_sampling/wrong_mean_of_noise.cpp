// mistake: the mean over the drawn words
#include "contract.hpp"
#include "nn/loss.hpp"

namespace nn::exercise {

namespace {

// Logistic regression on one pair: y is 1 for the right word, 0 for noise.
void add_pair(const Vector& w, const Vector& c, double y, std::size_t word,
              NegativeSampling& sum) {
    double z = 0.0;
    for (std::size_t i = 0; i < w.size(); ++i) z += w[i] * c[i];
    sum.loss += log_loss_from_logit(z, y);
    const double dz = log_loss_grad(sigmoid(z), y);
    // forward: z = w_1 c_1 + … + w_d c_d
    for (std::size_t i = 0; i < w.size(); ++i) {
        sum.centre[i] += dz * c[i];
        sum.neighbours[word][i] += dz * w[i];
    }
}

}  // namespace

NegativeSampling negative_sampling(const Vector& centre,
                                   const std::vector<Vector>& neighbours,
                                   std::size_t right,
                                   std::span<const std::size_t> noise) {
    NegativeSampling sum;
    sum.centre.resize(centre.size());
    sum.neighbours.assign(neighbours.size(), Vector(centre.size()));
    for (const std::size_t word : noise)
        add_pair(centre, neighbours[word], 0.0, word, sum);
    if (!noise.empty()) {
        const double n = static_cast<double>(noise.size());
        sum.loss /= n;
        for (double& slope : sum.centre) slope /= n;
        for (Vector& vector : sum.neighbours)
            for (double& slope : vector) slope /= n;
    }
    add_pair(centre, neighbours[right], 1.0, right, sum);
    return sum;
}

}  // namespace nn::exercise
