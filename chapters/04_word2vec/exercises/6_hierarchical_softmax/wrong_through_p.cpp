// mistake: the product of the probabilities is 0 before its logarithm is taken
#include <cmath>

#include "contract.hpp"
#include "nn/loss.hpp"

namespace nn::exercise {

TreeLoss hierarchical_softmax(const HuffmanTree& tree,
                              const std::vector<Vector>& nodes,
                              const Vector& centre, std::size_t word) {
    const std::size_t d = centre.size();
    double p = 1.0;
    TreeLoss sum{0.0, Vector(d), {nodes.size(), Vector(d)}};
    for (const TreeStep& step : tree.path(word)) {
        const Vector& u = nodes[step.node];
        double z = 0.0;
        for (std::size_t i = 0; i < d; ++i) z += centre[i] * u[i];
        const double left = step.right ? 0.0 : 1.0;
        p *= step.right ? 1.0 - sigmoid(z) : sigmoid(z);
        const double dz = log_loss_grad(sigmoid(z), left);
        // forward: z = w_1 u_1 + … + w_d u_d
        for (std::size_t i = 0; i < d; ++i) {
            sum.centre[i] += dz * u[i];
            sum.nodes[step.node][i] = dz * centre[i];
        }
    }
    sum.loss = -std::log(p);
    return sum;
}

std::vector<double> word_probabilities(const HuffmanTree& tree,
                                       const std::vector<Vector>& nodes,
                                       const Vector& centre) {
    std::vector<double> p;
    for (std::size_t word = 0; word < tree.words(); ++word)
        p.push_back(
            std::exp(-hierarchical_softmax(tree, nodes, centre, word).loss));
    return p;
}

}  // namespace nn::exercise
