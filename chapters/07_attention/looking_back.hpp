/// \file
/// \brief A decoder's attention: each of its states looks at all states of the
/// encoder.
#pragma once

#include <armadillo>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "attention_score.hpp"
#include "nn/attention.hpp"
#include "nn/parameters.hpp"

namespace nn {

/// \brief Columns s, s + B, s + 2 B, …: what sequence s of B has in a batch.
// [snip:sequence-columns]
arma::fmat sequence_columns(const arma::fmat& batch, std::size_t sequence,
                            std::size_t sequences);

/// \brief Adds such columns to where they came from.
void add_sequence_columns(const arma::fmat& columns, std::size_t sequence,
                          std::size_t sequences, arma::fmat& batch);
// [snip:sequence-columns]

/// \brief Contexts of a batch: for each state of the decoder the mixture of the
/// encoder's states that it looks at.
///
/// The encoder's states are keys and values, the decoder's are queries; column
/// t B + s is step t of sequence s. Source: Luong, Pham and Manning (2015).
// [snip:looking-back]
class LookingBack {
public:
    /// \brief Adds the score's matrices to the layout, as `name`.W and so on.
    LookingBack(ParameterLayout& layout, const std::string& name, ScoreKind score,
                std::size_t hidden);

    /// \brief C, n × U B, from the states H, n × T B, and Q, n × U B; keeps each
    /// sequence's weights, T × U.
    arma::fmat contexts(std::span<const float> parameters, const arma::fmat& H,
                        const arma::fmat& Q, std::size_t sequences,
                        std::vector<arma::fmat>& weights) const;

    /// \brief From dC, n × U B: adds the slopes to dH, dQ and the gradient.
    void backward(std::span<const float> parameters, const arma::fmat& H,
                  const arma::fmat& Q, const std::vector<arma::fmat>& weights,
                  const arma::fmat& dC, arma::fmat& dH, arma::fmat& dQ,
                  std::span<float> gradient) const;

private:
    std::size_t first_;  // where the score's numbers begin in the model's array
    std::shared_ptr<const AttentionScore<float>> score_;
};
// [snip:looking-back]

}  // namespace nn
