#include "decoder_block.hpp"

namespace nn {

// [snip:decoder-block-begin]
template <class T>
DecoderBlock<T>::DecoderBlock(ParameterLayout& layout, const std::string& name,
                              const MultiHeadShape& shape, NormPlacement norm)
    : residual_1_(layout, name + ".norm_1", shape.width, norm, true),
      attention_(layout, name + ".attention", shape),
      residual_2_(layout, name + ".norm_2", shape.width, norm, true),
      cross_(layout, name + ".cross", shape.width, shape.heads),
      residual_3_(layout, name + ".norm_3", shape.width, norm, true),
      feed_forward_(layout, name + ".feed_forward", shape.width, 4 * shape.width) {}
// [snip:decoder-block-begin]

// [snip:decoder-block-forward]
template <class T>
void DecoderBlock<T>::forward(const ParameterLayout& layout,
                              std::span<const T> parameters, arma::Mat<T>& X,
                              const arma::Mat<T>& source, std::size_t sequences,
                              DecoderBlockPass<T>& pass) const {
    // what have I written so far?
    residual_1_.forward(layout, parameters, X, pass.residual_1,
                        [&](const arma::Mat<T>& N) {
                            return attention_.forward(layout, parameters, N,
                                                      sequences, pass.attention);
                        });
    // what of what I read goes with it?
    residual_2_.forward(layout, parameters, X, pass.residual_2,
                        [&](const arma::Mat<T>& N) {
                            return cross_.forward(layout, parameters, N, source,
                                                  sequences, pass.cross);
                        });
    // and what follows from both?
    residual_3_.forward(
        layout, parameters, X, pass.residual_3, [&](const arma::Mat<T>& N) {
            return feed_forward_.forward(layout, parameters, N, pass.feed_forward);
        });
}
// [snip:decoder-block-forward]

// [snip:decoder-block-backward]
template <class T>
void DecoderBlock<T>::backward(const ParameterLayout& layout,
                               std::span<const T> parameters, arma::Mat<T>& dX,
                               const arma::Mat<T>& source,
                               const DecoderBlockPass<T>& pass,
                               std::span<T> gradient, arma::Mat<T>& dsource) const {
    // forward: X = residual(X, feed_forward)
    residual_3_.backward(layout, parameters, dX, pass.residual_3, gradient,
                         [&](const arma::Mat<T>& dY) {
                             return feed_forward_.backward(
                                 layout, parameters,
                                 residual_3_.input(pass.residual_3), dY,
                                 pass.feed_forward, gradient);
                         });
    // forward: X = residual(X, cross-attention to the source)
    residual_2_.backward(layout, parameters, dX, pass.residual_2, gradient,
                         [&](const arma::Mat<T>& dY) {
                             return cross_.backward(
                                 layout, parameters,
                                 residual_2_.input(pass.residual_2), source, dY,
                                 pass.cross, gradient, dsource);
                         });
    // forward: X = residual(X, self-attention)
    residual_1_.backward(layout, parameters, dX, pass.residual_1, gradient,
                         [&](const arma::Mat<T>& dY) {
                             return attention_.backward(
                                 layout, parameters,
                                 residual_1_.input(pass.residual_1), dY,
                                 pass.attention, gradient);
                         });
}
// [snip:decoder-block-backward]

// [snip:decoder-block-instances]
template class DecoderBlock<float>;
template class DecoderBlock<double>;
// [snip:decoder-block-instances]

}  // namespace nn
