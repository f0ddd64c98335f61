/// \file
/// \brief GloVe as it is derived, to be read; nn::train_glove() is the fast one.
#pragma once

#include <armadillo>
#include <span>

#include "glove.hpp"
#include "glove_options.hpp"
#include "nn/cooccurrence.hpp"

namespace nn {

/// \brief Parameters and the sums of AdaGrad, in double.
// [snip:simple-glove]
class SimpleGlove {
public:
    /// \brief Starts as train_glove() does. Throws std::invalid_argument as
    /// require_options() does.
    SimpleGlove(std::size_t words, const GloveOptions& options);

    /// \brief One step of AdaGrad on each cell, in this order.
    /// \return The mean cost, each cell's taken before its step.
    ///
    /// Throws std::invalid_argument if there is no cell, if one is not of the table
    /// or not above 0, and if the mean cost is not finite.
    double learn(std::span<const Cell> cells, const GloveWeighting& weighting);

    const arma::mat& word() const { return word_.vectors; }
    const arma::mat& context() const { return context_.vectors; }
    const arma::vec& word_bias() const { return word_.biases; }
    const arma::vec& context_bias() const { return context_.biases; }
    // [snip:simple-glove]

    // [snip:simple-glove-side]
private:
    struct Side {
        arma::mat vectors, sums;      // d × V each
        arma::vec biases, bias_sums;  // V each
    };

    Side start(std::size_t words, Rng& rng) const;
    double learn(const Cell& cell, const GloveWeighting& weighting);

    GloveOptions options_;
    Side word_, context_;
};
// [snip:simple-glove-side]

}  // namespace nn
