#include "attention_score.hpp"

#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:require-rows]
template <class T>
void require_rows(const arma::Mat<T>& K, std::size_t keys, const arma::Mat<T>& Q,
                  std::size_t queries) {
    if (K.n_rows == keys && Q.n_rows == queries) return;
    require(false, "attention",
            "Q is " + std::to_string(Q.n_rows) + " × " + std::to_string(Q.n_cols) +
                " and K is " + std::to_string(K.n_rows) + " × " +
                std::to_string(K.n_cols) + "; they need " +
                std::to_string(queries) + " and " + std::to_string(keys) + " rows");
}
// [snip:require-rows]

// [snip:dot-score]
/// \brief S = KᵀQ, times a number.
template <class T>
class DotScore final : public AttentionScore<T> {
public:
    DotScore(std::size_t rows, T scale) : rows_(rows), scale_(scale) {}

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T>, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override {
        require_rows(K, rows_, Q, rows_);
        return scale_ * (K.t() * Q);  // keys × queries
    }

    ScoreSlopes<T> back(std::span<const T>, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T>) const override {
        // forward: S = scale KᵀQ
        return {scale_ * (Q * dS.t()), scale_ * (K * dS)};  // rows × keys, queries
    }

private:
    ParameterLayout layout_;
    std::size_t rows_;
    T scale_;
};
// [snip:dot-score]

// [snip:general-score]
/// \brief S = KᵀW Q: a product in which each number of a key may meet each of a
/// query.
template <class T>
class GeneralScore final : public AttentionScore<T> {
public:
    GeneralScore(std::size_t keys, std::size_t queries)
        : keys_(keys), queries_(queries) {
        layout_.add("W", keys, queries);
    }

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override {
        require_rows(K, keys_, Q, queries_);
        return K.t() * (layout_.matrix(parameters, 0) * Q);  // keys × queries
    }

    ScoreSlopes<T> back(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T> gradient) const override {
        // forward: S = KᵀW Q
        const arma::Mat<T> W =
            layout_.matrix(parameters, 0);  // keys × queries' rows
        arma::Mat<T> dW = layout_.matrix(gradient, 0);
        const arma::Mat<T> KdS = K * dS;  // rows of a key × queries
        dW += KdS * Q.t();
        return {W * (Q * dS.t()), W.t() * KdS};
    }

private:
    ParameterLayout layout_;
    std::size_t keys_, queries_;
};
// [snip:general-score]

// [snip:additive-score]
/// \brief s = vᵀ tanh(W_K k + W_Q q): a small network is asked about each pair.
template <class T>
class AdditiveScore final : public AttentionScore<T> {
public:
    AdditiveScore(std::size_t keys, std::size_t queries, std::size_t hidden)
        : keys_(keys), queries_(queries) {
        layout_.add("W_K", hidden, keys);
        layout_.add("W_Q", hidden, queries);
        layout_.add("v", hidden, 1);
    }

    const ParameterLayout& layout() const override { return layout_; }

    arma::Mat<T> scores(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q) const override {
        require_rows(K, keys_, Q, queries_);
        const arma::Mat<T> v = layout_.matrix(parameters, 2);
        arma::Mat<T> S(K.n_cols, Q.n_cols);  // keys × queries
        for (arma::uword q = 0; q < Q.n_cols; ++q)
            S.col(q) = units(parameters, K, Q, q).t() * v;
        return S;
    }

    ScoreSlopes<T> back(std::span<const T> parameters, const arma::Mat<T>& K,
                        const arma::Mat<T>& Q, const arma::Mat<T>& dS,
                        std::span<T> gradient) const override;

private:
    /// \brief tanh(W_K K + W_Q q) for query number q: hidden × keys.
    arma::Mat<T> units(std::span<const T> parameters, const arma::Mat<T>& K,
                       const arma::Mat<T>& Q, arma::uword q) const {
        arma::Mat<T> sums = layout_.matrix(parameters, 0) * K;  // hidden × keys
        const arma::Col<T> asked = layout_.matrix(parameters, 1) * Q.col(q);
        sums.each_col() += asked;
        return arma::tanh(sums);
    }

    ParameterLayout layout_;
    std::size_t keys_, queries_;
};
// [snip:additive-score]

// [snip:additive-back]
template <class T>
ScoreSlopes<T> AdditiveScore<T>::back(std::span<const T> parameters,
                                      const arma::Mat<T>& K, const arma::Mat<T>& Q,
                                      const arma::Mat<T>& dS,
                                      std::span<T> gradient) const {
    const arma::Mat<T> W_K = layout_.matrix(parameters, 0);
    const arma::Mat<T> W_Q = layout_.matrix(parameters, 1);
    const arma::Mat<T> v = layout_.matrix(parameters, 2);
    arma::Mat<T> dW_K = layout_.matrix(gradient, 0);
    arma::Mat<T> dW_Q = layout_.matrix(gradient, 1),
                 dv = layout_.matrix(gradient, 2);
    ScoreSlopes<T> d{arma::Mat<T>(arma::size(K), arma::fill::zeros),
                     arma::Mat<T>(arma::size(Q), arma::fill::zeros)};
    for (arma::uword q = 0; q < Q.n_cols; ++q) {
        const arma::Mat<T> H = units(parameters, K, Q, q);  // hidden × keys
        // forward: s = vᵀ H
        dv += H * dS.col(q);
        arma::Mat<T> dZ = v * dS.col(q).t();  // hidden × keys
        dZ %= 1 - H % H;
        // forward: H = tanh(W_K K + W_Q q)
        const arma::Col<T> dasked = arma::sum(dZ, 1);  // hidden
        dW_K += dZ * K.t();
        dW_Q += dasked * Q.col(q).t();
        d.K += W_K.t() * dZ;
        d.Q.col(q) = W_Q.t() * dasked;
    }
    return d;
}
// [snip:additive-back]

}  // namespace

// [snip:make-score]
template <class T>
std::unique_ptr<AttentionScore<T>> make_score(ScoreKind kind, std::size_t keys,
                                              std::size_t queries,
                                              std::size_t hidden) {
    if (kind == ScoreKind::general)
        return std::make_unique<GeneralScore<T>>(keys, queries);
    if (kind == ScoreKind::additive)
        return std::make_unique<AdditiveScore<T>>(keys, queries, hidden);
    require(keys == queries, "make_score",
            "keys of " + std::to_string(keys) + " numbers and queries of " +
                std::to_string(queries) + "; a dot product needs as many of both");
    const T scale = kind == ScoreKind::dot ? T(1) : 1 / std::sqrt(T(keys));
    return std::make_unique<DotScore<T>>(keys, scale);
}

template std::unique_ptr<AttentionScore<float>> make_score(ScoreKind, std::size_t,
                                                           std::size_t,
                                                           std::size_t);
template std::unique_ptr<AttentionScore<double>> make_score(ScoreKind, std::size_t,
                                                            std::size_t,
                                                            std::size_t);
// [snip:make-score]

}  // namespace nn
