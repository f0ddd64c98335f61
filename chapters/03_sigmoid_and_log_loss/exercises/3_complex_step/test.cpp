#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/difference.hpp"
#include "nn/loss.hpp"

namespace {

using diagnosis::show;
using nn::exercise::Complex;
using Inputs = std::vector<Complex>;

// A function of one number, for real and complex ones, and its slope.
struct Curve {
    std::string name;
    std::function<Complex(Complex)> f;
    std::function<double(double)> slope;
    std::vector<double> at;
};

std::vector<Curve> curves() {
    return {
        {"e^x / (sin³ x + cos³ x)",
         [](Complex x) {
             const Complex s = std::sin(x), c = std::cos(x);
             return std::exp(x) / (s * s * s + c * c * c);
         },
         [](double x) {
             const double s = std::sin(x), c = std::cos(x);
             const double below = s * s * s + c * c * c;
             return std::exp(x) * (below - 3.0 * s * c * (s - c)) / (below * below);
         },
         {1.5, 0.25}},
        {"x³",
         [](Complex x) { return x * x * x; },
         [](double x) { return 3.0 * x * x; },
         {3.0, -0.25, 1e-5}},
        {"the sigmoid",
         [](Complex z) { return 1.0 / (1.0 + std::exp(-z)); },
         [](double z) { return nn::sigmoid(z) * nn::sigmoid(-z); },
         {0.0, 2.0, -20.0}},
        {"log(1 + e^z), the log loss of z for y = 0",
         [](Complex z) { return std::log(1.0 + std::exp(z)); },
         [](double z) { return nn::sigmoid(z); },
         {0.5, -3.0, 30.0}},
    };
}

// Where f was asked, one number or many, and what it answered.
struct Asked {
    std::vector<Inputs> places;
    std::vector<Complex> answers;
};

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-15 * std::abs(b);
}

std::size_t steps_in(const Inputs& place) {
    return static_cast<std::size_t>(std::count_if(
        place.begin(), place.end(), [](Complex x) { return x.imag() != 0.0; }));
}

// A step to the side: how far, along which input, and f's answer there.
struct Step {
    double h;
    std::size_t input;
    Complex answer;
};

std::vector<Step> steps_of(const Asked& asked) {
    std::vector<Step> steps;
    for (std::size_t k = 0; k < asked.places.size(); ++k)
        for (std::size_t i = 0; i < asked.places[k].size(); ++i)
            if (const double h = asked.places[k][i].imag(); h != 0.0)
                steps.push_back({h, i, asked.answers[k]});
    return steps;
}

bool real_part_moves(const Asked& asked, const std::vector<double>& x) {
    for (const Inputs& place : asked.places)
        for (std::size_t i = 0; i < x.size(); ++i)
            if (place[i].real() != x[i]) return true;
    return false;
}

std::string mistake_in_the_step(const Asked& asked, const std::vector<double>& x) {
    if (asked.places.empty()) return "f is never asked";
    if (steps_of(asked).empty())
        return real_part_moves(asked, x)
                   ? "this is a difference of real numbers, and its digits cancel: "
                     "step to the side, along the imaginary axis"
                   : "f is asked at x itself: there is no step";
    if (real_part_moves(asked, x))
        return "the real part moves too: stay at x, and step to the side alone";
    for (const Inputs& place : asked.places)
        if (steps_in(place) > 1)
            return "the step of an earlier input is still there: take it back "
                   "before the next one has its turn";
    if (std::abs(steps_of(asked)[0].h) < 1e-307)
        return "the step is so small that a double has no digits left";
    return "";
}

// What was done with f's answer, if its place was right.
std::string mistake_in_the_quotient(const Step& step, double yours) {
    const auto& [h, input, answer] = step;
    if (near(yours, answer.imag() / h) && std::abs(h) > 1e-50)
        return "the step is too large: its error is about h², and since nothing "
               "cancels, h may be 1e-100";
    if (near(yours, answer.imag())) return "the imaginary part is not divided by h";
    if (near(yours, answer.real() / h) || near(yours, answer.real()))
        return "the real part is taken: it is f(x), and the slope is in the "
               "imaginary part";
    if (near(yours, answer.imag() / (2.0 * h)))
        return "divided by 2h: that belongs to a difference of two values, and "
               "here is one";
    if (near(yours, std::abs(answer) / h))
        return "the size of the complex number is taken: the slope is in its "
               "imaginary part";
    if (near(yours, -answer.imag() / h)) return "the sign is turned";
    return "the slope is not right yet";
}

