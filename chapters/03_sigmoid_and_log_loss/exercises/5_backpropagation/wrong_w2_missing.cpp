// mistake: w2 is missing on the way back
#include "contract.hpp"
#include "nn/loss.hpp"

namespace nn::exercise {

Network backward(const Network& network, std::span<const double> x, double y) {
    const auto& [W1, b1, w2, b2] = network;
    std::vector<double> a;
    double z = b2;
    for (std::size_t j = 0; j < b1.size(); ++j) {
        double sum = b1[j];
        for (std::size_t i = 0; i < x.size(); ++i) sum += W1[j][i] * x[i];
        a.push_back(sigmoid(sum));
        z += w2[j] * a[j];
    }

    Network slopes = network;  // as many, all of them overwritten
    // forward: L = log loss of σ(z)
    const double dz = log_loss_grad(sigmoid(z), y);
    slopes.b2 = dz;
    for (std::size_t j = 0; j < b1.size(); ++j) {
        // forward: z = … + w2_j a_j
        slopes.w2[j] = dz * a[j];
        const double da = dz;
        // forward: a_j = σ(… + W1_ji x_i + b1_j)
        slopes.b1[j] = da * sigmoid_grad_from_output(a[j]);
        for (std::size_t i = 0; i < x.size(); ++i)
            slopes.W1[j][i] = slopes.b1[j] * x[i];
    }
    return slopes;
}

}  // namespace nn::exercise
