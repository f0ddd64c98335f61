// mistake: the memory grows with the text
#include <algorithm>
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> look_up_in_passing(std::span<const double> query,
                                       std::size_t size, TokenStream& tokens) {
    const double root = std::sqrt(double(query.size()));
    std::vector<double> mix(size), scores;
    std::vector<std::vector<double>> values;
    while (const Token* token = tokens.next()) {
        double score = 0.0;
        for (std::size_t i = 0; i < query.size(); ++i)
            score += token->key[i] * query[i] / root;
        scores.push_back(score);
        values.emplace_back(token->value.begin(), token->value.end());
    }
    if (scores.empty()) return mix;
    const double largest = *std::max_element(scores.begin(), scores.end());
    double sum = 0.0;
    for (double& score : scores) sum += score = std::exp(score - largest);
    for (std::size_t j = 0; j < scores.size(); ++j)
        for (std::size_t i = 0; i < size; ++i)
            mix[i] += scores[j] / sum * values[j][i];
    return mix;
}

}  // namespace nn::exercise