// How close the best of all central differences comes, relative to the slope.
double best_difference(const Curve& curve, double x) {
    const auto f = [&](double at) { return curve.f(at).real(); };
    const double slope = curve.slope(x);
    double best = 1.0;
    for (double h = 0.1; h > 1e-12; h /= 1.25)
        best =
            std::min(best, std::abs(nn::central_difference(f, x, h) / slope - 1));
    return best;
}

void check(const Curve& curve, double x) {
    Asked asked;
    const auto watched = [&](Complex at) {
        asked.places.push_back({at});
        asked.answers.push_back(curve.f(at));
        return asked.answers.back();
    };
    const double yours = nn::exercise::complex_step(watched, x);
    const double slope = curve.slope(x);
    if (near(yours, slope)) return;
    std::string mistake = mistake_in_the_step(asked, {x});
    if (mistake.empty())
        mistake = mistake_in_the_quotient(steps_of(asked)[0], yours);
    FAIL(mistake << "\n    for       " << curve.name << " at x = " << show(x)
                 << diagnosis::show_difference(slope, yours)
                 << "\n    relative error " << std::abs(yours / slope - 1.0)
                 << ", and of the best central difference "
                 << best_difference(curve, x));
}

// The log loss of a neuron with the inputs 3, -1 and 0.5, as a function of its
// weights and its bias, for y = 1.
constexpr double inputs[] = {3.0, -1.0, 0.5, 1.0};

Complex loss(std::span<const Complex> parameters) {
    Complex z = 0.0;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        z += parameters[i] * inputs[i];
    return std::log(1.0 + std::exp(-z));
}

std::vector<double> gradient_of_loss(const std::vector<double>& parameters) {
    double z = 0.0;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        z += parameters[i] * inputs[i];
    std::vector<double> gradient;
    for (const double input : inputs) gradient.push_back(-nn::sigmoid(-z) * input);
    return gradient;
}

std::string mistake_in_the_gradient(const Asked& asked,
                                    const std::vector<double>& yours,
                                    const std::vector<double>& slopes) {
    if (yours.size() != slopes.size())
        return show(yours.size()) + " slopes for " + show(slopes.size()) +
               " inputs";
    const std::vector<Step> steps = steps_of(asked);
    if (steps.size() != slopes.size())
        return show(steps.size()) + " steps for " + show(slopes.size()) +
               " inputs: one along each";
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].input != i)
            return "the steps are not along each input in turn";
    std::size_t wrong = 0;
    while (near(yours[wrong], slopes[wrong])) ++wrong;
    return mistake_in_the_quotient(steps[wrong], yours[wrong]);
}

void check_gradient_at(const std::vector<double>& parameters) {
    Asked asked;
    const auto watched = [&](std::span<const Complex> at) {
        asked.places.push_back({at.begin(), at.end()});
        asked.answers.push_back(loss(at));
        return asked.answers.back();
    };
    const auto yours = nn::exercise::complex_gradient(watched, parameters);
    const auto slopes = gradient_of_loss(parameters);
    if (std::equal(yours.begin(), yours.end(), slopes.begin(), slopes.end(), near))
        return;
    std::string mistake = mistake_in_the_step(asked, parameters);
    if (mistake.empty()) mistake = mistake_in_the_gradient(asked, yours, slopes);
    FAIL(mistake << "\n    for       the log loss of a neuron at "
                 << show(parameters) << diagnosis::show_difference(slopes, yours));
}

}  // namespace

TEST_CASE("One step to the side gives the slope to 15 digits") {
    for (const Curve& curve : curves())
        for (const double x : curve.at) check(curve, x);
    SUCCEED();
}

TEST_CASE("One step to the side for each input gives the gradient") {
    check_gradient_at({0.5, -0.25, 1.0, 0.1});
    check_gradient_at({-1.0, 2.0, 0.0, -3.0});
    SUCCEED();
}
