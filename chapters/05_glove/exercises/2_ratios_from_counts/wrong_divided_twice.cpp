// mistake: the share of i is divided by once more
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
    const double row_i = std::accumulate(counts[i].begin(), counts[i].end(), 0.0);
    double all = 0.0, column = 0.0;
    for (const std::vector<double>& row : counts) {
        all += std::accumulate(row.begin(), row.end(), 0.0);
        column += row[k];
    }
    return std::log(probability(counts, k, i) / (column / all) / (row_i / all));
}

}  // namespace nn::exercise
