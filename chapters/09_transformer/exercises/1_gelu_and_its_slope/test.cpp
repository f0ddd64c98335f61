#include <cmath>
#include <numbers>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;

const double root = std::sqrt(2.0 / std::numbers::pi);

double sigma(double z) {
    return 1.0 / (1.0 + std::exp(-z));
}

double z_of(double x) {
    return 2.0 * root * (x + 0.044715 * x * x * x);
}

double gate(double x) {
    return sigma(z_of(x));
}

// The slope of z with the cube's slope times a factor.
double dz_of(double x, double factor = 3.0) {
    return 2.0 * root * (1.0 + factor * 0.044715 * x * x);
}

double slope_of_gate(double x) {
    return gate(x) * (1.0 - gate(x));
}

double right(double x) {
    return x * gate(x);
}

double right_slope(double x) {
    return gate(x) + x * slope_of_gate(x) * dz_of(x);
}

using Function = double (*)(double x);
using Named = std::vector<diagnosis::Mistake<double, Close>>;

void add(Named& all, const std::string& name, Function function) {
    all.push_back({name, [=](const double& x) { return Close{function(x)}; }});
}

Named mistakes_of_gelu() {
    Named all;
    add(all, "the gate alone: it is what x is multiplied by", gate);
    add(all, "half as steep: √(2/π) is for tanh, with σ it is twice as much",
        [](double x) { return x * sigma(z_of(x) / 2.0); });
    add(all, "the cube is missing: z has 0.044715 x³ in it",
        [](double x) { return x * sigma(2.0 * root * x); });
    add(all, "the cube is outside of the bracket: it is times 2√(2/π) too",
        [](double x) { return x * sigma(2.0 * root * x + 0.044715 * x * x * x); });
    add(all, "a square in the place of the cube: z has the sign of x",
        [](double x) { return x * sigma(2.0 * root * (x + 0.044715 * x * x)); });
    add(all, "a hard gate: it opens smoothly",
        [](double x) { return x > 0 ? x : 0.0; });
    add(all, "σ(1.702 x) is another approximation: z is 2√(2/π) (x + 0.044715 x³)",
        [](double x) { return x * sigma(1.702 * x); });
    add(all, "large numbers overflow: 1 / (1 + e^−z) is right for all of them",
        [](double x) { return x * std::exp(z_of(x)) / (1.0 + std::exp(z_of(x))); });
    add(all, "the gate opens the wrong way: σ(z) is 1 / (1 + e^−z)",
        [](double x) { return x * sigma(-z_of(x)); });
    return all;
}

Named mistakes_of_slope() {
    Named all;
    add(all, "the gate is taken for a fixed number: x moves it too", gate);
    add(all, "the first term is missing: x itself comes through the gate",
        [](double x) { return x * slope_of_gate(x) * dz_of(x); });
    add(all, "the slope of z is missing: z moves faster than x",
        [](double x) { return gate(x) + x * slope_of_gate(x); });
    add(all, "x is missing in the second term: the gate is what x is multiplied by",
        [](double x) { return gate(x) + slope_of_gate(x) * dz_of(x); });
    add(all, "the slope of the cube lacks its 3: that of x³ is 3x²",
        [](double x) { return gate(x) + x * slope_of_gate(x) * dz_of(x, 1.0); });
    add(all, "the cube is left out of the slope of z: that of x³ is 3x²",
        [](double x) { return gate(x) + x * slope_of_gate(x) * dz_of(x, 0.0); });
    add(all, "the slope of the gate is σ: it is σ (1 − σ)",
        [](double x) { return gate(x) + x * gate(x) * dz_of(x); });
    add(all, "it is GELU again: the slope is asked for", right);
    return all;
}

std::vector<double> inputs() {
    return {1, -1, 0, 0.5, -2, 3, -0.1, 100, -100};
}

std::string describe(const double& x) {
    return "x = " + show(Close{x});
}

}  // namespace

TEST_CASE("GELU") {
    diagnosis::check<double, Close>(
        {.inputs = inputs(),
         .describe = describe,
         .right = [](const double& x) { return Close{right(x)}; },
         .yours = [](const double& x) { return Close{nn::exercise::gelu(x)}; },
         .mistakes = mistakes_of_gelu()});
}

TEST_CASE("The slope of GELU") {
    diagnosis::check<double, Close>(
        {.inputs = inputs(),
         .describe = describe,
         .right = [](const double& x) { return Close{right_slope(x)}; },
         .yours =
             [](const double& x) { return Close{nn::exercise::gelu_slope(x)}; },
         .mistakes = mistakes_of_slope()});
}
