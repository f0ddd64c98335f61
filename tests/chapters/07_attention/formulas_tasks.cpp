/// Formulas of the encoder and its decoder, against 50 digits.
#include "encoder_decoder.hpp"
#include "nn/initialisation.hpp"
#include "support/oracle.hpp"

TEST_CASE("state and context mixed", "[attentional-state]") {
    nn::Rng rng(1);
    oracle::Worst worst;
    for (const std::size_t n : {1, 3, 16}) {
        const std::size_t m = 2 * n;
        arma::fmat W(n, m), seen(m, 20);  // n × m, m × 20
        nn::fill_uniform<float>({W.memptr(), W.n_elem}, 1 / std::sqrt(double(n)),
                                rng);
        nn::fill_uniform<float>({seen.memptr(), seen.n_elem}, 1.0, rng);
        const arma::fmat mixed = nn::attentional_state(W, seen);
        for (arma::uword j = 0; j < seen.n_cols; ++j)
            for (arma::uword i = 0; i < n; ++i) {
                oracle::Real sum = 0;
                for (arma::uword k = 0; k < m; ++k)
                    sum += oracle::Real(W(i, k)) * oracle::Real(seen(k, j));
                const oracle::Real off =
                    abs(oracle::Real(mixed(i, j)) - oracle::Real(tanh(sum)));
                worst.see(static_cast<double>(off / oracle::spacing<float>(1)));
            }
    }
    worst.hold("attentional-state", "ulp of 1", 4);
}
