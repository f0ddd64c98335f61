#include <algorithm>
#include <span>
#include <vector>

#include "nn/gradient_check.hpp"
#include "pair_gradient.hpp"
#include "pair_loss.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:pair-check]
/// \brief Numbers in w and in each column of C.
constexpr std::size_t check_dimension = 10;

/// \brief A centre vector, and the neighbour vectors of six words: of all there
/// are, or of the right one and five drawn ones.
struct CheckedPair {
    arma::vec w = arma::vec(check_dimension);
    arma::mat C = arma::mat(check_dimension, 6);

    explicit CheckedPair(Rng& rng) {
        for (double& x : w) x = rng.normal();
        for (double& x : C) x = rng.normal();
    }

    /// \brief The worst slope of a gradient; `price(w, C)` is what it is of.
    template <class Price>
    double worst_slope(Price price, const PairGradient& gradient) const {
        const arma::vec at = arma::join_cols(w, arma::vectorise(C));
        const arma::vec slopes =
            arma::join_cols(gradient.w, arma::vectorise(gradient.C));
        const auto loss = [&](std::span<const Real50> p) {
            return price(p.first(check_dimension), p.subspan(check_dimension));
        };
        return check_gradient(loss, {at.memptr(), at.n_elem},
                              {slopes.memptr(), slopes.n_elem})
            .worst;
    }
};
// [snip:pair-check]

}  // namespace

// [snip:show-pair-check]
void show_pair_check(const Study& study, Report& report) {
    report.section("gradient-check", "The slopes of both prices");
    Rng rng(study.options.seed);
    const CheckedPair pair(rng);
    const auto softmax = [](auto w, auto C) { return skip_gram_loss(w, C, 2); };
    const auto sampled = [](auto w, auto C) {
        return negative_sampling_loss(w, C);
    };
    const double exact =
        pair.worst_slope(softmax, skip_gram_gradient(pair.w, pair.C, 2));
    const double cheap =
        pair.worst_slope(sampled, negative_sampling_gradient(pair.w, pair.C));
    report.print("worst error of %llu slopes\n",
                 static_cast<unsigned long long>(pair.w.n_elem + pair.C.n_elem));
    report.print("softmax over six words     %.0e\n", exact);
    report.print("one yes and five times no  %.0e\n", cheap);
    const double worst = std::max(exact, cheap);
    report.value("gradient-worst", "%.0e", worst);
    report.claim({.id = "gradients-right",
                  .statement = "The slopes of both prices are those derived.",
                  .quantity = "worst relative error against 50-digit differences",
                  .low = 0.0,
                  .high = 1e-10},
                 worst);
}
// [snip:show-pair-check]

}  // namespace nn
