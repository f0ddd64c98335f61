#include <cmath>
#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/softmax.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Mistake;
using Scores = std::vector<double>;
using Shares = std::vector<Close>;

std::vector<Scores> scores() {
    return {
        {1, 2, 3},
        {0, 0},
        {-0.5},
        {3, -1, 0.25, 2},
        {1000, 1000},
        {-1000, -1000},
        {0, 1000},
        {1000, 999, 0},
        {-1002, -1001, -1000},
        {-800, 0, 800},
        {800, -2000, 801, 799},
        {-1e300, -1e300},
    };
}

Shares shares(const Scores& p) {
    Shares result;
    for (const double share : p) result.push_back({share});
    return result;
}

// What is subtracted from the scores before the exponentials.
using Shift = double (*)(const Scores&);

double nothing(const Scores&) {
    return 0.0;
}
double first(const Scores& z) {
    return z[0];
}
double largest(const Scores& z) {
    return *std::max_element(z.begin(), z.end());
}
double largest_or_zero(const Scores& z) {
    return std::max(0.0, largest(z));
}
double smallest(const Scores& z) {
    return *std::min_element(z.begin(), z.end());
}
double mean(const Scores& z) {
    return std::accumulate(z.begin(), z.end(), 0.0) / static_cast<double>(z.size());
}
double largest_size(const Scores& z) {
    return std::max(std::abs(largest(z)), std::abs(smallest(z)));
}

Scores exponentials(Scores z, double shift) {
    for (double& value : z) value = std::exp(value - shift);
    return z;
}

double sum(const Scores& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

Scores cut_off(Scores z) {
    for (double& value : z) value = std::min(value, 700.0);
    return z;
}

Close log_sum(const Scores& z, Shift shift) {
    return {shift(z) + std::log(sum(exponentials(z, shift(z))))};
}

// Exponentials by one shift above the line, by another one below.
Shares shares(const Scores& z, Shift above, Shift below) {
    const double total = sum(exponentials(z, below(z)));
    Scores p = exponentials(z, above(z));
    for (double& share : p) share /= total;
    return shares(p);
}

const std::vector<std::pair<std::string, Shift>>& wrong_shifts() {
    static const std::vector<std::pair<std::string, Shift>> all = {
        {"nothing is subtracted, and e^1000 overflows: move the scores first",
         nothing},
        {"the first score is subtracted: another one may be a thousand above it",
         first},
        {"the mean is subtracted: the largest may be far above it", mean},
        {"the smallest score is subtracted: the largest is the one that overflows",
         smallest},
        {"the largest size is subtracted, without its sign: if all scores are far "
         "below 0, all exponentials become 0",
         largest_size},
        {"the search for the largest score begins at 0, and all of them may be "
         "below",
         largest_or_zero},
    };
    return all;
}

std::vector<Mistake<Scores, Close>> mistakes_of_the_sum() {
    std::vector<Mistake<Scores, Close>> all = {
        {"the largest score is not added again after the logarithm",
         [](const Scores& z) {
             return Close{std::log(sum(exponentials(z, largest(z))))};
         }},
        {"scores are cut off at 700: above it they become alike",
         [](const Scores& z) { return log_sum(cut_off(z), nothing); }},
        {"this is the largest score alone: the others count too",
         [](const Scores& z) { return Close{largest(z)}; }},
        {"the logarithm is missing, or it was taken of each term",
         [](const Scores& z) { return Close{sum(z)}; }},
    };
    for (const auto& [name, shift] : wrong_shifts())
        all.push_back(
            {name, [s = shift](const Scores& z) { return log_sum(z, s); }});
    return all;
}

std::vector<Mistake<Scores, Shares>> mistakes_of_softmax() {
    std::vector<Mistake<Scores, Shares>> all = {
        {"the shares do not add up to 1: divide them by their sum",
         [](const Scores& z) { return shares(exponentials(z, largest(z))); }},
        {"the largest score is subtracted above the line only",
         [](const Scores& z) { return shares(z, largest, nothing); }},
        {"the largest score is subtracted below the line only",
         [](const Scores& z) { return shares(z, nothing, largest); }},
        {"scores are cut off at 700: above it they become alike",
         [](const Scores& z) { return shares(cut_off(z), nothing, nothing); }},
    };
    for (const auto& [name, shift] : wrong_shifts())
        all.push_back(
            {name, [s = shift](const Scores& z) { return shares(z, s, s); }});
    return all;
}

std::string describe(const Scores& z) {
    return "z = " + diagnosis::show(z);
}

}  // namespace

TEST_CASE("The logarithm of a sum of exponentials") {
    diagnosis::check<Scores, Close>(
        {.inputs = scores(),
         .describe = describe,
         .right =
             [](const Scores& z) {
                 return Close{nn::log_sum_exp(std::span<const double>(z))};
             },
         .yours =
             [](const Scores& z) { return Close{nn::exercise::log_sum_exp(z)}; },
         .mistakes = mistakes_of_the_sum()});
}

TEST_CASE("The softmax of scores of any size") {
    diagnosis::check<Scores, Shares>(
        {.inputs = scores(),
         .describe = describe,
         .right =
             [](const Scores& z) {
                 Scores p(z.size());
                 nn::softmax(std::span<const double>(z), std::span<double>(p));
                 return shares(p);
             },
         .yours = [](const Scores& z) { return shares(nn::exercise::softmax(z)); },
         .mistakes = mistakes_of_softmax()});
}
