/// The perceptron: what it learns, what it cannot, and what it refuses.
#include <limits>
#include <vector>

#include "gates.hpp"
#include "nn/perceptron.hpp"
#include "nn/rng.hpp"
#include "separation.hpp"
#include "support/catch.hpp"

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

nn::Dataset noisy_examples(arma::uword inputs, arma::uword examples) {
    nn::Rng rng(5);
    nn::Dataset data = nn::separable_examples(inputs, examples, 0.0, rng).data;
    for (arma::uword j = 0; j < examples; j += 7) data.y(j) = 1.0 - data.y(j);
    return data;
}

}  // namespace

TEST_CASE("one mistake moves the weights by the input", "[perceptron]") {
    nn::Perceptron neuron{{0.5, 0.5}, -1.0};
    const std::vector<double> x{2.0, -1.0};
    CHECK(nn::perceptron_update(neuron, x, 1.0));  // its sum was -0.5
    CHECK(neuron.w == std::vector<double>{2.5, -0.5});
    CHECK(neuron.b == 0.0);
    CHECK(!nn::perceptron_update(neuron, x, 1.0));
    CHECK(neuron.w == std::vector<double>{2.5, -0.5});
    neuron.with_bias = false;
    CHECK(nn::perceptron_update(neuron, x, 0.0));
    CHECK(neuron.w == std::vector<double>{0.5, 0.5});
    CHECK(neuron.b == 0.0);
}

TEST_CASE("the perceptron learns what a neuron can be, and nothing else",
          "[perceptron]") {
    for (const bool with_bias : {true, false}) {
        const std::set<std::uint32_t> possible =
            nn::functions_of_a_neuron(2, 1, with_bias);
        for (std::uint32_t table = 0; table < 16; ++table) {
            INFO(table << (with_bias ? " with" : " without") << " a bias");
            const nn::Separation result =
                nn::separate(nn::examples_of_table(table, 2), with_bias, 1000);
            CHECK(result.found == possible.contains(table));
            if (!result.found) continue;
            CHECK(nn::truth_table(result.neuron.w, result.neuron.b) == table);
        }
    }
}

TEST_CASE("XOR leads the perceptron in a circle", "[perceptron]") {
    const nn::Dataset data = nn::examples_of_table(0b0110, 2);
    nn::PerceptronTrainer trainer(2, true);
    trainer.pass(data);
    trainer.pass(data);
    const nn::Perceptron before = trainer.last();
    CHECK(trainer.pass(data) == 4);
    CHECK(trainer.last().w == before.w);
    CHECK(trainer.last().b == before.b);
}

TEST_CASE("patience ends", "[perceptron]") {
    const nn::Separation result =
        nn::separate(nn::examples_of_table(0b0110, 2), true, 10);
    CHECK(!result.found);
    CHECK(result.passes == 10);
    CHECK(nn::separate(nn::examples_of_table(0b1110, 2), true, 0).passes == 0);
}

TEST_CASE("mistakes stay below their bound, with a bias and without",
          "[perceptron]") {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        nn::Rng rng(seed);
        nn::Separable made = nn::separable_examples(1 + seed % 5, 40, 0.05, rng);
        if (seed % 2 == 1) {
            made.neuron.b = 0.0;
            made.neuron.with_bias = false;
            made.data.y = nn::answers_of(made.neuron, made.data.X);
        }
        const nn::Separation result =
            nn::separate(made.data, made.neuron.with_bias, 1'000'000);
        CHECK(result.found);
        CHECK(static_cast<double>(result.mistakes) <=
              nn::mistake_bound(made.data, made.neuron));
    }
}

TEST_CASE("the bound by hand: one input, one example a side", "[perceptron]") {
    const nn::Dataset data{{{3.0, -1.0}}, {1.0, 0.0}};
    CHECK(nn::mistake_bound(data, {{1.0}, 0.0, false}) == 9.0);  // R = 3, γ = 1
    CHECK(nn::mistake_bound(data, {{2.0}, 0.0, true}) == 10.0);  // R² = 10, γ = 1
}

TEST_CASE("a constant input that comes last is a bias, to the last bit",
          "[perceptron]") {
    const nn::Dataset data = noisy_examples(9, 700);
    nn::Dataset extended = data;
    extended.X.insert_rows(9, arma::mat(1, 700, arma::fill::ones));
    nn::PerceptronTrainer with(9, true), trick(10, false);
    for (int pass = 0; pass < 20; ++pass)
        CHECK(with.pass(data) == trick.pass(extended));
    std::vector<double> last = with.last().w, average = with.average().w;
    last.push_back(with.last().b);
    average.push_back(with.average().b);
    CHECK(trick.last().w == last);
    CHECK(trick.average().w == average);
}

