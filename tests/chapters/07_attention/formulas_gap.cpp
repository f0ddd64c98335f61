/// The vector of a gap in 50 digits.
#include "small_gaps.hpp"
#include "support/oracle.hpp"

using oracle::Real;

TEST_CASE("the vector of a line with a gap", "[gap-context]") {
    oracle::Worst worst;
    for (const nn::ContextKind kind : small_gaps::all_kinds)
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const small_gaps::Case c(kind, seed);
            const std::vector<Real> parameters(c.parameters.begin(),
                                               c.parameters.end());
            nn::GapContextPass<double> pass;
            const arma::mat H = c.context.forward(
                c.layout, std::span<const double>(c.parameters), c.E, c.gaps, pass);
            const double largest = arma::abs(H).max();
            for (std::size_t i = 0; i < c.gaps.size(); ++i) {
                const std::vector<Real> exact = small_gaps::vector_of<Real>(
                    c, std::span<const Real>(parameters), c.gaps[i]);
                for (std::size_t r = 0; r < exact.size(); ++r)
                    worst.see(static_cast<double>(abs(Real(H(r, i)) - exact[r])) /
                              largest);
            }
        }
    worst.hold("gap-context", "of the largest number", 1e-13);
}
