#include "pmi.hpp"

#include <algorithm>
#include <string>

#include "nn/require.hpp"
#include "nn/softmax.hpp"

namespace nn {

// [snip:neighbour-probabilities]
void neighbour_probabilities(std::span<const double> scores,
                             std::span<const double> prior,
                             std::span<double> posterior) {
    const auto positive = [](double p) { return p > 0.0; };
    require(scores.size() == prior.size() && scores.size() == posterior.size() &&
                std::all_of(prior.begin(), prior.end(), positive),
            "neighbour_probabilities",
            std::to_string(scores.size()) + " scores, " +
                std::to_string(prior.size()) + " priors and room for " +
                std::to_string(posterior.size()) +
                " probabilities; give each word all three, and priors above 0");
    for (std::size_t c = 0; c < scores.size(); ++c)
        posterior[c] = scores[c] + std::log(prior[c]);
    softmax<double>(posterior, posterior);
}
// [snip:neighbour-probabilities]

}  // namespace nn
