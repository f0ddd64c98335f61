#include "feed_forward.hpp"

#include "gelu.hpp"

namespace nn {

// [snip:feed-forward-begin]
template <class T>
FeedForward<T>::FeedForward(ParameterLayout& layout, const std::string& name,
                            std::size_t width, std::size_t hidden) {
    require(width > 0 && hidden > 0, "FeedForward",
            "a width of " + std::to_string(width) + " and " +
                std::to_string(hidden) + " hidden units; give at least 1 of each");
    first_ = layout.add(name + ".W_1", hidden, width);
    layout.add(name + ".b_1", hidden, 1);
    layout.add(name + ".W_2", width, hidden);
    layout.add(name + ".b_2", width, 1);
}
// [snip:feed-forward-begin]

// [snip:feed-forward-forward]
template <class T>
arma::Mat<T> FeedForward<T>::forward(const ParameterLayout& layout,
                                     std::span<const T> parameters,
                                     const arma::Mat<T>& X,
                                     FeedForwardPass<T>& pass) const {
    const arma::Mat<T> W = layout.matrix(parameters, W_1());  // hidden × width
    if (X.n_rows != W.n_cols)
        require(false, "FeedForward",
                "X is " + std::to_string(X.n_rows) + " × " +
                    std::to_string(X.n_cols) + "; it needs " +
                    std::to_string(W.n_cols) + " rows");
    // [snip:feed-forward-there]
    pass.sums = W * X;  // hidden × columns
    pass.sums.each_col() += arma::Col<T>(layout.matrix(parameters, b_1()));
    pass.hidden.set_size(arma::size(pass.sums));
    const T* const z = pass.sums.memptr();
    T* const h = pass.hidden.memptr();
    for (arma::uword i = 0; i < pass.sums.n_elem; ++i) h[i] = gelu(z[i]);
    arma::Mat<T> Y = layout.matrix(parameters, W_2()) * pass.hidden;  // as X
    Y.each_col() += arma::Col<T>(layout.matrix(parameters, b_2()));
    return Y;
    // [snip:feed-forward-there]
}
// [snip:feed-forward-forward]

// [snip:feed-forward-backward]
template <class T>
arma::Mat<T> FeedForward<T>::backward(const ParameterLayout& layout,
                                      std::span<const T> parameters,
                                      const arma::Mat<T>& X, const arma::Mat<T>& dY,
                                      const FeedForwardPass<T>& pass,
                                      std::span<T> gradient) const {
    require(arma::size(X) == arma::size(dY) && X.n_cols == pass.sums.n_cols,
            "FeedForward",
            "X, dY and the pass are of different shapes; give those of the way "
            "forward");
    // [snip:feed-forward-back]
    // forward: Y = W_2 H + b_2
    layout.matrix(gradient, W_2()) += dY * pass.hidden.t();
    layout.matrix(gradient, b_2()) += arma::sum(dY, 1);
    arma::Mat<T> dZ =
        layout.matrix(parameters, W_2()).t() * dY;  // hidden × columns
    // forward: H = gelu(Z)
    const T* const z = pass.sums.memptr();
    T* const dz = dZ.memptr();
    for (arma::uword i = 0; i < dZ.n_elem; ++i) dz[i] *= gelu_grad(z[i]);
    // forward: Z = W_1 X + b_1
    layout.matrix(gradient, W_1()) += dZ * X.t();
    layout.matrix(gradient, b_1()) += arma::sum(dZ, 1);
    return layout.matrix(parameters, W_1()).t() * dZ;  // as X
    // [snip:feed-forward-back]
}
// [snip:feed-forward-backward]

// [snip:feed-forward-instances]
template class FeedForward<float>;
template class FeedForward<double>;
// [snip:feed-forward-instances]

}  // namespace nn
