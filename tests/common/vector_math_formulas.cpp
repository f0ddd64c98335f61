/// What the fast sigmoid and log loss are made of, in 50 digits.
#include <limits>

#include "nn/vector_math.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// Every 4099th float from 0 up to `last`: some hundred in each binade.
template <class Visit>
void sweep(float last, Visit visit) {
    for (std::uint32_t bits = 0; bits < nn::bits_of_float(last); bits += 4099)
        visit(nn::float_of_bits(bits));
    visit(last);
}

}  // namespace

TEST_CASE("e to a float, by powers of two and a short series", "[exp-reduction]") {
    Worst worst;
    const auto see = [&](float size) {
        worst.see(oracle::ulp_error(nn::exp_nonpositive(-size), exp(-Real(size))));
    };
    sweep(105.0F, [&](float size) {
        if (size > 1e-8F) see(size);  // below, e^z rounds to 1
    });
    for (const float size : {0.0F, 1e-45F, 1e-30F, 87.33F, 87.34F, 103.27F, 103.28F,
                             103.97F, 103.98F, 104.0F, 1e30F})
        see(size);
    worst.hold("exp-reduction", "ulp", 1.25);
}

TEST_CASE("the logarithm of 1 + u, by the series of odd powers", "[log1p-series]") {
    Worst worst;
    sweep(1.0F, [&](float u) {
        worst.see(oracle::ulp_error(nn::log1p_series(u), log1p(Real(u))));
    });
    worst.hold("log1p-series", "ulp", 2.0);
}
