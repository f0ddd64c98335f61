// mistake: large scores overflow
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> look_up_in_passing(std::span<const double> query,
                                       std::size_t size, TokenStream& tokens) {
    const double root = std::sqrt(double(query.size()));
    double sum = 0.0;
    std::vector<double> mix(size);
    while (const Token* token = tokens.next()) {
        double score = 0.0;
        for (std::size_t i = 0; i < query.size(); ++i)
            score += token->key[i] * query[i] / root;
        const double share = std::exp(score);
        sum = sum + share;
        for (std::size_t i = 0; i < size; ++i)
            mix[i] = mix[i] + share * token->value[i];
    }
    for (double& number : mix) number /= sum > 0 ? sum : 1.0;
    return mix;
}

}  // namespace nn::exercise
