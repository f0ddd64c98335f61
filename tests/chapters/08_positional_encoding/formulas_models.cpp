/// The formulas of the causal model and of its places in 50 digits.
#include "place_cosines.hpp"
#include "small_causal.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

TEST_CASE("a causal model of attention alone", "[causal-model]") {
    const nn::CausalBatch batch = small_causal::batch(1);
    Worst worst;
    for (const nn::PositionKind kind : nn::position_kinds)
        for (const std::uint32_t seed : {3, 4}) {
            const nn::CausalModel model = small_causal::model(kind, seed);
            nn::CausalPass pass;
            const arma::fmat Z = model.read(batch.symbols, 1, pass);
            const auto exact =
                small_causal::Reader<Real>(model).scores(batch.symbols);
            for (std::size_t t = 0; t < Z.n_cols; ++t) {
                Real largest = 0;
                for (const Real& z : exact[t])
                    largest = std::max(largest, Real(abs(z)));
                for (std::size_t i = 0; i < Z.n_rows; ++i)
                    worst.see(double(abs(Real(Z(i, t)) - exact[t][i]) / largest));
            }
        }
    worst.hold("causal-model", "of the largest score", 1e-5);
}

TEST_CASE("the mean cosine of places by their distance", "[place-cosine]") {
    nn::Rng rng(81);
    Worst worst;
    for (const arma::uword T : {1, 2, 9, 64}) {
        arma::mat P(5, T);
        rng.fill_normal({P.memptr(), P.n_elem});
        const arma::vec got = nn::cosines_by_distance(P);
        REQUIRE(got.n_elem == T);
        for (arma::uword k = 0; k < T; ++k) {
            Real sum = 0;
            for (arma::uword t = 0; t + k < T; ++t) {
                Real product = 0, one = 0, other = 0;
                for (arma::uword i = 0; i < 5; ++i) {
                    product += Real(P(i, t)) * Real(P(i, t + k));
                    one += Real(P(i, t)) * Real(P(i, t));
                    other += Real(P(i, t + k)) * Real(P(i, t + k));
                }
                sum += product / sqrt(Real(one * other));
            }
            worst.see(double(abs(Real(got[k]) - sum / (T - k))));
        }
    }
    worst.hold("place-cosine", "absolute", 1e-13);
}

TEST_CASE("places without a vector are refused", "[place-cosine]") {
    CHECK_THROWS_AS(nn::cosines_by_distance(arma::mat()), std::invalid_argument);
    arma::mat P(3, 4, arma::fill::ones);
    P.col(2).zeros();
    CHECK_THROWS_WITH(nn::cosines_by_distance(P),
                      "cosines_by_distance: a place without a vector, or no place; "
                      "give places whose vectors are not all 0");
}
