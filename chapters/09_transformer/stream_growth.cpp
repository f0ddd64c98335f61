#include "stream_growth.hpp"

#include <string>

namespace nn {

namespace {

// [snip:require-stream]
void require_stream(const TransformerShape& shape, std::size_t tokens,
                    std::size_t sequences) {
    require(
        shape.block.residual && shape.block.norm != NormPlacement::after,
        "stream_growth",
        "the parts of this model do not add to a stream; give one with residuals "
        "and without a norm behind them");
    require(tokens > 0 && sequences > 0 && tokens % sequences == 0 &&
                tokens / sequences <= shape.context,
            "stream_growth",
            std::to_string(tokens) + " tokens in " + std::to_string(sequences) +
                " sequences; each needs as many, from 1 to " +
                std::to_string(shape.context));
}
// [snip:require-stream]

// [snip:attention-added]
/// \brief What the attention of a block gave: W_O times what its heads found, plus
/// b_O.
arma::fmat attention_added(const ParameterLayout& layout,
                           std::span<const float> parameters,
                           const MultiHead<float>& attention,
                           const MultiHeadPass<float>& pass) {
    arma::fmat Y =
        layout.matrix(parameters, attention.W_O()) * pass.mixed;  // width × B T
    Y.each_col() += arma::fvec(layout.matrix(parameters, attention.b_O()));
    return Y;
}
// [snip:attention-added]

}  // namespace

// [snip:grow-stream]
StreamGrowth stream_growth(const Transformer<float>& model,
                           std::span<const float> parameters,
                           std::span<const Token> tokens, std::size_t sequences) {
    require_stream(model.shape(), tokens.size(), sequences);
    StreamGrowth all;
    all.streams.push_back(
        model.embed(parameters, tokens, tokens.size() / sequences));  // width × B T
    for (const TransformerBlock<float>& block : model.blocks()) {
        BlockPass<float> pass;
        arma::fmat X = all.streams.back();  // width × B T
        block.forward(model.layout(), parameters, X, sequences, pass);
        all.looked.push_back(attention_added(model.layout(), parameters,
                                             block.attention(), pass.attention));
        all.thought.push_back(X - all.streams.back() - all.looked.back());
        all.streams.push_back(std::move(X));
    }
    return all;
}
// [snip:grow-stream]

// [snip:column-cosines]
arma::rowvec column_lengths(const arma::fmat& X) {
    const arma::mat wide = arma::conv_to<arma::mat>::from(X);
    return arma::sqrt(arma::sum(arma::square(wide), 0));
}

arma::rowvec column_cosines(const arma::fmat& A, const arma::fmat& B) {
    require(A.n_rows == B.n_rows && A.n_cols == B.n_cols, "column_cosines",
            std::to_string(A.n_rows) + " × " + std::to_string(A.n_cols) + " and " +
                std::to_string(B.n_rows) + " × " + std::to_string(B.n_cols) +
                "; the shapes must agree");
    const arma::rowvec products = arma::sum(
        arma::conv_to<arma::mat>::from(A) % arma::conv_to<arma::mat>::from(B), 0);
    const arma::rowvec lengths = column_lengths(A) % column_lengths(B);
    arma::rowvec cosines(A.n_cols, arma::fill::zeros);
    for (std::size_t i = 0; i < cosines.n_elem; ++i)
        if (lengths[i] > 0) cosines[i] = products[i] / lengths[i];
    return cosines;
}
// [snip:column-cosines]

}  // namespace nn
