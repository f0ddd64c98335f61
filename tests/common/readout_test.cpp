#include "nn/readout.hpp"

#include "nn/initialisation.hpp"
#include "nn/rng.hpp"
#include "nn/softmax.hpp"
#include "recurrent_models.hpp"
#include "support/catch.hpp"

namespace {

constexpr std::size_t units = 4, classes = 6, columns = 5;

struct Readout {
    Readout() {
        nn::fill_uniform<float>(parameters, 1.0, rng);
        nn::fill_uniform<float>({H.memptr(), H.n_elem}, 2.0, rng);
        for (nn::Token& token : right)
            token = static_cast<nn::Token>(rng.interval(classes - 1));
    }
    double loss(float weight) {
        return readout.loss(layout, parameters, H, right, weight, dH, gradient);
    }

    nn::Rng rng{3};
    nn::ParameterLayout layout;
    nn::SoftmaxReadout readout{layout, "out", units, classes};
    std::vector<float> parameters = std::vector<float>(layout.size()),
                       gradient = parameters;
    arma::fmat H = arma::fmat(units, columns), dH;
    std::vector<nn::Token> right = std::vector<nn::Token>(columns);
};

}  // namespace

TEST_CASE("a readout's loss and slopes are those of the cross-entropy",
          "[readout]") {
    Readout r;
    std::fill(r.gradient.begin(), r.gradient.end(), 1.0F);  // slopes are added
    const double got = r.loss(0.25F);
    const arma::mat W = arma::conv_to<arma::mat>::from(
        r.layout.matrix(std::span<const float>(r.parameters), 0));
    const arma::vec b =
        arma::conv_to<arma::mat>::from(
            r.layout.matrix(std::span<const float>(r.parameters), 1))
            .col(0);
    double sum = 0.0;
    arma::mat dW(classes, units, arma::fill::ones),
        db(classes, 1, arma::fill::ones), dH(units, columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const arma::vec h = arma::conv_to<arma::vec>::from(r.H.col(i)),
                        z = W * h + b;
        arma::vec dz(classes);
        sum += nn::cross_entropy<double>({z.memptr(), classes}, r.right[i]);
        nn::cross_entropy_grad<double>({z.memptr(), classes}, r.right[i],
                                       {dz.memptr(), classes});
        dz *= 0.25;
        dW += dz * h.t(), db += dz, dH.col(i) = W.t() * dz;
    }
    CHECK(got == Approx(sum).epsilon(1e-6));
    const arma::fmat gW = r.layout.matrix(std::span<const float>(r.gradient), 0),
                     gb = r.layout.matrix(std::span<const float>(r.gradient), 1);
    CHECK(arma::approx_equal(arma::conv_to<arma::mat>::from(gW), dW, "absdiff",
                             1e-5));
    CHECK(arma::approx_equal(arma::conv_to<arma::mat>::from(gb), db, "absdiff",
                             1e-5));
    CHECK(arma::approx_equal(arma::conv_to<arma::mat>::from(r.dH), dH, "absdiff",
                             1e-5));
}

TEST_CASE("a readout of large scores stays finite", "[readout]") {
    Readout r;
    r.H *= 1e4F;
    CHECK(std::isfinite(r.loss(1.0F)));
    CHECK(arma::fmat(r.dH).is_finite());
}

TEST_CASE("a readout refuses answers that do not fit", "[readout]") {
    Readout r;
    r.right.back() = classes;
    CHECK_THROWS_WITH(r.loss(1.0F),
                      "SoftmaxReadout: class 6 of 6; classes count from 0");
    r.right.pop_back();
    CHECK_THROWS_WITH(r.loss(1.0F),
                      "SoftmaxReadout: 4 answers for 5 columns; give one a column");
}
