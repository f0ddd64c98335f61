// mistake: the nodes are taken in their order in the table
#include <cmath>

#include "contract.hpp"
#include "nn/loss.hpp"

namespace nn::exercise {

TreeLoss hierarchical_softmax(const HuffmanTree& tree,
                              const std::vector<Vector>& nodes,
                              const Vector& centre, std::size_t word) {
    const std::size_t d = centre.size();
    TreeLoss sum{0.0, Vector(d), {nodes.size(), Vector(d)}};
    std::size_t k = 0;
    for (const TreeStep& step : tree.path(word)) {
        const Vector& u = nodes[k];
        double z = 0.0;
        for (std::size_t i = 0; i < d; ++i) z += centre[i] * u[i];
        const double left = step.right ? 0.0 : 1.0;
        sum.loss += log_loss_from_logit(z, left);
        const double dz = log_loss_grad(sigmoid(z), left);
        // forward: z = w_1 u_1 + … + w_d u_d
        for (std::size_t i = 0; i < d; ++i) {
            sum.centre[i] += dz * u[i];
            sum.nodes[k][i] = dz * centre[i];
        }
        ++k;
    }
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
