/// The soft dictionary, loops with sums in an order, and what a score's shape says.
#include "soft_look_up.hpp"

#include "nn/gradient_check.hpp"
#include "random_matrix.hpp"
#include "self_attention.hpp"
#include "softmax_shape.hpp"
#include "support/oracle.hpp"

using nn::SumOrder;
using Vectors = std::vector<std::vector<double>>;

namespace {

nn::LookUpAnswer<double> look_up(const std::vector<double>& query,
                                 const Vectors& keys, const Vectors& values) {
    return nn::soft_look_up<double>(query, keys, values);
}

}  // namespace

TEST_CASE("the look-up of the page, by hand", "[look-up]") {
    const auto answer =
        look_up({2, 1}, {{1, 0}, {0, 1}, {-1, 2}}, {{10, 0}, {0, 10}, {10, 10}});
    CHECK(answer.scores == std::vector<double>{2, 1, 0});
    const double e = std::exp(1.0), sum = e * e + e + 1;
    CHECK(answer.weights[0] == Approx(e * e / sum));
    CHECK(answer.weights[2] == Approx(1 / sum));
    CHECK(answer.result[0] == Approx(10 * (e * e + 1) / sum));
    CHECK(answer.result[1] == Approx(10 * (e + 1) / sum));
}

TEST_CASE("a query of zeros gets the average, a long one a single value",
          "[look-up]") {
    const Vectors keys{{1, 0}, {0, 1}}, values{{4}, {8}};
    CHECK(look_up({0, 0}, keys, values).result == std::vector<double>{6});
    CHECK(look_up({0, 800}, keys, values).result == std::vector<double>{8});
    CHECK(look_up({}, {{}}, {{3}}).result == std::vector<double>{3});
}

TEST_CASE("the same look-up in 50 digits and in float", "[look-up]") {
    using nn::Real50;
    const std::vector<Real50> query{2, 1};
    const std::vector<std::vector<Real50>> keys{{1, 0}, {0, 1}}, values{{1}, {0}};
    const auto exact = nn::soft_look_up<Real50>(query, keys, values);
    const std::vector<float> query_f{2, 1};
    const std::vector<std::vector<float>> keys_f{{1, 0}, {0, 1}},
        values_f{{1}, {0}};
    const float got = nn::soft_look_up<float>(query_f, keys_f, values_f).result[0];
    CHECK_THAT(got, oracle::within_float_ulp(exact.result[0], 4));
}

TEST_CASE("a dictionary that cannot be asked is refused", "[look-up]") {
    CHECK_THROWS_WITH(
        look_up({1}, {{1}, {2}}, {{1}}),
        "soft_look_up: 2 keys and 1 values; give a value for each key, "
        "and at least 1");
    CHECK_THROWS_WITH(
        look_up({1}, {}, {}),
        "soft_look_up: 0 keys and 0 values; give a value for each key, and at "
        "least 1");
    CHECK_THROWS_WITH(look_up({1}, {{1}, {2}}, {{1}, {2, 3}}),
                      "soft_look_up: values of 1 and of 2 numbers; they must be of "
                      "the same length");
    CHECK_THROWS_WITH(look_up({1, 2}, {{1}}, {{1}}),
                      "dot_score: a key of 1 numbers and a query of 2; the lengths "
                      "must agree");
}

TEST_CASE("entropy and slopes at the ends", "[softmax-shape]") {
    using Weights = std::vector<double>;
    CHECK(nn::weights_entropy<double>(Weights{0, 1, 0}) == 0.0);
    CHECK(nn::weights_entropy<double>(Weights(8, 0.125)) == Approx(std::log(8.0)));
    CHECK(nn::softmax_jacobian_size<double>(Weights{0, 1, 0}) == 0.0);
    CHECK(nn::softmax_jacobian_size<double>(Weights{0.5, 0.5}) == Approx(0.5));
    CHECK(nn::softmax_jacobian_size<double>(Weights{1.0, 1e-20}) ==
          Approx(2e-20).epsilon(1e-12));
}

TEST_CASE("attention by loops is attention by tables", "[self-attention]") {
    nn::Rng rng(77);
    for (const arma::uword tokens : {1, 2, 7, 30}) {
        const arma::mat X = nn::random_matrix(5, tokens, rng);
        const arma::mat O = nn::attention_by_tables<double>(X, {});
        for (const SumOrder order : {SumOrder::of_places, SumOrder::of_values})
            CHECK(arma::abs(nn::attention_by_loops(X, X, order) - O).max() < 1e-14);
    }
}

TEST_CASE("a sum in the order of its values forgets the places",
          "[self-attention]") {
    const std::vector<double> one{1e16, 1.0, -1e16}, other{1e16, -1e16, 1.0};
    CHECK(nn::sum_in_order(one, SumOrder::of_values) ==
          nn::sum_in_order(other, SumOrder::of_values));
    CHECK(nn::sum_in_order(one, SumOrder::of_places) !=
          nn::sum_in_order(other, SumOrder::of_places));
}
