#include "cross_attention.hpp"

#include <cmath>

#include "nn/require.hpp"

namespace nn {

// [snip:cross-attention-begin]
template <class T>
CrossAttention<T>::CrossAttention(ParameterLayout& layout, const std::string& name,
                                  std::size_t width, std::size_t heads)
    : width_(width), heads_(heads) {
    require(heads > 0 && width > 0 && width % heads == 0, "CrossAttention",
            std::to_string(heads) + " heads for a width of " +
                std::to_string(width) + "; the heads must divide the width");
    first_ = layout.add(name + ".W_Q", width, width);
    layout.add(name + ".b_Q", width, 1);
    layout.add(name + ".W_KV", 2 * width, width);
    layout.add(name + ".b_KV", 2 * width, 1);
    layout.add(name + ".W_O", width, width);
    layout.add(name + ".b_O", width, 1);
}
// [snip:cross-attention-begin]

// [snip:cross-head]
template <class T>
typename CrossAttention<T>::Head CrossAttention<T>::head_of(
    const CrossAttentionPass<T>& pass, std::size_t sequence,
    std::size_t head) const {
    const std::size_t d = width_ / heads_, U = pass.Q.n_cols / pass.sequences,
                      steps = pass.KV.n_cols / pass.sequences;
    const arma::SizeMat of_source(d, steps);
    return {pass.Q.submat(head * d, sequence * U, arma::SizeMat(d, U)),
            pass.KV.submat(head * d, sequence * steps, of_source),
            pass.KV.submat(width_ + head * d, sequence * steps, of_source)};
}
// [snip:cross-head]

namespace {

// [snip:require-both-sides]
template <class T>
void require_both_sides(const arma::Mat<T>& X, const arma::Mat<T>& source,
                        std::size_t width, std::size_t sequences) {
    const auto fits = [&](const arma::Mat<T>& side) {
        return side.n_rows == width && !side.is_empty() && sequences > 0 &&
               side.n_cols % sequences == 0;
    };
    if (fits(X) && fits(source)) return;
    require(false, "CrossAttention",
            "X is " + std::to_string(X.n_rows) + " × " + std::to_string(X.n_cols) +
                " and the source " + std::to_string(source.n_rows) + " × " +
                std::to_string(source.n_cols) + " for " +
                std::to_string(sequences) + " sequences; both need " +
                std::to_string(width) +
                " rows and, for each sequence, as many columns, at least 1");
}
// [snip:require-both-sides]

}  // namespace

// [snip:cross-attention-forward]
template <class T>
arma::Mat<T> CrossAttention<T>::forward(const ParameterLayout& layout,
                                        std::span<const T> parameters,
                                        const arma::Mat<T>& X,
                                        const arma::Mat<T>& source,
                                        std::size_t sequences,
                                        CrossAttentionPass<T>& pass) const {
    require_both_sides(X, source, width_, sequences);
    pass.sequences = sequences;
    // [snip:cross-attention-there]
    pass.Q = layout.matrix(parameters, W_Q()) * X;  // width × B U
    pass.Q.each_col() += arma::Col<T>(layout.matrix(parameters, b_Q()));
    pass.KV = layout.matrix(parameters, W_KV()) * source;  // 2 width × B T
    pass.KV.each_col() += arma::Col<T>(layout.matrix(parameters, b_KV()));
    pass.mixed.set_size(arma::size(X));
    pass.heads.resize(sequences * heads_);
    // [snip:cross-head-by-head]
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t h = 0; h < heads_; ++h) {
            const auto [Q, K, V] = head_of(pass, s, h);
            TiledPass<T>& head = pass.heads[s * heads_ + h];
            head = tiled_attention<T>(Q, K, V, {});
            pass.mixed.submat(h * Q.n_rows, s * Q.n_cols, arma::size(Q)) = head.O;
        }
    // [snip:cross-head-by-head]
    arma::Mat<T> Y = layout.matrix(parameters, W_O()) * pass.mixed;  // width × B U
    Y.each_col() += arma::Col<T>(layout.matrix(parameters, b_O()));
    return Y;
    // [snip:cross-attention-there]
}
// [snip:cross-attention-forward]

