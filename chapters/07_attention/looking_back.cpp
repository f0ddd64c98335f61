#include "looking_back.hpp"

namespace nn {

// [snip:sequence-columns-cut]
arma::fmat sequence_columns(const arma::fmat& batch, std::size_t sequence,
                            std::size_t sequences) {
    arma::fmat columns(batch.n_rows, batch.n_cols / sequences);
    for (std::size_t t = 0; t < columns.n_cols; ++t)
        columns.col(t) = batch.col(t * sequences + sequence);
    return columns;
}

void add_sequence_columns(const arma::fmat& columns, std::size_t sequence,
                          std::size_t sequences, arma::fmat& batch) {
    for (std::size_t t = 0; t < columns.n_cols; ++t)
        batch.col(t * sequences + sequence) += columns.col(t);
}
// [snip:sequence-columns-cut]

// [snip:looking-back-begin]
LookingBack::LookingBack(ParameterLayout& layout, const std::string& name,
                         ScoreKind score, std::size_t hidden)
    : first_(layout.size()),
      score_(make_score<float>(score, hidden, hidden, hidden)) {
    for (const TensorPlace& place : score_->layout().tensors())
        layout.add(name + "." + place.name, place.rows, place.columns);
}
// [snip:looking-back-begin]

// [snip:looking-back-contexts]
arma::fmat LookingBack::contexts(std::span<const float> parameters,
                                 const arma::fmat& H, const arma::fmat& Q,
                                 std::size_t sequences,
                                 std::vector<arma::fmat>& weights) const {
    const auto of_score = parameters.subspan(first_, score_->layout().size());
    arma::fmat C(arma::size(Q), arma::fill::zeros);  // n × U B
    weights.resize(sequences);
    for (std::size_t s = 0; s < sequences; ++s) {
        const arma::fmat K = sequence_columns(H, s, sequences);  // n × T
        const arma::fmat q = sequence_columns(Q, s, sequences);  // n × U
        weights[s] = attention_weights(score_->scores(of_score, K, q), {});
        add_sequence_columns(attention_output(K, weights[s]), s, sequences, C);
    }
    return C;
}
// [snip:looking-back-contexts]

// [snip:looking-back-backward]
void LookingBack::backward(std::span<const float> parameters, const arma::fmat& H,
                           const arma::fmat& Q,
                           const std::vector<arma::fmat>& weights,
                           const arma::fmat& dC, arma::fmat& dH, arma::fmat& dQ,
                           std::span<float> gradient) const {
    const auto of_score = parameters.subspan(first_, score_->layout().size());
    const auto slopes = gradient.subspan(first_, score_->layout().size());
    const std::size_t B = weights.size();
    for (std::size_t s = 0; s < B; ++s) {
        const arma::fmat K = sequence_columns(H, s, B);  // n × T
        const arma::fmat q = sequence_columns(Q, s, B);  // n × U
        // forward: c = K softmax(score(K, q)), a column each query
        const AttentionSlopes<float> mixed =
            attention_back(K, weights[s], sequence_columns(dC, s, B));
        const ScoreSlopes<float> scored =
            score_->back(of_score, K, q, mixed.scores, slopes);
        add_sequence_columns(mixed.V + scored.K, s, B, dH);
        add_sequence_columns(scored.Q, s, B, dQ);
    }
}
// [snip:looking-back-backward]

}  // namespace nn
