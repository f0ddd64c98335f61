#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/attention.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Task {
    std::string name;
    Columns scores;
    bool causal;
    std::vector<bool> padding;
};

Columns random_scores(std::size_t tokens, std::uint32_t seed) {
    nn::Rng rng(seed);
    return diagnosis::normal_columns(tokens, tokens, rng);
}

std::vector<Task> tasks() {
    const double ln3 = std::log(3.0);
    const Columns by_hand{{0, ln3, 5}, {0, ln3, 5}, {0, ln3, 5}};
    return {
        {"the scores by hand, causal", by_hand, true, {}},
        {"the scores by hand, causal, key 1 is filling",
         by_hand,
         true,
         {false, true, false}},
        {"the scores by hand, causal, keys 0 and 1 are filling",
         by_hand,
         true,
         {true, true, false}},
        {"4 tokens, all of them seen", random_scores(4, 1), false, {}},
        {"5 tokens, keys 1 and 4 are filling",
         random_scores(5, 2),
         false,
         {false, true, false, false, true}},
        {"5 tokens, causal, keys 0 and 3 are filling",
         random_scores(5, 3),
         true,
         {true, false, false, true, false}},
        {"a hidden score of 2000", {{1, 2000}, {2000, 1}}, true, {true, false}}};
}

// Masked weights, and what people make of them.
struct Slip {
    enum Causal { later, none, own_too, earlier } hidden = later;
    enum Padding { of_keys, ignored, of_queries } padding = of_keys;
    enum Mask { before, zero_score, after, billion } mask = before;
    bool nobody = true;            // is a case of its own
    bool largest_in_sight = true;  // and not of all
};

bool causally_hidden(std::size_t k, std::size_t q, const Slip& slip) {
    switch (slip.hidden) {
        case Slip::none:
            return false;
        case Slip::own_too:
            return k >= q;
        case Slip::earlier:
            return k < q;
        default:
            return k > q;
    }
}

bool sees(const Task& task, std::size_t k, std::size_t q, const Slip& slip) {
    if (task.causal && causally_hidden(k, q, slip)) return false;
    if (task.padding.empty() || slip.padding == Slip::ignored) return true;
    return !task.padding[slip.padding == Slip::of_keys ? k : q];
}

double masked(double score, const Slip& slip) {
    switch (slip.mask) {
        case Slip::zero_score:
            return 0.0;
        case Slip::after:
            return score;
        case Slip::billion:
            return -1e9;
        default:
            return -infinity;
    }
}

Column softmax(Column scores, double largest, const Slip& slip) {
    if (largest == -infinity && slip.nobody) return Column(scores.size());
    double sum = 0.0;
    for (double& score : scores) sum += score = std::exp(score - largest);
    if (sum == 0 && slip.nobody) return scores;
    for (double& score : scores) score /= sum;
    return scores;
}

Column weights_of(const Task& task, std::size_t q, const Slip& slip) {
    Column scores = task.scores[q];
    const double of_all = *std::max_element(scores.begin(), scores.end());
    for (std::size_t k = 0; k < scores.size(); ++k)
        if (!sees(task, k, q, slip)) scores[k] = masked(scores[k], slip);
    const double in_sight = *std::max_element(scores.begin(), scores.end());
    Column weights =
        softmax(scores, slip.largest_in_sight ? in_sight : of_all, slip);
    for (std::size_t k = 0; k < scores.size() && slip.mask == Slip::after; ++k)
        if (!sees(task, k, q, slip)) weights[k] = 0.0;
    return weights;
}

std::vector<Close> with(const Task& task, const Slip& slip) {
    Columns weights;
    for (std::size_t q = 0; q < task.scores.size(); ++q)
        weights.push_back(weights_of(task, q, slip));
    return diagnosis::rounded(diagnosis::joined(weights));
}

// The book's own.
std::vector<Close> right(const Task& task) {
    Columns weights = task.scores;
    for (std::size_t q = 0; q < weights.size(); ++q)
        nn::weights_of_query<double>(weights[q], q, {task.causal, task.padding});
    return diagnosis::rounded(diagnosis::joined(weights));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return with(task, slip); }});
    };
    mistake("a causal query sees what comes after it: key k is hidden where k > q",
            {.hidden = Slip::none});
    mistake("a causal query does not see itself: key k is hidden where k > q",
            {.hidden = Slip::own_too});
    mistake("the past is hidden and the future seen: key k is hidden where k > q",
            {.hidden = Slip::earlier});
    mistake("filling is looked at: a key that padding marks has the weight 0",
            {.padding = Slip::ignored});
    mistake("padding is taken for that of the queries: it marks the keys",
            {.padding = Slip::of_queries});
    mistake("the keys are hidden after softmax: the weights in sight sum to 1",
            {.mask = Slip::after});
    mistake("a hidden score is 0, and e^0 is 1: the exponential of −∞ is 0",
            {.mask = Slip::zero_score});
    mistake("a query that may see nobody looks at everybody: its weights are 0",
            {.mask = Slip::billion});
    mistake("0 divided by 0: a query that may see nobody has weights of 0",
            {.nobody = false});
    mistake("the largest score is a hidden one: take the largest of those in sight",
            {.largest_in_sight = false});
    return all;
}

}  // namespace

TEST_CASE("Masked weights, query by query") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = right,
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(
                     diagnosis::joined(nn::exercise::masked_weights(
                         task.scores, task.causal, task.padding)));
             },
         .mistakes = mistakes()});
}
