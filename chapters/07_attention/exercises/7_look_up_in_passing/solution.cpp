#include <algorithm>
#include <cmath>
#include <limits>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> look_up_in_passing(std::span<const double> query,
                                       std::size_t size, TokenStream& tokens) {
    const double root = std::sqrt(double(query.size()));
    double largest = -std::numeric_limits<double>::infinity(), sum = 0.0;
    std::vector<double> mix(size);
    while (const Token* token = tokens.next()) {
        double score = 0.0;
        for (std::size_t i = 0; i < query.size(); ++i)
            score += token->key[i] * query[i] / root;
        const double before = largest;
        largest = std::max(before, score);
        const double fade = std::exp(before - largest);  // 0 at the first token
        const double share = std::exp(score - largest);
        sum = fade * sum + share;
        for (std::size_t i = 0; i < size; ++i)
            mix[i] = fade * mix[i] + share * token->value[i];
    }
    for (double& number : mix) number /= sum > 0 ? sum : 1.0;
    return mix;
}

}  // namespace nn::exercise
