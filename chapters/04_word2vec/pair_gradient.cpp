#include "pair_gradient.hpp"

#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/sigmoid.hpp"
#include "nn/softmax.hpp"

namespace nn {

namespace {

// [snip:require-pair]
void require_fit(const char* where, const arma::vec& w, const arma::mat& C,
                 arma::uword right) {
    require(w.n_elem == C.n_rows && right < C.n_cols, where,
            "w has " + std::to_string(w.n_elem) + " numbers, C is " +
                std::to_string(C.n_rows) + " × " + std::to_string(C.n_cols) +
                " and the neighbour is column " + std::to_string(right) +
                "; C needs a row for each number of w, and that column");
}

void require_noise(const char* where, const NoisyPair& pair) {
    require(pair.scores.n_elem == pair.noise.n_elem &&
                pair.right < pair.scores.n_elem && pair.noise.min() > 0.0,
            where,
            std::to_string(pair.scores.n_elem) + " scores, " +
                std::to_string(pair.noise.n_elem) + " noises and neighbour " +
                std::to_string(pair.right) +
                "; give each score a noise above 0, and one of them as neighbour");
}
// [snip:require-pair]

}  // namespace

// [snip:skip-gram-gradient]
PairGradient skip_gram_gradient(const arma::vec& w, const arma::mat& C,
                                arma::uword right) {
    require_fit("skip_gram_gradient", w, C, right);
    const arma::vec z = C.t() * w;  // V
    arma::vec dz(z.n_elem);
    cross_entropy_grad<double>({z.memptr(), z.n_elem}, right,
                               {dz.memptr(), dz.n_elem});
    // forward: z = Cᵀ w
    return {C * dz, w * dz.t()};  // d, d × V
}
// [snip:skip-gram-gradient]

// [snip:negative-sampling-gradient]
PairGradient negative_sampling_gradient(const arma::vec& w, const arma::mat& C) {
    require_fit("negative_sampling_gradient", w, C, 0);
    arma::vec dz = C.t() * w;  // 1 + k
    for (double& z : dz) z = sigmoid(z);
    dz[0] -= 1.0;  // what was said less what was so: yes, no, no, …
    // forward: z = Cᵀ w
    return {C * dz, w * dz.t()};  // d, d × (1 + k)
}
// [snip:negative-sampling-gradient]

// [snip:softmax-slopes]
arma::vec softmax_slopes(const NoisyPair& pair) {
    require_noise("softmax_slopes", pair);
    arma::vec slopes = pair.scores + arma::log(pair.noise);  // V
    softmax<double>({slopes.memptr(), slopes.n_elem},
                    {slopes.memptr(), slopes.n_elem});
    slopes[pair.right] -= 1.0;
    return slopes;
}
// [snip:softmax-slopes]

// [snip:expected-slopes]
arma::vec expected_slopes(const NoisyPair& pair, arma::uword k) {
    require_noise("expected_slopes", pair);
    require(k > 0, "expected_slopes", "0 draws; give at least 1");
    arma::vec slopes(pair.scores.n_elem);  // V
    for (arma::uword c = 0; c < slopes.n_elem; ++c)
        slopes[c] =
            static_cast<double>(k) * pair.noise[c] * sigmoid(pair.scores[c]);
    slopes[pair.right] -= sigmoid(-pair.scores[pair.right]);
    return slopes;
}
// [snip:expected-slopes]

}  // namespace nn
