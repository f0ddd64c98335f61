#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/loss.hpp"

namespace {

using diagnosis::Mistake;
using diagnosis::Near;
using diagnosis::show;

// What was said, as a probability or as a logit, and what happened.
struct Said {
    double value, y;
};

std::vector<Said> probabilities() {
    std::vector<Said> all;
    for (const double p : {0.5, 0.9, 0.2, 1e-3, 1.0, 0.0, 1e-20, 1e-300, 0.999999})
        for (const double y : {1.0, 0.0}) all.push_back({p, y});
    return all;
}

std::vector<Said> logits() {
    std::vector<Said> all;
    for (const double z :
         {0.0, 1.0, 2.5, 800.0, 40.0, 1000.0, 100.0, 700.0, 36.0, 20.0})
        for (const double y : {1.0, 0.0}) {
            all.push_back({z, y});
            all.push_back({-z, y});
        }
    return all;
}

double clipped(double p) {
    return std::min(std::max(p, 1e-15), 1.0 - 1e-15);
}

double both_terms(double p, double y) {
    return -y * std::log(p) - (1.0 - y) * std::log(1.0 - p);
}

double one_term(double p, double y) {
    return y == 1.0 ? -std::log(p) : -std::log(1.0 - p);
}

double naive_sigmoid(double z) {
    return 1.0 / (1.0 + std::exp(-z));
}

// The logit on the wrong side: log(1 + e^a) is the loss.
double wrong_side(Said s) {
    return s.y == 1.0 ? -s.value : s.value;
}

std::vector<Mistake<Said, Near>> mistakes_from_p() {
    const char* const not_a_number =
        "both terms are computed, and at p = 1 or 0 one of them is 0 times "
        "infinity: not a number";
    return {
        {"the minus is missing: a loss is not negative",
         [](Said s) { return Near{-nn::log_loss(s.value, s.y)}; }},
        {"the logarithm to base 2: this is the loss in bits, and nats are asked "
         "for",
         [](Said s) { return Near{nn::log_loss(s.value, s.y) / std::log(2.0)}; }},
        {"the logarithm to base 2: this is the loss in bits, and nats are asked "
         "for",
         [](Said s) {
             return Near{s.y == 1.0 ? -std::log2(s.value)
                                    : -std::log2(1 - s.value)};
         }},
        {"the labels are exchanged: y = 1 pays −log p",
         [](Said s) { return Near{nn::log_loss(s.value, 1.0 - s.y)}; }},
        {"the labels are exchanged: y = 1 pays −log p",
         [](Said s) { return Near{one_term(s.value, 1.0 - s.y)}; }},
        {not_a_number, [](Said s) { return Near{both_terms(s.value, s.y)}; }},
        {not_a_number,
         [](Said s) {
             return Near{-s.y * std::log(s.value) -
                         (1.0 - s.y) * std::log1p(-s.value)};
         }},
        {"1 − p is rounded, and of a small p nothing is left: std::log1p does "
         "without it",
         [](Said s) { return Near{one_term(s.value, s.y)}; }},
        {"p is clipped: the loss of a certain mistake is infinite, and that of a "
         "certain truth is 0",
         [](Said s) { return Near{both_terms(clipped(s.value), s.y)}; }},
        {"p is clipped: the loss of a certain mistake is infinite, and that of a "
         "certain truth is 0",
         [](Said s) { return Near{nn::log_loss(clipped(s.value), s.y)}; }},
    };
}

// The loss by way of p, with any sigmoid and any log loss.
std::vector<Mistake<Said, Near>> mistakes_through_p() {
    std::vector<Mistake<Said, Near>> all;
    for (double (*sigmoid)(double) : {nn::sigmoid<double>, naive_sigmoid})
        for (double (*loss)(double, double) :
             {nn::log_loss<double>, one_term, both_terms}) {
            all.push_back(
                {"it goes through p, and from z = 37 on p is 1: what the "
                 "loss is made of is lost",
                 [=](Said s) { return Near{loss(sigmoid(s.value), s.y)}; }});
            all.push_back(
                {"p is clipped, and no loss is above 34.5: a logit of −800 "
                 "is much worse than one of −40",
                 [=](Said s) {
                     return Near{loss(clipped(sigmoid(s.value)), s.y)};
                 }});
        }
    return all;
}

std::vector<Mistake<Said, Near>> mistakes_from_logit() {
    auto all = mistakes_through_p();
    const auto mistake = [&](const std::string& name, auto loss) {
        all.push_back({name, [=](Said s) { return Near{loss(wrong_side(s))}; }});
    };
    mistake("an exponential overflows above 709: take it out of the sum first",
            [](double a) { return std::log(1.0 + std::exp(a)); });
    mistake("an exponential overflows above 709: take it out of the sum first",
            [](double a) { return std::log1p(std::exp(a)); });
    mistake(
        "a small loss is lost: 1 + e^−40 is 1 for a double, and std::log1p "
        "does not form it",
        [](double a) {
            return std::max(a, 0.0) + std::log(1.0 + std::exp(-std::abs(a)));
        });
    mistake("the part that grows with the logit is missing: max(a, 0)",
            [](double a) { return std::log1p(std::exp(-std::abs(a))); });
    mistake("the labels are exchanged: with y = 1 a large z is good",
            [](double a) { return nn::softplus(-a); });
    return all;
}

}  // namespace

TEST_CASE("The log loss of a probability") {
    diagnosis::check<Said, Near>(
        {.inputs = probabilities(),
         .describe =
             [](Said s) { return "p = " + show(s.value) + ", y = " + show(s.y); },
         .right = [](Said s) { return Near{nn::log_loss(s.value, s.y)}; },
         .yours = [](Said s) { return Near{nn::exercise::log_loss(s.value, s.y)}; },
         .mistakes = mistakes_from_p()});
}

TEST_CASE("The log loss of a logit, from −1000 to 1000") {
    diagnosis::check<Said, Near>(
        {.inputs = logits(),
         .describe =
             [](Said s) { return "z = " + show(s.value) + ", y = " + show(s.y); },
         .right =
             [](Said s) { return Near{nn::log_loss_from_logit(s.value, s.y)}; },
         .yours =
             [](Said s) {
                 return Near{nn::exercise::log_loss_from_logit(s.value, s.y)};
             },
         .mistakes = mistakes_from_logit()});
}
