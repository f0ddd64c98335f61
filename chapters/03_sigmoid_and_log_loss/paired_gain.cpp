#include "paired_gain.hpp"

#include <cmath>

#include "nn/loss.hpp"
#include "nn/require.hpp"
#include "training.hpp"

namespace nn {

// [snip:paired-gain]
double paired_gain(const arma::rowvec& gains) {
    require(!gains.empty(), "paired_gain", "no gains; give at least 1");
    const double n = static_cast<double>(gains.n_elem);
    const double deviation = arma::stddev(gains, 1);  // over n, not n - 1
    return deviation > 0.0 ? arma::mean(gains) / (deviation / std::sqrt(n)) : 0.0;
}
// [snip:paired-gain]

// [snip:right-answers]
arma::rowvec right_answers(const arma::rowvec& logits, const arma::rowvec& labels) {
    require_labels("right_answers", logits, labels);
    arma::rowvec right(logits.n_elem);
    for (arma::uword i = 0; i < logits.n_elem; ++i)
        right[i] = (logits[i] >= 0.0) == (labels[i] == 1.0) ? 1.0 : 0.0;
    return right;
}

arma::rowvec log_losses(const arma::rowvec& logits, const arma::rowvec& labels) {
    require_labels("log_losses", logits, labels);
    arma::rowvec losses(logits.n_elem);
    for (arma::uword i = 0; i < logits.n_elem; ++i)
        losses[i] = log_loss_from_logit(logits[i], labels[i]);
    return losses;
}
// [snip:right-answers]

}  // namespace nn
