#include "additive_score.hpp"

namespace nn {

namespace {

// [snip:additive-units]
/// \brief tanh(W_K K + W_Q q): hidden × keys, from the first product and one query.
template <class T>
arma::Mat<T> units(const arma::Mat<T>& keys, const arma::Col<T>& asked) {
    arma::Mat<T> sums = keys;  // hidden × keys
    sums.each_col() += asked;
    return arma::tanh(sums);
}
// [snip:additive-units]

}  // namespace

// [snip:additive-scores]
template <class T>
arma::Mat<T> AdditiveScore<T>::scores(std::span<const T> parameters,
                                      const arma::Mat<T>& K,
                                      const arma::Mat<T>& Q) const {
    require_rows(rows_, K, Q);
    const arma::Mat<T> keys = layout_.matrix(parameters, 0) * K;  // hidden × keys
    const arma::Mat<T> asked =
        layout_.matrix(parameters, 1) * Q;                 // hidden × queries
    const arma::Mat<T> v = layout_.matrix(parameters, 2);  // hidden × 1
    arma::Mat<T> S(K.n_cols, Q.n_cols);                    // keys × queries
    for (arma::uword q = 0; q < Q.n_cols; ++q)
        S.col(q) = units<T>(keys, asked.col(q)).t() * v;
    return S;
}
// [snip:additive-scores]

// [snip:additive-back]
template <class T>
ScoreSlopes<T> AdditiveScore<T>::back(std::span<const T> parameters,
                                      const arma::Mat<T>& K, const arma::Mat<T>& Q,
                                      const arma::Mat<T>& dS,
                                      std::span<T> gradient) const {
    require_slopes(rows_, K, Q, dS);
    const arma::Mat<T> W_K = layout_.matrix(parameters, 0);  // hidden × d_k
    const arma::Mat<T> W_Q = layout_.matrix(parameters, 1);  // hidden × d_q
    const arma::Mat<T> v = layout_.matrix(parameters, 2);    // hidden × 1
    const arma::Mat<T> keys = W_K * K, asked = W_Q * Q;  // hidden × keys, queries
    arma::Mat<T> dkeys(arma::size(keys), arma::fill::zeros);
    arma::Mat<T> dasked(arma::size(asked));
    arma::Mat<T> dv = layout_.matrix(gradient, 2);  // hidden × 1
    for (arma::uword q = 0; q < Q.n_cols; ++q) {
        const arma::Mat<T> H = units<T>(keys, asked.col(q));  // hidden × keys
        // forward: s = vᵀ H
        dv += H * dS.col(q);
        arma::Mat<T> dsums = v * dS.col(q).t();  // hidden × keys
        // forward: H = tanh(W_K K + W_Q q)
        dsums %= 1 - H % H;
        dkeys += dsums;
        dasked.col(q) = arma::sum(dsums, 1);
    }
    arma::Mat<T> dW_K = layout_.matrix(gradient, 0),
                 dW_Q = layout_.matrix(gradient, 1);
    dW_K += dkeys * K.t();
    dW_Q += dasked * Q.t();
    return {W_K.t() * dkeys, W_Q.t() * dasked};  // d_k × keys, d_q × queries
}
// [snip:additive-back]

// [snip:additive-instances]
template class AdditiveScore<float>;
template class AdditiveScore<double>;
// [snip:additive-instances]

}  // namespace nn
