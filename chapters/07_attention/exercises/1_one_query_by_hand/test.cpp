#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;

struct Task {
    std::string name;
    Column query;
    Columns keys, values;
};

Task random_task(std::size_t d, std::size_t keys, std::size_t values,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(keys) + " keys, d = " + show(d) + ", values of " + show(values),
              diagnosis::normals(d, rng),
              {},
              {}};
    task.keys = diagnosis::normal_columns(keys, d, rng);
    task.values = diagnosis::normal_columns(keys, values, rng);
    return task;
}

std::vector<Task> tasks() {
    const double ln3 = std::log(3.0);
    return {{"two keys, by hand",
             {2, 0, 0, 0},
             {{0, 0, 0, 0}, {ln3, 0, 0, 0}},
             {{8}, {4}}},
            {"a single key", {3, -1, 2, 1}, {{1, 2, 0.5, -1}}, {{7, -7}}},
            random_task(4, 4, 4, 1),
            random_task(3, 6, 2, 2),
            {"scores of 1000 and 999",
             {2000, 0, 0, 0},
             {{1, 0, 0, 0}, {0.999, 1, 0, 0}},
             {{1, 2}, {3, 4}}},
            {"scores of -2000 and -2001",
             {-4000, 0, 0, 0},
             {{1, 0, 0, 0}, {1.0005, 1, 0, 0}},
             {{1, 2}, {3, 4}}}};
}

// A look-up, and what people make of it.
struct Slip {
    enum Divisor { root, nothing, size, root_of_keys } divisor = root;
    bool largest_off = true;
    bool exponentials = true;
    bool divided = true;       // by their sum
    bool keys_mixed = false;   // in the place of the values
    bool best_alone = false;   // has all the weight
    bool weights_used = true;  // in the mixture
};

double divisor(const Task& task, const Slip& slip) {
    const double d = double(task.query.size());
    switch (slip.divisor) {
        case Slip::nothing:
            return 1.0;
        case Slip::size:
            return d;
        case Slip::root_of_keys:
            return std::sqrt(double(task.keys.size()));
        default:
            return std::sqrt(d);
    }
}

Column scores_of(const Task& task, const Slip& slip) {
    Column scores(task.keys.size());
    for (std::size_t j = 0; j < scores.size(); ++j)
        for (std::size_t i = 0; i < task.query.size(); ++i)
            scores[j] += task.keys[j][i] * task.query[i] / divisor(task, slip);
    return scores;
}

Column weights_of(const Task& task, const Slip& slip) {
    Column weights = scores_of(task, slip);
    const double largest = *std::max_element(weights.begin(), weights.end());
    double sum = 0.0;
    for (double& weight : weights) {
        if (slip.best_alone)
            weight = weight == largest ? 1.0 : 0.0;
        else if (slip.exponentials)
            weight = std::exp(weight - (slip.largest_off ? largest : 0.0));
        sum += weight;
    }
    if (slip.divided)
        for (double& weight : weights) weight /= sum;
    return weights;
}

std::vector<Close> found(const Task& task, const Slip& slip) {
    const Column weights = weights_of(task, slip);
    const Columns& mixed = slip.keys_mixed ? task.keys : task.values;
    Column output(mixed[0].size());
    for (std::size_t j = 0; j < weights.size(); ++j)
        for (std::size_t i = 0; i < output.size(); ++i)
            output[i] +=
                mixed[j][i] *
                (slip.weights_used ? weights[j] : 1.0 / double(weights.size()));
    return diagnosis::rounded(diagnosis::joined({weights, output}));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return found(task, slip); }});
    };
    mistake("1/√d is missing: a score is k · q / √d", {.divisor = Slip::nothing});
    mistake("the products are divided by d: a score is k · q / √d",
            {.divisor = Slip::size});
    mistake("the root is that of the number of keys: d is the size of the query",
            {.divisor = Slip::root_of_keys});
    mistake("large scores overflow: take the largest one from all of them first",
            {.largest_off = false});
    mistake("the exponentials are missing: a weight is e^score over their sum",
            {.exponentials = false});
    mistake("the weights do not sum to 1: divide each exponential by their sum",
            {.divided = false});
    mistake("the keys are mixed: they decide the weights, the values are mixed",
            {.keys_mixed = true});
    mistake("the best key has all the weight: each key has its share",
            {.best_alone = true});
    mistake("the plain mean of the values: each counts with its weight",
            {.weights_used = false});
    return all;
}

}  // namespace

TEST_CASE("One query: the weights of the keys, then the output") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return found(task, {}); },
         .yours =
             [](const Task& task) {
                 const auto [weights, output] =
                     nn::exercise::look_up(task.query, task.keys, task.values);
                 return diagnosis::rounded(diagnosis::joined({weights, output}));
             },
         .mistakes = mistakes()});
}
