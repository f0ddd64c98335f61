#include "transformer.hpp"

#include <cmath>
#include <string>

namespace nn {

// [snip:transformer-begin]
template <class T>
Transformer<T>::Transformer(const TransformerShape& shape) : shape_(shape) {
    require(shape.vocabulary > 0 && shape.context > 0 && shape.layers > 0,
            "Transformer",
            std::to_string(shape.vocabulary) + " tokens to know, a context of " +
                std::to_string(shape.context) + " and " +
                std::to_string(shape.layers) + " layers; give at least 1 of each");
    const std::size_t width = shape.block.attention.width;
    layout_.add("token_vectors", width, shape.vocabulary);
    layout_.add("position_vectors", width, shape.context);
    for (std::size_t i = 0; i < shape.layers; ++i)
        blocks_.emplace_back(layout_, "block." + std::to_string(i), shape.block);
    norm_.emplace_back(layout_, "norm", width);
}
// [snip:transformer-begin]

// [snip:gpt-beginning]
template <class T>
void Transformer<T>::begin(std::span<T> parameters, Rng& rng) const {
    const double usual =
        0.02 * std::sqrt(768 / double(shape_.block.attention.width));
    for (std::size_t i = 0; i < layout_.tensors().size(); ++i) {
        const TensorPlace& place = layout_.tensors()[i];
        const bool adds =
            place.name.ends_with("W_O") || place.name.ends_with("W_2");
        const double spread =
            adds ? usual / std::sqrt(2.0 * double(shape_.layers)) : usual;
        const T fixed = place.name.ends_with("gain") ? T(1) : T(0);
        for (T& value : layout_.values(parameters, i))
            value = place.columns > 1 ? T(spread * rng.normal()) : fixed;
    }
}
// [snip:gpt-beginning]

// [snip:transformer-embed]
template <class T>
arma::Mat<T> Transformer<T>::embed(std::span<const T> parameters,
                                   std::span<const Token> tokens, std::size_t steps,
                                   std::size_t first) const {
    const arma::Mat<T> E = layout_.matrix(parameters, token_vectors());
    const arma::Mat<T> P = layout_.matrix(parameters, position_vectors());
    arma::Mat<T> X(E.n_rows, tokens.size());  // width × B T
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] >= E.n_cols)
            require(false, "Transformer",
                    "token " + std::to_string(tokens[i]) + " at place " +
                        std::to_string(i) + " of a vocabulary of " +
                        std::to_string(E.n_cols) + "; tokens count from 0");
        X.col(i) = E.col(tokens[i]);
        if (shape_.positions) X.col(i) += P.col(first + i % steps);
    }
    return X;
}
// [snip:transformer-embed]

// [snip:transformer-forward]
template <class T>
void Transformer<T>::forward(std::span<const T> parameters,
                             std::span<const Token> tokens, std::size_t sequences,
                             TransformerPass<T>& pass) const {
    const std::size_t steps = sequences > 0 ? tokens.size() / sequences : 0;
    if (steps == 0 || steps > shape_.context || tokens.size() % sequences)
        require(false, "Transformer",
                std::to_string(tokens.size()) + " tokens in " +
                    std::to_string(sequences) +
                    " sequences; each needs as many, from 1 to " +
                    std::to_string(shape_.context));
    // [snip:transformer-there]
    pass.blocks.resize(blocks_.size());
    arma::Mat<T> X = embed(parameters, tokens, steps);  // width × B T
    drop(pass.dropout.at(0), X);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        pass.blocks[i].residual_1.dropout = pass.dropout.at(2 * i + 1);
        pass.blocks[i].residual_2.dropout = pass.dropout.at(2 * i + 2);
        blocks_[i].forward(layout_, parameters, X, sequences, pass.blocks[i]);
    }
    score(parameters, X, pass);
    // [snip:transformer-there]
}
// [snip:transformer-forward]

// [snip:transformer-score]
template <class T>
void Transformer<T>::score(std::span<const T> parameters, const arma::Mat<T>& X,
                           TransformerPass<T>& pass) const {
    if (normalises_before())
        norm_[0].forward(layout_, parameters, X, pass.norm);
    else
        pass.norm.Y = X;
    pass.logits = layout_.matrix(parameters, token_vectors()).t() * pass.norm.Y;
}
// [snip:transformer-score]

// [snip:transformer-backward]
template <class T>
void Transformer<T>::backward(std::span<const T> parameters,
                              std::span<const Token> tokens,
                              const TransformerPass<T>& pass, std::span<T> gradient,
                              const AddingTurn& turn) const {
    // forward: logits = Eᵀ N, N = norm(X)
    arma::Mat<T> dX = layout_.matrix(parameters, token_vectors()) *
                      pass.logits;  // width × B T: dN
    turn(0);
    if (normalises_before()) {
        const arma::Mat<T> dN = dX;
        dX.zeros();
        norm_[0].backward(layout_, parameters, dN, pass.norm, gradient, dX);
    }
    for (std::size_t i = blocks_.size(); i-- > 0;) {
        turn(blocks_.size() - i);
        blocks_[i].backward(layout_, parameters, dX, pass.blocks[i], gradient);
    }
    // forward: X = drop(embed(tokens))
    drop(pass.dropout.at(0), dX);
    turn(blocks_.size() + 1);
    vectors_back(tokens, pass, dX, gradient);
}
// [snip:transformer-backward]

// [snip:vectors-back]
/// \brief What the vectors of tokens and places are due, from both of their uses.
template <class T>
void Transformer<T>::vectors_back(std::span<const Token> tokens,
                                  const TransformerPass<T>& pass,
                                  const arma::Mat<T>& dX,
                                  std::span<T> gradient) const {
    // forward: logits = Eᵀ N
    arma::Mat<T> dE = layout_.matrix(gradient, token_vectors());
    dE += pass.norm.Y * pass.logits.t();  // width × vocabulary
    // forward: x_i = e_token + p_place
    arma::Mat<T> dP = layout_.matrix(gradient, position_vectors());
    const std::size_t steps = tokens.size() / pass.blocks[0].attention.sequences;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        dE.col(tokens[i]) += dX.col(i);
        if (shape_.positions) dP.col(i % steps) += dX.col(i);
    }
}
// [snip:vectors-back]

// [snip:transformer-instances]
template class Transformer<float>;
template class Transformer<double>;
// [snip:transformer-instances]

}  // namespace nn
