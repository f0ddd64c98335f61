#include "nn/vector_math.hpp"

#include <limits>
#include <string>
#include <vector>

#include "nn/loss.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();

/// Floats of every exponent and both signs, `step` apart in their bits.
std::vector<float> of_all_sizes(std::uint32_t step) {
    std::vector<float> all;
    for (std::uint32_t bits = 0; bits < nn::bits_of_float(infinite); bits += step) {
        all.push_back(nn::float_of_bits(bits));
        all.push_back(-all.back());
    }
    return all;
}

/// Where something changes: signs, the first subnormals, the last ones, zero.
std::vector<float> edges() {
    std::vector<float> all;
    for (const float size : {0.0F, 1e-45F, 1e-8F, 0.3465F, 0.3466F, 16.6F, 17.4F,
                             87.33F, 87.34F, 88.72F, 88.73F, 103.27F, 103.28F,
                             103.97F, 103.98F, 104.0F, 150.0F, largest}) {
        all.push_back(size);
        all.push_back(-size);
    }
    return all;
}

std::vector<float> fast_sigmoids(const std::vector<float>& z,
                                 unsigned threads = 2) {
    std::vector<float> p(z.size(), -1.0F);
    nn::sigmoid(z, p, threads);
    return p;
}

struct Logits {
    std::vector<float> z, y;
};

Logits normal_logits(std::size_t n) {
    nn::Rng rng(3);
    Logits data{std::vector<float>(n), std::vector<float>(n)};
    for (std::size_t i = 0; i < n; ++i) {
        data.z[i] = static_cast<float>(4 * rng.normal());
        data.y[i] = static_cast<float>(rng.interval(1));
    }
    return data;
}

}  // namespace

TEST_CASE("the fast sigmoid in 50 digits", "[vector_math]") {
    std::vector<float> z = of_all_sizes(1u << 19);
    for (const float edge : edges()) z.push_back(edge);
    const std::vector<float> p = fast_sigmoids(z);
    Worst worst;
    for (std::size_t i = 0; i < z.size(); ++i)
        worst.see(oracle::ulp_error(p[i], nn::sigmoid(Real(z[i]))));
    CHECK(worst.worst() <= 2.0);
}

TEST_CASE("the fast log loss in 50 digits", "[vector_math]") {
    std::vector<float> all = of_all_sizes(1u << 19);
    for (const float edge : edges()) all.push_back(edge);
    Worst worst;
    for (const float z : all)
        for (const float y : {0.0F, 1.0F})
            worst.see(oracle::ulp_error(nn::fast_log_loss_from_logit(z, y),
                                        nn::log_loss_from_logit(Real(z), Real(y))));
    CHECK(worst.worst() <= 3.0);
}

TEST_CASE("over floats of all sizes both are close to the double functions",
          "[vector_math]") {
    const std::vector<float> z = of_all_sizes(1009);
    const std::vector<float> p = fast_sigmoids(z);
    const auto error = [](float got, double exact) {
        int exponent;
        std::frexp(exact, &exponent);
        return std::abs(static_cast<double>(got) - exact) /
               std::ldexp(1.0, std::max(exponent, -125) - 24);
    };
    Worst sigmoid, loss;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double wide = z[i];
        sigmoid.see(error(p[i], nn::sigmoid(wide)));
        loss.see(error(nn::fast_log_loss_from_logit(z[i], 0), nn::softplus(wide)));
    }
    CHECK(sigmoid.worst() <= 2.0);
    CHECK(loss.worst() <= 3.0);
}

TEST_CASE("the fast versions agree with the simple loops", "[vector_math]") {
    const auto [z, y] = normal_logits(600'001);  // not a multiple of anything
    const std::vector<float> p = fast_sigmoids(z);
    Worst worst;
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        worst.see(oracle::ulp_error(p[i], Real(nn::sigmoid(z[i]))));
        sum += static_cast<double>(nn::log_loss_from_logit(z[i], y[i]));
    }
    CHECK(worst.worst() <= 4.0);  // 2 ulp each
    const double mean = sum / static_cast<double>(z.size());
    CHECK(std::abs(nn::mean_log_loss_from_logits(z, y, 2) - mean) <= 6e-7 * mean);
}

TEST_CASE("the mean log loss keeps its relative error", "[vector_math]") {
    for (const std::size_t n : {1u, 15u, 16u, 255u, 256u, 257u, 20'000u}) {
        const auto [z, y] = normal_logits(n);
        Real sum = 0;
        for (std::size_t i = 0; i < n; ++i)
            sum += nn::log_loss_from_logit(Real(z[i]), Real(y[i]));
        CAPTURE(n);
        CHECK(oracle::relative_error(nn::mean_log_loss_from_logits(z, y, 2),
                                     sum / n) <= 4e-7);
    }
}

TEST_CASE("the bytes do not depend on the number of threads", "[vector_math]") {
    const auto [z, y] = normal_logits(600'001);
    const std::vector<float> p = fast_sigmoids(z, 1);
    const double mean = nn::mean_log_loss_from_logits(z, y, 1);
    for (const unsigned threads : {2u, 3u, 8u}) {
        CHECK(fast_sigmoids(z, threads) == p);
        CHECK(nn::mean_log_loss_from_logits(z, y, threads) == mean);
    }
    std::vector<float> in_place = z;
    nn::sigmoid(in_place, in_place, 2);
    CHECK(in_place == p);
}

TEST_CASE("infinities have limits and NaN stays NaN", "[vector_math]") {
    const std::vector<float> p =
        fast_sigmoids({-infinite, infinite, not_a_number, -not_a_number});
    CHECK(p[0] == 0.0F);
    CHECK(p[1] == 1.0F);
    CHECK(std::isnan(p[2]));
    CHECK(std::isnan(p[3]));
    CHECK(nn::fast_log_loss_from_logit(infinite, 1) == 0.0F);
    CHECK(nn::fast_log_loss_from_logit(infinite, 0) == infinite);
    CHECK(std::isnan(nn::fast_log_loss_from_logit(not_a_number, 0)));
    const std::vector<float> z = {1.0F, not_a_number}, y = {0.0F, 1.0F};
    CHECK(std::isnan(nn::mean_log_loss_from_logits(z, y, 1)));
    CHECK(fast_sigmoids({}).empty());
}

TEST_CASE("bad arrays are refused", "[vector_math]") {
    std::vector<float> z(300'000), y(300'000), few(3);
    CHECK_THROWS_WITH(
        nn::sigmoid(z, few, 1),
        "sigmoid: 300000 logits and room for 3 probabilities; the numbers "
        "must be equal");
    CHECK_THROWS_WITH(nn::sigmoid(z, y, 0),
                      "for_each_shard: 0 threads; give at least 1");
    const auto loss = [](std::span<const float> logits,
                         std::span<const float> labels) {
        return nn::mean_log_loss_from_logits(logits, labels, 2);
    };
    CHECK_THROWS_WITH(
        loss({}, {}),
        "mean_log_loss_from_logits: no logits; a mean needs at least 1");
    CHECK_THROWS_WITH(
        loss(z, few),
        "mean_log_loss_from_logits: 300000 logits and 3 labels; give one "
        "label a logit");
    for (const float other : {0.5F, -1.0F, 2.0F, not_a_number}) {
        y[270'000] = other;
        CHECK_THROWS_WITH(loss(z, y),
                          "mean_log_loss_from_logits: label 270000 is " +
                              std::to_string(other) + "; a label must be 0 or 1");
    }
}
