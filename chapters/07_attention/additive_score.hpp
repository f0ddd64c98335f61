/// \file
/// \brief The score of a small network, as a table.
#pragma once

#include "attention_score.hpp"
#include "score_shapes.hpp"

namespace nn {

/// \brief s = vᵀ tanh(W_K k + W_Q q).
// [snip:additive-score]
template <class T>
class AdditiveScore final : public AttentionScore<T> {
public:
    AdditiveScore(const ScoreRows& rows, std::size_t hidden) : rows_(rows) {
        layout_.add("W_K", hidden, rows.keys);
        layout_.add("W_Q", hidden, rows.queries);
        layout_.add("v", hidden, 1);
    }

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override;

    /// \brief Back through the small network, query by query.
    /// \implements{additive-score-gradient}
    ///
    /// Relative error in double: ≤ 1e-9, by \eqref{gradient-error}.
    ScoreSlopes<T> back(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T> gradient) const override;

private:
    ParameterLayout layout_;
    ScoreRows rows_;
};
// [snip:additive-score]

}  // namespace nn
