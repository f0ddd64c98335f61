#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/multi_head.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;

template <class Task>
using Named = std::vector<diagnosis::Mistake<Task, std::vector<Close>>>;

// The slopes of so many heads, each worked out by a formula.
using Formula = double (*)(std::size_t h, std::size_t heads);

std::vector<Close> slopes(std::size_t heads, Formula formula) {
    Column all;
    for (std::size_t h = 0; h < heads; ++h) all.push_back(formula(h, heads));
    return diagnosis::rounded(all);
}

Named<std::size_t> mistakes_of_slopes() {
    Named<std::size_t> all;
    const auto mistake = [&](const std::string& name, Formula formula) {
        all.push_back({name, [=](const std::size_t& heads) {
                           return slopes(heads, formula);
                       }});
    };
    mistake("the heads count from 1: head 0 has 2^(−8/H), and not 1",
            [](std::size_t h, std::size_t heads) {
                return std::exp2(-8.0 * double(h) / double(heads));
            });
    mistake("each head has half the slope of the one before: the last one has 2^−8",
            [](std::size_t h, std::size_t) { return std::exp2(-double(h + 1)); });
    mistake("the slopes rise: head 0 has the largest one",
            [](std::size_t h, std::size_t heads) {
                return std::exp2(-8.0 * double(heads - h) / double(heads));
            });
    mistake("the powers are of e: a slope is 2^(−8 (h + 1) / H)",
            [](std::size_t h, std::size_t heads) {
                return std::exp(-8.0 * double(h + 1) / double(heads));
            });
    mistake("the exponent is divided as whole numbers: make doubles of them first",
            [](std::size_t h, std::size_t heads) {
                return std::exp2(-double(8 * (h + 1) / heads));
            });
    mistake("the slopes fall in equal steps: it is their exponents that do",
            [](std::size_t h, std::size_t heads) {
                return 1.0 - double(h + 1) / double(heads);
            });
    return all;
}

struct Row {
    std::string name;
    Column scores;
    double slope;
};

Row random_row(std::size_t tokens, double slope, std::uint32_t seed) {
    nn::Rng rng(seed);
    return {show(tokens) + " scores, a slope of " + show(slope),
            diagnosis::normals(tokens, rng), slope};
}

std::vector<Row> rows() {
    return {{"three scores of 1, a slope of 0.5", {1, 1, 1}, 0.5},
            {"a token that is alone, a slope of 0.25", {2}, 0.25},
            random_row(5, 0.5, 1),
            random_row(9, 0.0625, 2)};
}

// A score with its bias: key j of n, the last of which is the query itself.
using Bias = double (*)(double score, double slope, std::size_t j, std::size_t n);

std::vector<Close> with(const Row& row, Bias bias) {
    const std::size_t n = row.scores.size();
    Column all;
    for (std::size_t j = 0; j < n; ++j)
        all.push_back(bias(row.scores[j], row.slope, j, n));
    return diagnosis::rounded(all);
}

double right(double score, double slope, std::size_t j, std::size_t n) {
    const nn::AttentionRule rule{.causal = true, .slope = slope};
    return score - rule.penalty(j, n - 1);  // the book's own
}

Named<Row> mistakes_of_bias() {
    Named<Row> all;
    const auto mistake = [&](const std::string& name, Bias bias) {
        all.push_back({name, [=](const Row& row) { return with(row, bias); }});
    };
    mistake("distance is paid for with a plus: what is far off loses",
            [](double score, double slope, std::size_t j, std::size_t n) {
                return score + slope * double(n - 1 - j);
            });
    mistake(
        "the distance is that from the beginning: count from the last token back",
        [](double score, double slope, std::size_t j, std::size_t) {
            return score - slope * double(j);
        });
    mistake("the token pays for itself: its own distance is 0",
            [](double score, double slope, std::size_t j, std::size_t n) {
                return score - slope * double(n - j);
            });
    mistake("the bias is a factor: it is taken off the score",
            [](double score, double slope, std::size_t j, std::size_t n) {
                return score * (1.0 - slope * double(n - 1 - j));
            });
    mistake("the bias is a power of the slope: each step costs the slope once more",
            [](double score, double slope, std::size_t j, std::size_t n) {
                return score * std::pow(slope, double(n - 1 - j));
            });
    mistake("every other token loses the same: each step costs the slope once more",
            [](double score, double slope, std::size_t j, std::size_t n) {
                return score - (j + 1 == n ? 0.0 : slope);
            });
    return all;
}

}  // namespace

TEST_CASE("The slopes of the heads") {
    diagnosis::check<std::size_t, std::vector<Close>>(
        {.inputs = {2, 1, 3, 4, 8, 12},
         .describe =
             [](const std::size_t& heads) { return show(heads) + " heads"; },
         .right =
             [](const std::size_t& heads) {
                 return slopes(heads, nn::linear_bias_slope);
             },
         .yours =
             [](const std::size_t& heads) {
                 return diagnosis::rounded(nn::exercise::slopes_of_heads(heads));
             },
         .mistakes = mistakes_of_slopes()});
}

TEST_CASE("The scores of the last token, less what distance costs") {
    diagnosis::check<Row, std::vector<Close>>(
        {.inputs = rows(),
         .describe = [](const Row& row) { return row.name; },
         .right = [](const Row& row) { return with(row, right); },
         .yours =
             [](const Row& row) {
                 return diagnosis::rounded(
                     nn::exercise::biased(row.scores, row.slope));
             },
         .mistakes = mistakes_of_bias()});
}
