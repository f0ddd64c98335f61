// mistake: the share of k is not divided by
#include <cmath>
#include <numeric>

#include "contract.hpp"

namespace nn::exercise {

double probability(const Matrix& counts, std::size_t k, std::size_t i) {
    return counts[i][k] / std::accumulate(counts[i].begin(), counts[i].end(), 0.0);
}

double ratio(const Matrix& counts, std::size_t k, std::size_t i, std::size_t j) {
    return probability(counts, k, i) / probability(counts, k, j);
}

double mutual_information(const Matrix& counts, std::size_t i, std::size_t k) {
    return std::log(probability(counts, k, i));
}

}  // namespace nn::exercise
