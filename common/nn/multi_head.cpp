#include "nn/multi_head.hpp"

namespace nn {

// [snip:linear-bias-slope]
double linear_bias_slope(std::size_t head, std::size_t heads) {
    require(head < heads, "linear_bias_slope",
            "head " + std::to_string(head) + " of " + std::to_string(heads) +
                "; heads count from 0");
    return std::exp2(-8 * double(head + 1) / double(heads));
}
// [snip:linear-bias-slope]

// [snip:multi-head-begin]
template <class T>
MultiHead<T>::MultiHead(ParameterLayout& layout, const std::string& name,
                        const MultiHeadShape& shape)
    : shape_(shape) {
    const auto [width, heads, causal, positions] = shape;
    require(heads > 0 && width > 0 && width % heads == 0, "MultiHead",
            std::to_string(heads) + " heads for a width of " +
                std::to_string(width) + "; the heads must divide the width");
    first_ = layout.add(name + ".W_QKV", 3 * width, width);
    layout.add(name + ".b_QKV", 3 * width, 1);
    layout.add(name + ".W_O", width, width);
    layout.add(name + ".b_O", width, 1);
}

template <class T>
AttentionRule MultiHead<T>::rule_of(std::size_t head) const {
    AttentionRule rule{shape_.causal};
    if (shape_.positions == RelativePositions::linear_bias)
        rule.slope = linear_bias_slope(head, shape_.heads);
    return rule;
}
// [snip:multi-head-begin]

// [snip:head-rows]
/// \brief Queries, keys or values (part 0, 1, 2) of a head on a sequence, d × T.
template <class T>
arma::Mat<T> MultiHead<T>::rows_of(const MultiHeadPass<T>& pass, std::size_t part,
                                   std::size_t sequence, std::size_t head) const {
    const std::size_t d = shape_.width / shape_.heads;
    const std::size_t steps = pass.QKV.n_cols / pass.sequences;
    const std::size_t row = part * shape_.width + head * d,
                      column = sequence * steps;
    arma::Mat<T> rows =
        pass.QKV.submat(row, column, arma::SizeMat(d, steps));  // d × T
    if (part < 2 && shape_.positions == RelativePositions::rotary)
        rotate(rows, pass.turns);
    return rows;
}
// [snip:head-rows]

// [snip:multi-head-forward]
template <class T>
arma::Mat<T> MultiHead<T>::forward(const ParameterLayout& layout,
                                   std::span<const T> parameters,
                                   const arma::Mat<T>& X, std::size_t sequences,
                                   MultiHeadPass<T>& pass) const {
    const auto [width, heads, causal, positions] = shape_;
    // [snip:multi-head-checks]
    if (X.n_rows != width || X.is_empty() || sequences == 0 || X.n_cols % sequences)
        require(false, "MultiHead",
                "X is " + std::to_string(X.n_rows) + " × " +
                    std::to_string(X.n_cols) + " for " + std::to_string(sequences) +
                    " sequences; it needs " + std::to_string(width) +
                    " rows and, for each sequence, as many columns, at least 1");
    // [snip:multi-head-checks]
    const std::size_t d = width / heads, steps = X.n_cols / sequences;
    pass.sequences = sequences;
    pass.QKV = layout.matrix(parameters, W_QKV()) * X;  // 3 width × B T
    pass.QKV.each_col() += arma::Col<T>(layout.matrix(parameters, b_QKV()));
    // [snip:multi-head-room]
    if (positions == RelativePositions::rotary && pass.turns.cosines.n_cols < steps)
        pass.turns = RotaryTurns<T>(d, steps);
    pass.mixed.set_size(width, X.n_cols);
    pass.heads.resize(sequences * heads);
    // [snip:multi-head-room]
    // [snip:head-by-head]
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t h = 0; h < heads; ++h) {
            TiledPass<T>& head = pass.heads[s * heads + h];
            head =
                tiled_attention<T>(rows_of(pass, 0, s, h), rows_of(pass, 1, s, h),
                                   rows_of(pass, 2, s, h), rule_of(h));
            pass.mixed.submat(h * d, s * steps, arma::size(head.O)) = head.O;
        }
    // [snip:head-by-head]
    arma::Mat<T> Y = layout.matrix(parameters, W_O()) * pass.mixed;  // width × B T
    Y.each_col() += arma::Col<T>(layout.matrix(parameters, b_O()));
    return Y;
}
// [snip:multi-head-forward]

