#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "exercises/real50.hpp"
#include "nn/loss.hpp"

namespace {

using diagnosis::show;
using nn::exercise::Columns;
using Numbers = std::vector<double>;

struct Neuron {
    std::string name;
    Numbers parameters;
    Columns examples;
    double l2;
};

std::vector<Neuron> neurons() {
    const Columns two{2, {2, 1, 0, 4}, {1, 0}};
    const Columns five{3,
                       {1, 0, -1, 2, 0.5, 3, -1.5, 1, 0.5, 4, -2, 1, 0, -3, 0.25},
                       {1, 0, 1, 1, 0}};
    const Numbers weights{0.5, -0.75, 0.25, -0.3};
    return {
        {"two examples, by hand, λ = 1", {0, 0, 0}, two, 1.0},
        {"five examples, λ = 0", weights, five, 0.0},
        {"five examples, λ = 0.5", weights, five, 0.5},
        {"no inputs: the bias alone", {0.4}, {0, {}, {1, 0, 0, 0}}, 0.5},
        {"a logit of 800", {100, -100, 3}, {2, {8, 0, 0, 8, 1, 1}, {0, 1, 1}}, 0.1},
    };
}

// The loss, in any type of number.
template <class T>
T loss_of(std::span<const T> parameters, const Neuron& neuron) {
    const auto& [n, x, y] = neuron.examples;
    T loss = 0, squares = 0;
    for (std::size_t j = 0; j < y.size(); ++j) {
        T z = parameters[n];
        for (std::size_t i = 0; i < n; ++i) z += parameters[i] * x[j * n + i];
        loss += nn::log_loss_from_logit(z, T(y[j]));
    }
    for (std::size_t i = 0; i < n; ++i) squares += parameters[i] * parameters[i];
    return loss / T(y.size()) + T(neuron.l2) / 2 * squares;
}

// The gradient, and what people make of it.
struct Slip {
    double sign = 1.0;
    bool mean = true;
    bool sigmoid = true;
    bool extra_slope = false;  // of the sigmoid
    bool bias = true;
    bool rows = false;  // x is read as if it held rows
    double price = 1.0;
    bool price_in_mean = false;
    bool price_of_bias = false;
};

double dz_of(double z, double y, const Slip& slip) {
    const double p = slip.sigmoid ? nn::sigmoid(z) : z;
    return slip.sign * (p - y) *
           (slip.extra_slope ? nn::sigmoid_grad_from_output(p) : 1.0);
}

Numbers gradient_of(const Neuron& neuron, const Slip& slip) {
    const auto& [n, x, y] = neuron.examples;
    const std::size_t m = y.size();
    const auto input = [&, n = n, &x = x](std::size_t i, std::size_t j) {
        return slip.rows ? x[i * m + j] : x[j * n + i];
    };
    Numbers gradient(n + 1);
    for (std::size_t j = 0; j < m; ++j) {
        double z = neuron.parameters[n];
        for (std::size_t i = 0; i < n; ++i) z += neuron.parameters[i] * input(i, j);
        const double dz = dz_of(z, y[j], slip);
        for (std::size_t i = 0; i < n; ++i) gradient[i] += dz * input(i, j);
        if (slip.bias) gradient[n] += dz;
    }
    const double examples = static_cast<double>(m);
    for (double& slope : gradient) slope /= slip.mean ? examples : 1.0;
    for (std::size_t i = 0; i < n + slip.price_of_bias; ++i)
        gradient[i] += slip.price * neuron.l2 * neuron.parameters[i] /
                       (slip.price_in_mean ? examples : 1.0);
    return gradient;
}

const std::vector<std::pair<std::string, Slip>>& slips() {
    static const std::vector<std::pair<std::string, Slip>> all = {
        {"the sum over the examples, and not their mean", {.mean = false}},
        {"the sign: ∂L/∂z is p − y", {.sign = -1.0}},
        {"a slope of the sigmoid too many: in p − y the log loss has cancelled it",
         {.extra_slope = true}},
        {"the sigmoid is missing: p is σ(z)", {.sigmoid = false}},
        {"the slope along the bias is missing: an example adds p − y to it",
         {.bias = false}},
        {"the price is missing: λ w belongs to the slope along w", {.price = 0.0}},
        {"the price is taken twice: the slope of λ/2 · w² is λ w", {.price = 2.0}},
        {"the price is halved: the slope of λ/2 · w² is λ w", {.price = 0.5}},
        {"the price lowers the slope: it is added", {.price = -1.0}},
        {"the price is divided by the number of examples: it stands beside the "
         "mean",
         {.price_in_mean = true}},
        {"the bias pays a price, and it is free", {.price_of_bias = true}},
        {"x is read by rows: an example is a column, x[j * inputs + i]",
         {.rows = true}},
    };
    return all;
}

// On all neurons up to this one the slopes are those of the slip.
bool explains(const Slip& slip, const std::vector<Numbers>& yours,
              const std::vector<Neuron>& all) {
    const auto near = [](double a, double b) {
        return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
    };
    for (std::size_t k = 0; k < yours.size(); ++k) {
        const Numbers slopes = gradient_of(all[k], slip);
        if (!std::equal(yours[k].begin(), yours[k].end(), slopes.begin(),
                        slopes.end(), near))
            return false;
    }
    return true;
}

std::string mistake_in(const std::vector<Numbers>& yours,
                       const std::vector<Neuron>& all) {
    for (const auto& [name, slip] : slips())
        if (explains(slip, yours, all)) return name;
    return "the gradient is not right yet";
}

std::string broken(const Numbers& gradient, const Neuron& neuron) {
    if (gradient.size() != neuron.parameters.size())
        return show(gradient.size()) + " slopes for " +
               show(neuron.parameters.size()) +
               " parameters: one for each weight, and one for the bias";
    for (const double slope : gradient)
        if (!std::isfinite(slope)) return "a slope is not finite";
    return "";
}

std::string name_of(std::size_t parameter, const Neuron& neuron) {
    return parameter == neuron.examples.inputs ? "the bias"
                                               : "w_" + show(parameter + 1);
}

}  // namespace

TEST_CASE("The gradient is that of differences in 50 digits") {
    const std::vector<Neuron> all = neurons();
    std::vector<Numbers> yours;
    for (const Neuron& neuron : all) {
        yours.push_back(nn::exercise::loss_gradient(neuron.parameters,
                                                    neuron.examples, neuron.l2));
        const std::string fault = broken(yours.back(), neuron);
        if (!fault.empty()) FAIL(fault << "\n    for       " << neuron.name);
    }
    for (const Neuron& neuron : all) {
        const Numbers& gradient =
            yours[static_cast<std::size_t>(&neuron - &all[0])];
        const auto check = diagnosis::check_gradient(
            [&](std::span<const diagnosis::Real50> at) {
                return loss_of(at, neuron);
            },
            neuron.parameters, gradient);
        if (check.error > 1e-10)
            FAIL(mistake_in(yours, all)
                 << "\n    for       " << neuron.name << "; the slope along "
                 << name_of(check.parameter, neuron)
                 << diagnosis::show_difference(check.exact, check.given));
    }
    SUCCEED();
}
