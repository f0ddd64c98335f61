// mistake: the logarithm to base 2
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
    double all = 0.0, column = 0.0;
    for (const std::vector<double>& row : counts) {
        all += std::accumulate(row.begin(), row.end(), 0.0);
        column += row[k];
    }
    return std::log2(probability(counts, k, i) / (column / all));
}

}  // namespace nn::exercise