// [snip:head-back]
/// \brief Of one head on one sequence: from the slopes in what it gave to those in
/// its queries, keys and values.
template <class T>
void MultiHead<T>::head_back(const MultiHeadPass<T>& pass,
                             const arma::Mat<T>& dmixed, std::size_t sequence,
                             std::size_t head, arma::Mat<T>& dQKV) const {
    const TiledPass<T>& kept = pass.heads[sequence * shape_.heads + head];
    const std::size_t d = kept.O.n_rows, steps = kept.O.n_cols;
    const arma::Mat<T> dO =
        dmixed.submat(head * d, sequence * steps, arma::size(kept.O));  // d × T
    TiledSlopes<T> slopes = tiled_attention_back<T>(
        rows_of(pass, 0, sequence, head), rows_of(pass, 1, sequence, head),
        rows_of(pass, 2, sequence, head), kept, dO, rule_of(head));
    if (shape_.positions == RelativePositions::rotary) {
        rotate(slopes.Q, pass.turns, true);
        rotate(slopes.K, pass.turns, true);
    }
    const arma::Mat<T>* const parts[] = {&slopes.Q, &slopes.K, &slopes.V};
    for (std::size_t part = 0; part < 3; ++part)
        dQKV.submat(part * shape_.width + head * d, sequence * steps,
                    arma::size(dO)) = *parts[part];
}
// [snip:head-back]

// [snip:multi-head-backward]
template <class T>
arma::Mat<T> MultiHead<T>::backward(const ParameterLayout& layout,
                                    std::span<const T> parameters,
                                    const arma::Mat<T>& X, const arma::Mat<T>& dY,
                                    const MultiHeadPass<T>& pass,
                                    std::span<T> gradient) const {
    require(
        arma::size(X) == arma::size(pass.mixed) && arma::size(dY) == arma::size(X),
        "MultiHead",
        "X, dY and the pass are of different shapes; give those of "
        "the way forward");
    // forward: Y = W_O mixed + b_O
    arma::Mat<T> dW_O = layout.matrix(gradient, W_O());
    arma::Mat<T> db_O = layout.matrix(gradient, b_O());
    dW_O += dY * pass.mixed.t();  // width × width
    db_O += arma::sum(dY, 1);
    const arma::Mat<T> dmixed = layout.matrix(parameters, W_O()).t() * dY;
    arma::Mat<T> dQKV(arma::size(pass.QKV));  // 3 width × B T
    for (std::size_t s = 0; s < pass.sequences; ++s)
        for (std::size_t h = 0; h < shape_.heads; ++h)
            head_back(pass, dmixed, s, h, dQKV);
    // forward: QKV = W_QKV X + b_QKV
    arma::Mat<T> dW_QKV = layout.matrix(gradient, W_QKV());
    arma::Mat<T> db_QKV = layout.matrix(gradient, b_QKV());
    dW_QKV += dQKV * X.t();  // 3 width × width
    db_QKV += arma::sum(dQKV, 1);
    return layout.matrix(parameters, W_QKV()).t() * dQKV;  // width × B T
}
// [snip:multi-head-backward]

// [snip:head-weights]
template <class T>
arma::Mat<T> MultiHead<T>::weights(const MultiHeadPass<T>& pass,
                                   std::size_t sequence, std::size_t head) const {
    const arma::Mat<T> Q = rows_of(pass, 0, sequence, head);
    const arma::Mat<T> K = rows_of(pass, 1, sequence, head);
    require_table(K.n_cols, Q.n_cols, sizeof(T));
    const arma::Mat<T> scores =
        K.t() * Q / std::sqrt(T(Q.n_rows));  // keys × queries
    return attention_weights(scores, rule_of(head));
}
// [snip:head-weights]

// [snip:multi-head-instances]
template class MultiHead<float>;
template class MultiHead<double>;
// [snip:multi-head-instances]

}  // namespace nn
