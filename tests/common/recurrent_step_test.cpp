/// The simple way: what it refuses, and where it begins.
#include "nn/recurrent_step.hpp"

#include "nn/cell_kind.hpp"
#include "support/catch.hpp"

namespace {

const nn::ElmanCell<double> elman;
const nn::LstmCell<double> lstm;

nn::Unrolled<double> two_units(std::vector<double>& numbers,
                               const nn::RecurrentCell<double>& cell) {
    const std::size_t sums = 2 * cell.gates();
    numbers.assign(sums * (3 + 2 + 1), 0.25);
    return {cell, nn::recurrent_weights<const double>(numbers, sums, 3, 2)};
}

}  // namespace

TEST_CASE("a layer begins with zeros, or where it is told", "[recurrent]") {
    std::vector<double> numbers;
    nn::Unrolled<double> layer = two_units(numbers, lstm);
    CHECK(layer.length() == 0);
    CHECK(layer.hidden(0)[1] == 0.0);
    CHECK(layer.cell_state(0).size() == 2);
    const std::vector<double> h{1.0, 2.0}, c{3.0, 4.0};
    layer.start(h, c);
    CHECK(layer.cell_state(0)[1] == 4.0);
    layer.read(std::vector<double>{1.0, 0.0, 0.0});
    CHECK(layer.length() == 1);
    CHECK(two_units(numbers, elman).cell_state(0).empty());
}

TEST_CASE("a layer refuses what does not fit", "[recurrent]") {
    std::vector<double> numbers(100);
    const std::span<const double> all = numbers;
    CHECK_THROWS_WITH(
        nn::Unrolled<double>(lstm, {all.first(18), all.first(12), all.first(6)}),
        "Unrolled: 6 biases and 12 recurrent weights; a cell of n units with g "
        "gates has g n and g n²");
    CHECK_THROWS_AS(
        nn::Unrolled<double>(elman, {all.first(5), all.first(4), all.first(2)}),
        std::invalid_argument);
    CHECK_THROWS_AS(
        nn::Unrolled<double>(elman, {all.first(0), all.first(0), all.first(0)}),
        std::invalid_argument);
    std::vector<double> weights;
    nn::Unrolled<double> layer = two_units(weights, elman);
    CHECK_THROWS_WITH(layer.read(std::vector<double>(2)),
                      "Unrolled::read: 2 inputs and input weights for 3");
    const std::string refusal =
        "Unrolled::start: a state of 3 and 0 numbers; the layer begins with 2 and "
        "0, before its first step";
    CHECK_THROWS_WITH(layer.start(std::vector<double>(3), {}), refusal);
    layer.read(std::vector<double>(3));
    CHECK_THROWS_AS(layer.start(std::vector<double>(2), {}), std::invalid_argument);
    const std::vector<std::vector<double>> outside(2);
    std::vector<double> slopes(weights.size());
    CHECK_THROWS_WITH(
        layer.back(outside, nn::recurrent_weights<double>(slopes, 2, 3, 2)),
        "Unrolled::back: 2 slopes for 1 steps; give one a step, empty where there "
        "is none");
}
