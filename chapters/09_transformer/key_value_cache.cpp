#include "key_value_cache.hpp"

#include <cmath>
#include <string>

#include "nn/attention_tile.hpp"

namespace nn {

// [snip:cached-attention]
template <class T>
arma::Mat<T> attend_from(const arma::Mat<T>& q, const HeadMemory<T>& memory,
                         std::size_t tokens) {
    const arma::Mat<T> asked = q / std::sqrt(T(q.n_rows));            // d × 1
    arma::Col<T> weights = tile_of(memory.K, 0, tokens).t() * asked;  // tokens × 1
    weights_of_query<T>({weights.memptr(), tokens}, tokens - 1, {});
    return tile_of(memory.V, 0, tokens) * weights;  // d × 1
}
// [snip:cached-attention]

// [snip:cache-begin]
template <class T>
KeyValueCache<T>::KeyValueCache(const Transformer<T>& model,
                                std::span<const T> parameters)
    : model_(model), parameters_(parameters) {
    const auto& [width, heads, causal, positions] = model.shape().block.attention;
    require(causal && positions == RelativePositions::none, "KeyValueCache",
            "a model that sees what comes, or knows distances; give a causal one "
            "with learned places");
    pass_.blocks.resize(model.shape().layers);
    heads_.resize(model.shape().layers * heads);
    for (auto& [K, V] : heads_)
        K.set_size(width / heads, model.shape().context), V.copy_size(K);
}
// [snip:cache-begin]

// [snip:remember]
/// \brief Keeps the keys and values in columns of QKV, 3 width × tokens, as those
/// from a place on.
template <class T>
void KeyValueCache<T>::remember(std::size_t layer, const arma::Mat<T>& QKV,
                                std::size_t place) {
    const auto& [width, heads, causal, positions] = model_.shape().block.attention;
    const std::size_t d = width / heads;
    const arma::SizeMat size(d, QKV.n_cols);
    for (std::size_t h = 0; h < heads; ++h) {
        auto& [K, V] = memory_of(layer, h);
        K.submat(0, place, size) = QKV.submat(width + h * d, 0, size);
        V.submat(0, place, size) = QKV.submat(2 * width + h * d, 0, size);
    }
}
// [snip:remember]

// [snip:cache-read]
template <class T>
void KeyValueCache<T>::begin(std::span<const Token> tokens) {
    // [snip:cache-read-checks]
    if (tokens.empty() || tokens.size() > model_.shape().context)
        require(false, "KeyValueCache",
                std::to_string(tokens.size()) +
                    " tokens to begin with; give 1 to " +
                    std::to_string(model_.shape().context));
    // [snip:cache-read-checks]
    arma::Mat<T> X =
        model_.embed(parameters_, tokens, tokens.size());  // width × tokens
    BlockPass<T> pass;  // one for all: nothing goes back
    for (std::size_t i = 0; i < model_.blocks().size(); ++i) {
        model_.blocks()[i].forward(model_.layout(), parameters_, X, 1, pass);
        remember(i, pass.attention.QKV, 0);
    }
    model_.score(parameters_, X.tail_cols(1), pass_);
    scores_ = pass_.logits;
    size_ = tokens.size();
}
// [snip:cache-read]

// [snip:attend-one]
/// \brief Attention for the column N = norm(x) of the token at place size_.
template <class T>
arma::Mat<T> KeyValueCache<T>::attend(std::size_t layer, const arma::Mat<T>& N) {
    const ParameterLayout& layout = model_.layout();
    const MultiHead<T>& attention = model_.blocks()[layer].attention();
    const arma::Mat<T> QKV = layout.matrix(parameters_, attention.W_QKV()) * N +
                             layout.matrix(parameters_, attention.b_QKV());
    remember(layer, QKV, size_);
    const std::size_t d = N.n_rows / attention.shape().heads;
    arma::Mat<T> mixed(arma::size(N));  // width × 1
    for (std::size_t h = 0; h < attention.shape().heads; ++h)
        mixed.rows(h * d, h * d + d - 1) = attend_from<T>(
            QKV.rows(h * d, h * d + d - 1), memory_of(layer, h), size_ + 1);
    return layout.matrix(parameters_, attention.W_O()) * mixed +
           layout.matrix(parameters_, attention.b_O());
}
// [snip:attend-one]

// [snip:cache-add]
template <class T>
void KeyValueCache<T>::add(Token token) {
    // [snip:cache-add-check]
    if (is_full())
        require(false, "KeyValueCache",
                "it holds " + std::to_string(size_) +
                    " tokens, the model's context; begin anew with the last ones");
    // [snip:cache-add-check]
    arma::Mat<T> x = model_.embed(parameters_, {&token, 1}, 1, size_);  // width × 1
    for (std::size_t i = 0; i < pass_.blocks.size(); ++i) {
        const auto attend_here = [&](const arma::Mat<T>& N) {
            return attend(i, N);
        };
        model_.blocks()[i].forward_with(attend_here, model_.layout(), parameters_,
                                        x, pass_.blocks[i]);
    }
    model_.score(parameters_, x, pass_);
    scores_ = pass_.logits;
    ++size_;
}
// [snip:cache-add]

// [snip:first-seen]
std::size_t first_seen(std::size_t tokens, std::size_t context) {
    if (tokens <= context) return 0;
    const std::size_t half = std::max<std::size_t>(1, context / 2);
    const std::size_t halves = (tokens - context + half - 1) / half;  // gone
    return halves * half;
}
// [snip:first-seen]

// [snip:scores-anew]
template <class T>
arma::Col<T> scores_anew(const Transformer<T>& model, std::span<const T> parameters,
                         std::span<const Token> tokens) {
    TransformerPass<T> pass;
    const std::size_t first = first_seen(tokens.size(), model.shape().context);
    model.forward(parameters, tokens.subspan(first), 1, pass);
    return pass.logits.tail_cols(1);
}
// [snip:scores-anew]

// [snip:growing-text-scores]
template <class T>
const arma::Col<T>& GrowingText<T>::scores() {
    const std::size_t first = first_seen(tokens_.size(), context_);
    const auto seen = std::span<const Token>(tokens_).subspan(first);
    if (first != first_ || cache_.size() == 0) cache_.begin(seen);
    first_ = first;
    while (cache_.size() < seen.size()) cache_.add(seen[cache_.size()]);
    return cache_.scores();
}
// [snip:growing-text-scores]

// [snip:cache-instances]
template arma::fmat attend_from(const arma::fmat&, const HeadMemory<float>&,
                                std::size_t);
template arma::mat attend_from(const arma::mat&, const HeadMemory<double>&,
                               std::size_t);
template class KeyValueCache<float>;
template class KeyValueCache<double>;
template arma::fcolvec scores_anew(const Transformer<float>&,
                                   std::span<const float>, std::span<const Token>);
template arma::colvec scores_anew(const Transformer<double>&,
                                  std::span<const double>, std::span<const Token>);
template class GrowingText<float>;
template class GrowingText<double>;
// [snip:cache-instances]

}  // namespace nn
