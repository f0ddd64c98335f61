/// Attention of one more token, in 50 digits.
#include "support/exact_attention.hpp"

#include "key_value_cache.hpp"
#include "support/random_matrix.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

template <class T>
void see_one(Worst& worst, std::size_t d, std::size_t tokens, nn::Rng& rng) {
    const nn::HeadMemory<T> memory{random_matrix<T>(d, tokens + 3, rng),
                                   random_matrix<T>(d, tokens + 3, rng)};
    const arma::Mat<T> q = random_matrix<T>(d, 1, rng);
    const arma::Mat<T> K = memory.K.head_cols(tokens),
                       V = memory.V.head_cols(tokens);
    const ExactMatrix exact =
        exact_attention(exact_matrix(q), exact_matrix(K), exact_matrix(V), {});
    const Real largest = arma::abs(V).max();
    worst.see(ulp_of_largest(nn::attend_from(q, memory, tokens), exact, largest));
}

}  // namespace

TEST_CASE("what one more token gets from a head", "[cached-attention]") {
    nn::Rng rng(950);
    Worst worst;
    for (const std::size_t d : {1, 4, 16, 64})
        for (const std::size_t tokens : {1, 2, 7, 64, 200}) {
            see_one<float>(worst, d, tokens, rng);
            see_one<double>(worst, d, tokens, rng);
        }
    worst.hold("cached-attention", "ulp of the largest value", 16.0);
}
