#include "transformer_block.hpp"

namespace nn {

// [snip:block-begin]
template <class T>
TransformerBlock<T>::TransformerBlock(ParameterLayout& layout,
                                      const std::string& name,
                                      const BlockShape& shape)
    : residual_1_(layout, name + ".norm_1", shape.attention.width, shape.norm,
                  shape.residual),
      attention_(layout, name + ".attention", shape.attention),
      residual_2_(layout, name + ".norm_2", shape.attention.width, shape.norm,
                  shape.residual),
      feed_forward_(layout, name + ".feed_forward", shape.attention.width,
                    4 * shape.attention.width),
      thinks_(shape.feed_forward) {}
// [snip:block-begin]

// [snip:block-attends]
template <class T>
void TransformerBlock<T>::forward(const ParameterLayout& layout,
                                  std::span<const T> parameters, arma::Mat<T>& X,
                                  std::size_t sequences, BlockPass<T>& pass) const {
    const auto attend = [&](const arma::Mat<T>& N) {
        return attention_.forward(layout, parameters, N, sequences, pass.attention);
    };
    forward_with(attend, layout, parameters, X, pass);
}
// [snip:block-attends]

// [snip:block-backward]
template <class T>
void TransformerBlock<T>::backward(const ParameterLayout& layout,
                                   std::span<const T> parameters, arma::Mat<T>& dX,
                                   const BlockPass<T>& pass,
                                   std::span<T> gradient) const {
    // forward: X = X + feed_forward(norm(X))
    if (thinks_)
        residual_2_.backward(layout, parameters, dX, pass.residual_2, gradient,
                             [&](const arma::Mat<T>& dY) {
                                 return feed_forward_.backward(
                                     layout, parameters,
                                     residual_2_.input(pass.residual_2), dY,
                                     pass.feed_forward, gradient);
                             });
    // forward: X = X + attention(norm(X))
    residual_1_.backward(layout, parameters, dX, pass.residual_1, gradient,
                         [&](const arma::Mat<T>& dY) {
                             return attention_.backward(
                                 layout, parameters,
                                 residual_1_.input(pass.residual_1), dY,
                                 pass.attention, gradient);
                         });
}
// [snip:block-backward]

// [snip:block-instances]
template class TransformerBlock<float>;
template class TransformerBlock<double>;
// [snip:block-instances]

}  // namespace nn
