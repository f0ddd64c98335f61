#include "head_looks.hpp"

namespace nn {

// [snip:is-looked-at]
bool is_looked_at(Look look, std::span<const Token> tokens, std::size_t k,
                  std::size_t t) {
    switch (look) {
        case Look::itself:
            return k == t;
        case Look::previous:
            return k + 1 == t;
        case Look::first:
            return k == 0;
        case Look::same:
            return k < t && tokens[k] == tokens[t];
        case Look::after_same:
            return k > 0 && k <= t && tokens[k - 1] == tokens[t];
    }
    // [snip:no-other-look]
    return false;  // there is no other
    // [snip:no-other-look]
}
// [snip:is-looked-at]

// [snip:head-weights]
arma::fcube head_weights(const Transformer<float>& model,
                         const TransformerPass<float>& pass, std::size_t sequence) {
    const std::size_t heads = model.shape().block.attention.heads,
                      layers = model.shape().layers,
                      steps =
                          pass.logits.n_cols / pass.blocks[0].attention.sequences;
    arma::fcube weights(steps, steps, layers * heads);
    for (std::size_t l = 0; l < layers; ++l)
        for (std::size_t h = 0; h < heads; ++h)
            weights.slice(l * heads + h) = model.blocks()[l].attention().weights(
                pass.blocks[l].attention, sequence, h);
    return weights;
}
// [snip:head-weights]

namespace {

// [snip:count-looks]
/// \brief Sums of the weights of heads on what they may look at, and how many
/// queries could.
struct LookSums {
    arma::mat weights;  // looks × heads
    arma::vec queries;  // looks

    explicit LookSums(std::size_t heads)
        : weights(all_looks.size(), heads, arma::fill::zeros),
          queries(all_looks.size(), arma::fill::zeros) {}

    /// \brief `weight_of(k, t)` is the weight of each head on token k, a row.
    template <class WeightOf>
    void add(std::span<const Token> tokens, WeightOf weight_of) {
        for (std::size_t look = 0; look < all_looks.size(); ++look)
            for (std::size_t t = 1; t < tokens.size(); ++t) {
                bool found = false;
                for (std::size_t k = 0; k <= t; ++k) {
                    if (!is_looked_at(all_looks[look], tokens, k, t)) continue;
                    weights.row(look) += weight_of(k, t);
                    found = true;
                }
                queries[look] += found;
            }
    }

    arma::mat means() const {
        const arma::vec divisors = arma::clamp(queries, 1.0, arma::datum::inf);
        return weights.each_col() / divisors;  // looks × heads
    }
};
// [snip:count-looks]

}  // namespace

// [snip:mean-looks]
arma::mat head_looks(const Transformer<float>& model,
                     std::span<const float> parameters,
                     std::span<const Token> tokens, std::size_t sequences) {
    TransformerPass<float> pass;
    model.forward(parameters, tokens, sequences, pass);
    const std::size_t steps = tokens.size() / sequences;
    LookSums sums(model.shape().layers * model.shape().block.attention.heads);
    for (std::size_t s = 0; s < sequences; ++s) {
        const arma::fcube A =
            head_weights(model, pass, s);  // keys × queries × heads
        sums.add(tokens.subspan(s * steps, steps),
                 [&](std::size_t k, std::size_t t) {
                     const arma::fvec heads = A.tube(k, t);
                     return arma::rowvec(arma::conv_to<arma::rowvec>::from(heads));
                 });
    }
    return sums.means();
}

arma::vec even_looks(std::span<const Token> tokens, std::size_t sequences) {
    const std::size_t steps = tokens.size() / sequences;
    LookSums sums(1);
    for (std::size_t s = 0; s < sequences; ++s)
        sums.add(tokens.subspan(s * steps, steps), [](std::size_t, std::size_t t) {
            return arma::rowvec{1 / double(t + 1)};
        });
    return sums.means();
}
// [snip:mean-looks]

}  // namespace nn
