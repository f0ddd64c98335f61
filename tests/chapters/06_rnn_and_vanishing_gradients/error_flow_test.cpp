/// Networks without words: what they compute and what they refuse.
#include "error_flow.hpp"

#include "forgetting.hpp"
#include "support/oracle.hpp"
#include "symbol_sequence.hpp"
#include "weights.hpp"

using nn::Squashing;
using oracle::Real;

TEST_CASE("the slope of each squashing function, from its output", "[squashing]") {
    for (const Squashing squashing :
         {Squashing::none, Squashing::tanh, Squashing::sigmoid, Squashing::relu})
        for (const double z : {-3.0, -0.5, 0.25, 2.0}) {
            const Real exact = oracle::derivative(
                [&](const Real& x) { return nn::squashed(squashing, x); }, Real(z));
            const double slope =
                nn::slope_from_output(squashing, nn::squashed(squashing, z));
            CHECK(std::abs(slope - static_cast<double>(exact)) <= 1e-15);
            CHECK(std::abs(slope) <= nn::steepest_slope(squashing));
        }
    CHECK(nn::slope_from_output(Squashing::sigmoid, 0.5) ==
          nn::steepest_slope(Squashing::sigmoid));
    CHECK(nn::slope_from_output(Squashing::tanh, 0.0) ==
          nn::steepest_slope(Squashing::tanh));
}

TEST_CASE("lengths of an error are those of the matrix that it goes through",
          "[error-flow]") {
    nn::Rng rng(9);
    const nn::Recurrence<double> recurrence{
        Squashing::tanh, nn::numbers_of(nn::matrix_of_radius(5, 1.2, rng))};
    const auto states = nn::states_of<double>(recurrence, std::vector<double>(5),
                                              nn::normal_steps(6, 5, 0.5, rng));
    const std::vector<double> last = nn::normal_steps(1, 5, 1.0, rng)[0];
    const std::vector<double> lengths = nn::error_lengths(recurrence, states, last);
    CHECK(lengths.size() == 7);
    CHECK(lengths[0] == Approx(arma::norm(arma::vec(last))));
    const arma::mat product = nn::jacobian_product(recurrence, states);
    CHECK(lengths[6] == Approx(arma::norm(product.t() * arma::vec(last))));
}

TEST_CASE("states of a network are computed step by step", "[error-flow]") {
    const nn::Recurrence<double> recurrence{Squashing::relu,
                                            {0.5, 0.0, 1.0, -1.0}};  // (½ 1; 0 −1)
    const std::vector<std::vector<double>> inputs{{1.0, 1.0}, {0.0, 0.0}};
    const auto states = nn::states_of<double>(recurrence, {2.0, 3.0}, inputs);
    CHECK(states == std::vector<std::vector<double>>{{5.0, 0.0}, {2.5, 0.0}});
}

TEST_CASE("matrices that errors flow through", "[weights]") {
    nn::Rng rng(10);
    CHECK(nn::spectral_radius(nn::matrix_of_radius(20, 0.7, rng)) == Approx(0.7));
    const arma::mat P = nn::scaled_permutation(6, 0.5, rng);
    CHECK(arma::abs(P * P.t() - 0.25 * arma::mat(6, 6, arma::fill::eye)).max() ==
          0.0);
    CHECK(arma::accu(P != 0.0) == 6);
    CHECK(nn::numbers_of(arma::mat(2, 3, arma::fill::ones)) ==
          std::vector<double>(6, 1.0));
}

TEST_CASE("a network refuses what does not fit", "[error-flow]") {
    const nn::Recurrence<double> recurrence{Squashing::tanh,
                                            std::vector<double>(4)};
    const std::vector<std::vector<double>> two(1, std::vector<double>(2)),
        three(1, std::vector<double>(3));
    CHECK_THROWS_WITH(
        nn::states_of<double>(recurrence, std::vector<double>(2), three),
        "states_of: 3 inputs and 4 weights for 2 units; n units need n and n²");
    CHECK_THROWS_AS(
        nn::states_of<double>(recurrence, std::vector<double>(3), three),
        std::invalid_argument);
    CHECK_THROWS_WITH(nn::error_back<double>(recurrence, three[0], two[0]),
                      "error_back: 2 slopes, a state of 3 numbers and 4 weights; n "
                      "units need n, n and n²");
    CHECK_THROWS_WITH(
        nn::jacobian_product(recurrence, three),
        "jacobian_product: 4 weights for 3 units; n units need n², and a state");
    CHECK_THROWS_AS(nn::jacobian_product(recurrence, {}), std::invalid_argument);
    CHECK_THROWS_AS(nn::vanishing_bound(-1.0, 1.0, 2), std::invalid_argument);
    CHECK_THROWS_WITH(nn::vanishing_bound(1.0, INFINITY, 2),
                      "vanishing_bound: a slope of 1.000000 and a singular value "
                      "of inf; both must be at least 0 and finite");
    CHECK_THROWS_WITH(nn::forget_bias(0), "forget_bias: 0 steps; give at least 1");
}

TEST_CASE("sequences that cannot be read are refused", "[symbols]") {
    const nn::SymbolShape shape{nn::CellKind::elman, 3, 2};
    const std::vector<double> parameters(shape.parameters()), short_one(3);
    const std::vector<nn::Token> text{0, 1, 2}, one{0}, unknown{3, 0};
    CHECK(nn::sequence_loss<double>(shape, parameters, text) ==
          Approx(std::log(3.0)));
    CHECK_THROWS_WITH(nn::sequence_loss<double>(shape, parameters, one),
                      "sequence_loss: no next symbol; give at least 2 symbols");
    CHECK_THROWS_WITH(nn::sequence_loss<double>(shape, parameters, unknown),
                      "one_hot: symbol 3 of 3; symbols count from 0");
    CHECK_THROWS_WITH(
        nn::sequence_loss<double>(shape, short_one, text),
        "symbol_weights: 3 numbers for 21 parameters; the lengths must agree");
    CHECK_THROWS_WITH(
        nn::sequence_gradient<double>(shape, parameters, text, 0),
        "sequence_gradient: 3 symbols in chunks of 0 steps; give at least 2 and 1");
    CHECK_THROWS_AS(nn::sequence_gradient<double>(shape, parameters, one, 1),
                    std::invalid_argument);
}
