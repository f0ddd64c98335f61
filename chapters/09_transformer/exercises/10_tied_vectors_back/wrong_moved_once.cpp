// mistake: a token that comes twice is moved once
#include "contract.hpp"

namespace nn::exercise {

namespace {

void add(double factor, const Column& x, Column& y) {
    for (std::size_t j = 0; j < x.size(); ++j) y[j] += factor * x[j];
}

}  // namespace

Columns slopes_of_tied_vectors(std::span<const std::size_t> tokens,
                               const Columns& N, const Columns& dZ,
                               const Columns& dX) {
    const std::size_t vocabulary = dZ[0].size(), width = N[0].size();
    Columns dE(vocabulary, Column(width)), read = dE;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        // forward: z_v = e_v · n
        for (std::size_t v = 0; v < vocabulary; ++v) add(dZ[i][v], N[i], dE[v]);
        // forward: x = e_token
        read[tokens[i]] = dX[i];
    }
    for (std::size_t v = 0; v < vocabulary; ++v) add(1.0, read[v], dE[v]);
    return dE;
}

}  // namespace nn::exercise