namespace {

// [snip:affine-back]
/// \brief Back through Y = W X + b: adds to dW and db, returns dX.
template <class T>
arma::Mat<T> affine_back(const ParameterLayout& layout,
                         std::span<const T> parameters, std::size_t W,
                         std::size_t b, const arma::Mat<T>& X,
                         const arma::Mat<T>& dY, std::span<T> gradient) {
    layout.matrix(gradient, W) += dY * X.t();
    layout.matrix(gradient, b) += arma::sum(dY, 1);
    return layout.matrix(parameters, W).t() * dY;  // as X
}
// [snip:affine-back]

}  // namespace

// [snip:cross-attention-backward]
template <class T>
arma::Mat<T> CrossAttention<T>::backward(
    const ParameterLayout& layout, std::span<const T> parameters,
    const arma::Mat<T>& X, const arma::Mat<T>& source, const arma::Mat<T>& dY,
    const CrossAttentionPass<T>& pass, std::span<T> gradient,
    arma::Mat<T>& dsource) const {
    // [snip:cross-attention-back-checks]
    require(arma::size(X) == arma::size(pass.Q) &&
                arma::size(dY) == arma::size(X) &&
                source.n_cols == pass.KV.n_cols &&
                arma::size(dsource) == arma::size(source),
            "CrossAttention",
            "X, dY, source, dsource and the pass are of different shapes; give "
            "those of the way forward");
    // [snip:cross-attention-back-checks]
    // forward: Y = W_O mixed + b_O
    const arma::Mat<T> dmixed =
        affine_back(layout, parameters, W_O(), b_O(), pass.mixed, dY, gradient);
    arma::Mat<T> dQ(arma::size(pass.Q)), dKV(arma::size(pass.KV));
    for (std::size_t s = 0; s < pass.sequences; ++s)
        for (std::size_t h = 0; h < heads_; ++h) {
            const auto [Q, K, V] = head_of(pass, s, h);
            const std::size_t row = h * Q.n_rows, column = s * K.n_cols;
            // forward: mixed = V softmax(KᵀQ / √d) of each head on each sequence
            const arma::Mat<T> dO =
                dmixed.submat(row, s * Q.n_cols, arma::size(Q));  // d × U
            const TiledSlopes<T> slopes = tiled_attention_back<T>(
                Q, K, V, pass.heads[s * heads_ + h], dO, {});
            dQ.submat(row, s * Q.n_cols, arma::size(Q)) = slopes.Q;
            dKV.submat(row, column, arma::size(K)) = slopes.K;
            dKV.submat(width_ + row, column, arma::size(V)) = slopes.V;
        }
    // forward: KV = W_KV source + b_KV
    dsource +=
        affine_back(layout, parameters, W_KV(), b_KV(), source, dKV, gradient);
    // forward: Q = W_Q X + b_Q
    return affine_back(layout, parameters, W_Q(), b_Q(), X, dQ, gradient);
}
// [snip:cross-attention-backward]

// [snip:cross-weights]
template <class T>
arma::Mat<T> CrossAttention<T>::weights(const CrossAttentionPass<T>& pass,
                                        std::size_t sequence,
                                        std::size_t head) const {
    const auto [Q, K, V] = head_of(pass, sequence, head);
    const arma::Mat<T> scores = K.t() * Q / std::sqrt(T(Q.n_rows));  // T × U
    return attention_weights(scores, {});
}
// [snip:cross-weights]

// [snip:cross-attention-instances]
template class CrossAttention<float>;
template class CrossAttention<double>;
// [snip:cross-attention-instances]

}  // namespace nn
