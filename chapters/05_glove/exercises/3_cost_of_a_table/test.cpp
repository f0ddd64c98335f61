#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Near;
using diagnosis::show;
using nn::exercise::Matrix;

struct Count {
    double x, x_max;

    double share() const { return x / x_max; }
};

double weight_of(Count c) {
    return c.x < c.x_max ? std::pow(c.share(), 0.75) : 1.0;
}

std::vector<Count> cells() {
    return {{1, 16},   {16, 16},  {100, 16}, {0, 16},
            {0.5, 10}, {9.9, 10}, {2.5, 1},  {3, 100}};
}

std::vector<diagnosis::Mistake<Count, Near>> mistakes_of_weight() {
    return {
        {"above x_max the weight goes on growing: from there on it is 1",
         [](Count c) { return Near{std::pow(c.share(), 0.75)}; }},
        {"the power is missing: the weight is (x/x_max) to the power of ¾",
         [](Count c) { return Near{std::min(1.0, c.share())}; }},
        {"x/x_max is multiplied by ¾: it is the power",
         [](Count c) { return Near{std::min(1.0, 0.75 * c.share())}; }},
        {"the power is 0: 3/4 in whole numbers", [](Count) { return Near{1.0}; }},
        {"only x has the power: it is taken of x/x_max",
         [](Count c) {
             return Near{std::min(1.0, std::pow(c.x, 0.75) / c.x_max)};
         }},
        {"above x_max the weight is 0: it is 1 there",
         [](Count c) { return Near{c.x < c.x_max ? weight_of(c) : 0.0}; }},
    };
}

struct Table {
    std::string name;
    Matrix counts, scores;
    double x_max;
};

std::vector<Table> tables() {
    return {{"the table of the statement", {{1, 16}, {0, 0}}, {{0, 0}, {0, 0}}, 16},
            {"three words",
             {{2, 0, 30}, {5, 0.5, 0}, {0, 8, 12}},
             {{0.5, 1, 3}, {1.5, -1, 2}, {-3, 2.25, 2}},
             10},
            {"no cell is 0", {{1, 2}, {3, 4}}, {{0.1, 0.5}, {-1, 1}}, 100}};
}

// The mean cost, and what people make of it.
struct Slip {
    double factor = 0.5;
    bool weights = true;
    bool squared = true;
    bool weight_squared = false;
    bool logarithm = true;
    bool plus_one = false;  // log(1 + x), zeros too
    bool zeros_counted = false;
    bool mean = true;
    bool by_weights = false;
};

double mean_of(const Table& table, const Slip& slip) {
    double cost = 0.0, cells = 0.0, weights = 0.0, all = 0.0;
    for (std::size_t i = 0; i < table.counts.size(); ++i)
        for (std::size_t j = 0; j < table.counts.size(); ++j) {
            const double x = table.counts[i][j];
            all += 1.0;
            if (x == 0.0) continue;
            const double target = slip.plus_one    ? std::log1p(x)
                                  : slip.logarithm ? std::log(x)
                                                   : x;
            const double missed = table.scores[i][j] - target;
            const double weight = slip.weights ? weight_of({x, table.x_max}) : 1.0;
            cost += slip.factor * (slip.weight_squared ? weight * weight : weight) *
                    (slip.squared ? missed * missed : std::abs(missed));
            cells += 1.0;
            weights += weight;
        }
    if (!slip.mean) return cost;
    return cost / (slip.by_weights ? weights : slip.zeros_counted ? all : cells);
}

std::vector<diagnosis::Mistake<Table, Close>> mistakes_of_cost() {
    std::vector<diagnosis::Mistake<Table, Close>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Table& t) { return Close{mean_of(t, slip)}; }});
    };
    mistake("the half is missing: ½ · weight · (score − log x)²", {.factor = 1.0});
    mistake("the weight is missing: ½ · weight · (score − log x)²",
            {.weights = false});
    mistake("what is missed is not squared", {.squared = false});
    mistake("the weight is squared with what is missed: it stands outside",
            {.weight_squared = true});
    mistake("the logarithm is missing: a score is to be log x",
            {.logarithm = false});
    mistake(
        "log(1 + x) in the place of log x: a cell above 0 has a logarithm as it is",
        {.plus_one = true});
    mistake("cells of 0 are counted: the mean is taken over the others",
            {.zeros_counted = true});
    mistake("the sum of all costs: their mean is asked for", {.mean = false});
    mistake("divided by the sum of the weights: the mean is over cells",
            {.by_weights = true});
    all.push_back(
        {"a cell of 0 has no logarithm: leave it out", [](const Table& t) {
             double zeros = 0.0;
             for (const auto& row : t.counts)
                 for (const double x : row) zeros += x == 0.0;
             return Close{zeros > 0 ? std::nan("") : mean_of(t, {})};
         }});
    return all;
}

}  // namespace

TEST_CASE("The weight of a cell") {
    diagnosis::check<Count, Near>(
        {.inputs = cells(),
         .describe =
             [](Count c) {
                 return "x = " + show(c.x) + ", x_max = " + show(c.x_max);
             },
         .right = [](Count c) { return Near{weight_of(c)}; },
         .yours =
             [](Count c) { return Near{nn::exercise::cell_weight(c.x, c.x_max)}; },
         .mistakes = mistakes_of_weight()});
}

TEST_CASE("The mean cost of a table") {
    diagnosis::check<Table, Close>(
        {.inputs = tables(),
         .describe = [](const Table& table) { return table.name; },
         .right = [](const Table& table) { return Close{mean_of(table, {})}; },
         .yours =
             [](const Table& table) {
                 return Close{nn::exercise::mean_cost(table.counts, table.scores,
                                                      table.x_max)};
             },
         .mistakes = mistakes_of_cost()});
}
