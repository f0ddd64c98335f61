/// \file
/// \brief Scores that are products, as tables: dot, scaled dot and general.
#pragma once

#include "attention_score.hpp"
#include "score_shapes.hpp"

namespace nn {

/// \brief S = KᵀQ, times a number.
// [snip:dot-score]
template <class T>
class DotScore final : public AttentionScore<T> {
public:
    DotScore(std::size_t rows, T scale) : rows_{rows, rows}, scale_(scale) {}

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T>, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override {
        require_rows(rows_, K, Q);
        return scale_ * (K.t() * Q);  // keys × queries
    }

    ScoreSlopes<T> back(std::span<const T>, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T>) const override {
        require_slopes(rows_, K, Q, dS);
        // forward: S = scale KᵀQ
        return {scale_ * (Q * dS.t()), scale_ * (K * dS)};  // rows × keys, queries
    }

private:
    ParameterLayout layout_;  // of no matrix
    ScoreRows rows_;
    T scale_;
};
// [snip:dot-score]

/// \brief S = KᵀW Q.
// [snip:general-score]
template <class T>
class GeneralScore final : public AttentionScore<T> {
public:
    explicit GeneralScore(const ScoreRows& rows) : rows_(rows) {
        layout_.add("W", rows.keys, rows.queries);
    }

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override {
        require_rows(rows_, K, Q);
        return K.t() * (layout_.matrix(parameters, 0) * Q);  // keys × queries
    }

    /// \brief Back through S = KᵀW Q: three products.
    /// \implements{general-score-gradient}
    ///
    /// Relative error in double: ≤ 1e-9, by \eqref{gradient-error}.
    ScoreSlopes<T> back(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T> gradient) const override;

private:
    ParameterLayout layout_;
    ScoreRows rows_;
};
// [snip:general-score]

// [snip:general-back]
template <class T>
ScoreSlopes<T> GeneralScore<T>::back(std::span<const T> parameters,
                                     const arma::Mat<T>& K, const arma::Mat<T>& Q,
                                     const arma::Mat<T>& dS,
                                     std::span<T> gradient) const {
    require_slopes(rows_, K, Q, dS);
    // forward: S = KᵀW Q
    const arma::Mat<T> W = layout_.matrix(parameters, 0);  // d_k × d_q
    arma::Mat<T> dW = layout_.matrix(gradient, 0);         // d_k × d_q
    const arma::Mat<T> KdS = K * dS;                       // d_k × queries
    dW += KdS * Q.t();
    return {W * (Q * dS.t()), W.t() * KdS};  // d_k × keys, d_q × queries
}
// [snip:general-back]

}  // namespace nn