TEST_CASE("before the first example the average is the neuron", "[perceptron]") {
    const nn::PerceptronTrainer trainer(3, true);
    CHECK(trainer.average().w == std::vector<double>(3));
    CHECK(trainer.average().b == 0.0);
}

TEST_CASE("a neuron that hears nothing repeats the last label", "[perceptron]") {
    nn::Rng rng(3);
    nn::Dataset silence{arma::mat(1, 1), arma::rowvec(1)};
    nn::PerceptronTrainer trainer(1, true);
    for (int i = 0; i < 100; ++i) {
        silence.y(0) = static_cast<double>(rng.interval(1));
        trainer.pass(silence);
        CHECK(nn::answers_of(trainer.last(), silence.X)(0) == silence.y(0));
    }
}

TEST_CASE("separable examples keep their distance", "[perceptron]") {
    nn::Rng rng(9), again(9);
    const nn::Separable made = nn::separable_examples(3, 200, 0.3, rng);
    CHECK(arma::approx_equal(made.data.X,
                             nn::separable_examples(3, 200, 0.3, again).data.X,
                             "absdiff", 0.0));
    CHECK(arma::all(nn::answers_of(made.neuron, made.data.X) == made.data.y));
    CHECK(nn::share_right(nn::answers_of(made.neuron, made.data.X), made.data.y) ==
          1.0);
    CHECK_THROWS_WITH(nn::separable_examples(0, 1, 0.1, rng),
                      oracle::mentions("at least 1"));
    CHECK_THROWS_WITH(nn::separable_examples(1, 0, 0.1, rng),
                      oracle::mentions("at least 1"));
    for (const double margin : {-0.1, 1.1, not_a_number})
        CHECK_THROWS_WITH(nn::separable_examples(1, 1, margin, rng),
                          oracle::mentions("a margin from 0 to 1"));
}

TEST_CASE("examples that teach nothing are refused", "[perceptron]") {
    const nn::Dataset good = nn::examples_of_table(0b1110, 2);
    nn::Dataset empty{arma::mat(2, 0), arma::rowvec()}, short_y = good, two = good,
                                                        holey = good;
    short_y.y.shed_col(0);
    two.y(1) = 2.0;
    holey.X(1, 2) = not_a_number;
    for (const nn::Dataset& bad : {empty, short_y, two, holey}) {
        CHECK_THROWS_AS(nn::separate(bad, true, 1), std::invalid_argument);
        CHECK_THROWS_AS(nn::PerceptronTrainer(2, true).pass(bad),
                        std::invalid_argument);
        CHECK_THROWS_AS(nn::mistake_bound(bad, {{1.0, 1.0}, -0.5}),
                        std::invalid_argument);
    }
    CHECK_THROWS_WITH(nn::separate(two, true, 1), oracle::mentions("label 1 is 2"));
    CHECK_THROWS_WITH(nn::separate(holey, true, 1),
                      oracle::mentions("input 1 of example 2"));
}

TEST_CASE("features of another width are refused", "[perceptron]") {
    const nn::Dataset data = nn::examples_of_table(0b1110, 2);
    CHECK_THROWS_WITH(nn::PerceptronTrainer(3, true).pass(data),
                      oracle::mentions("2 inputs"));
    CHECK_THROWS_WITH(nn::answers_of({{1.0}, 0.0}, data.X),
                      oracle::mentions("answers_of"));
    CHECK_THROWS_AS(nn::mistake_bound(data, {{1.0}, 0.0}), std::invalid_argument);
    nn::Perceptron neuron{{1.0}};
    const std::vector<double> x{1.0, 2.0};
    CHECK_THROWS_AS(nn::perceptron_update(neuron, x, 1.0), std::invalid_argument);
}

TEST_CASE("inputs that are not numbers get no answer", "[perceptron]") {
    arma::mat X(2, 2, arma::fill::ones);
    X(0, 1) = not_a_number;
    CHECK_THROWS_WITH(nn::answers_of({{1.0, 1.0}}, X),
                      oracle::mentions("inputs must be finite"));
}

TEST_CASE("a bound needs a neuron that separates", "[perceptron]") {
    const nn::Dataset data = nn::examples_of_table(0b1110, 2);
    CHECK_THROWS_WITH(nn::mistake_bound(data, {{1.0, 1.0}, 0.0}),
                      oracle::mentions("the bound needs a neuron that separates"));
    CHECK_THROWS_AS(nn::mistake_bound(data, {{1.0, 1.0}, -1.0}),
                    std::invalid_argument);  // an example on the boundary
}

TEST_CASE("answers and labels must be as many", "[perceptron]") {
    CHECK_THROWS_WITH(nn::share_right({1.0}, {1.0, 0.0}),
                      "share_right: 1 answers and 2 labels; as many of both, at "
                      "least 1");
    CHECK_THROWS_AS(nn::share_right({}, {}), std::invalid_argument);
}
