/// Softmax and cross-entropy: what stays the same, the ends, and what is refused.
#include "nn/softmax.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "nn/loss.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

namespace {

template <class T>
std::vector<T> random_scores(std::size_t n, std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<T> z(n);
    for (T& value : z) value = static_cast<T>(10.0 * rng.normal());
    return z;
}

template <class T>
std::vector<T> softmax_of(const std::vector<T>& z) {
    std::vector<T> p(z.size());
    nn::softmax<T>(z, p);
    return p;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

TEMPLATE_TEST_CASE("softmax sums to one", "[softmax-rules]", float, double) {
    const TestType unit = std::numeric_limits<TestType>::epsilon();
    for (std::uint32_t n = 1; n <= 60; ++n) {
        const std::vector<TestType> p = softmax_of(random_scores<TestType>(n, n));
        const TestType sum = std::accumulate(p.begin(), p.end(), TestType(0));
        CHECK(std::abs(sum - 1) <= TestType(n) * unit);
        for (const TestType share : p) CHECK(share >= 0);
    }
    CHECK(softmax_of<TestType>({TestType(-3)}) == std::vector<TestType>{1});
}

TEST_CASE("a number added to all scores changes nothing", "[softmax-rules]") {
    std::vector<double> z{-3.0, 0.5, 2.25, 2.25}, shifted = z;  // exact in binary
    for (double& value : shifted) value += 4096.0;
    CHECK(softmax_of(shifted) == softmax_of(z));
    CHECK(near(nn::cross_entropy<double>(shifted, 1),
               nn::cross_entropy<double>(z, 1), 1e-11));
    CHECK(near(nn::log_sum_exp<double>(shifted),
               4096.0 + nn::log_sum_exp<double>(z), 1e-11));
}

TEST_CASE("equal scores share equally", "[softmax-rules]") {
    CHECK(softmax_of<double>(std::vector<double>(8, -700.0)) ==
          std::vector<double>(8, 0.125));
}

TEST_CASE("the probabilities may take the place of the scores", "[softmax-rules]") {
    std::vector<double> z = random_scores<double>(20, 3);
    const std::vector<double> p = softmax_of(z);
    nn::softmax<double>(z, z);
    CHECK(z == p);
    z = random_scores<double>(20, 4);
    std::vector<double> dz(20);
    nn::cross_entropy_grad<double>(z, 5, dz);
    nn::cross_entropy_grad<double>(z, 5, z);
    CHECK(z == dz);
}

TEST_CASE("the ends of the scores", "[softmax-rules]") {
    constexpr double largest = std::numeric_limits<double>::max();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(softmax_of<double>({largest, -largest}) == std::vector<double>{1.0, 0.0});
    CHECK(softmax_of<double>({1e4, 1e4 - 746.0}) == std::vector<double>{1.0, 0.0});
    CHECK(softmax_of<float>({200.0f, 0.0f}) == std::vector<float>{1.0f, 0.0f});
    const std::vector<double> none{-infinity, 2.0, -infinity};  // two cannot be
    CHECK(nn::log_sum_exp<double>(none) == 2.0);
    const std::vector<double> ends{largest, -largest};
    CHECK(nn::log_sum_exp<double>(ends) == largest);
    CHECK(nn::cross_entropy<double>(ends, 0) == 0.0);
}

TEST_CASE("of two classes, softmax is the sigmoid of the difference",
          "[softmax-rules]") {
    for (const double z : {-30.0, -2.0, 0.0, 0.1, 5.0}) {
        const std::vector<double> two{0.0, z};
        CHECK(near(softmax_of(two)[1], nn::sigmoid(z), 1e-15));
        CHECK(near(nn::cross_entropy<double>(two, 1),
                   nn::log_loss_from_logit(z, 1.0), 1e-14));
        std::vector<double> dz(2);
        nn::cross_entropy_grad<double>(two, 1, dz);
        CHECK(near(dz[1], nn::log_loss_grad(nn::sigmoid(z), 1.0), 1e-15));
        CHECK(std::abs(dz[0] + dz[1]) <= 1e-15);
    }
}

TEST_CASE("no scores, other lengths and missing classes are refused",
          "[softmax-rules]") {
    std::vector<double> none, two{1.0, 2.0}, three(3);
    CHECK_THROWS_WITH(nn::log_sum_exp<double>(none),
                      "log_sum_exp: no numbers; give at least 1");
    CHECK_THROWS_WITH(nn::softmax<double>(none, none),
                      "softmax: no scores; give at least 1");
    CHECK_THROWS_WITH(nn::softmax<double>(two, three),
                      "softmax: 2 scores and room for 3 probabilities; the "
                      "lengths must agree");
    CHECK_THROWS_WITH(nn::cross_entropy<double>(two, 2),
                      "cross_entropy: class 2 of 2; classes count from 0");
    CHECK_THROWS_WITH(nn::cross_entropy<double>(none, 0),
                      "cross_entropy: class 0 of 0; classes count from 0");
    CHECK_THROWS_WITH(nn::cross_entropy_grad<double>(two, 7, two),
                      "cross_entropy_grad: class 7 of 2; classes count from 0");
    CHECK_THROWS_WITH(nn::cross_entropy_grad<double>(two, 0, three),
                      oracle::mentions("2 scores and room for 3 probabilities"));
}
