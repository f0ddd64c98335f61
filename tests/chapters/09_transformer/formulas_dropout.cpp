/// Dropout in 50 digits.
#include "dropout.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

TEST_CASE("what is kept is divided by the share of it", "[dropout]") {
    nn::Rng rng(91);
    Worst worst;
    for (int i = 0; i < 20'000; ++i) {
        const double x = rng.normal(), p = 0.95 * rng.uniform();
        const std::uint32_t word = rng.bits32();
        const double y = nn::dropped(x, word, p);
        if (Real(word) < Real(p) * 4294967296.0)
            CHECK(y == 0.0);
        else
            worst.see(oracle::ulp_error(y, Real(x) / (1 - Real(p))));
    }
    worst.hold("dropout", "ulp", 1.5);
}
