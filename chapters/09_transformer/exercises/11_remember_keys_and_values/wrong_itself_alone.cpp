// mistake: the token sees itself alone
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include "contract.hpp"

namespace nn::exercise {

namespace {

Column softmax(Column scores) {
    const double largest = *std::max_element(scores.begin(), scores.end());
    double sum = 0.0;
    for (double& score : scores) sum += score = std::exp(score - largest);
    for (double& score : scores) score /= sum;
    return scores;
}

Column looked_up(const Column& query, const Cache& cache) {
    const double root = std::sqrt(double(query.size()));
    Column scores(cache.keys.size()), output(cache.values[0].size());
    for (std::size_t k = 0; k < scores.size(); ++k)
        for (std::size_t i = 0; i < query.size(); ++i)
            scores[k] += cache.keys[k][i] * query[i] / root;
    const Column weights = softmax(scores);
    for (std::size_t k = 0; k < weights.size(); ++k)
        for (std::size_t i = 0; i < output.size(); ++i)
            output[i] += weights[k] * cache.values[k][i];
    return output;
}

}  // namespace

Column read_next(const Head& head, const Column& token, Cache& cache) {
    const std::size_t place = cache.keys.size();
    if (place >= head.positions.size())
        throw std::invalid_argument("read_next: the context is full");
    Column x = token;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += head.positions[place][i];
    cache.keys.push_back(head.key(x));
    cache.values.push_back(head.value(x));
    return looked_up(head.query(x), {{cache.keys.back()}, {cache.values.back()}});
}

}  // namespace nn::exercise
