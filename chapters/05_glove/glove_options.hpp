/// \file
/// \brief What to train and for how long, and what comes of it.
#pragma once

#include <armadillo>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "nn/rng.hpp"

namespace nn {

/// \brief The defaults are those of the paper's program.
// [snip:glove-options]
struct GloveOptions {
    std::size_t dimension = 100;
    std::size_t iterations = 15;  ///< times that every cell is seen
    double learning_rate = 0.05;
    std::uint32_t seed = 42;
    unsigned threads = 1;  ///< the bytes do not depend on it
};
// [snip:glove-options]

/// \brief Two vectors and two biases for each word, and how the training went.
// [snip:glove-embedding]
struct GloveEmbedding {
    arma::fmat word;              ///< d × V: w, the word as a row of the table
    arma::fmat context;           ///< d × V: c, the word as a column
    arma::fvec word_bias;         ///< V
    arma::fvec context_bias;      ///< V
    std::vector<double> costs{};  ///< mean over the cells, one an iteration
};
// [snip:glove-embedding]

/// \brief Throws std::invalid_argument if an option is out of its range or there
/// are no words.
// [snip:glove-start]
void require_options(const char* where, const GloveOptions& options,
                     std::size_t words);

/// \brief A number to start from, uniform in [−0.5, 0.5) / d.
inline double glove_start(Rng& rng, std::size_t dimension) {
    return (rng.uniform() - 0.5) / static_cast<double>(dimension);
}
// [snip:glove-start]

}  // namespace nn
