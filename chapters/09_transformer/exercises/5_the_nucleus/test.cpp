#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;

struct Task {
    std::string name;
    Column probabilities;
    double share;
};

Task random_task(std::size_t tokens, double share, std::uint32_t seed) {
    nn::Rng rng(seed);
    Column weights = diagnosis::normals(tokens, rng);
    double sum = 0.0;
    for (double& weight : weights) sum += weight = weight * weight;
    for (double& weight : weights) weight /= sum;
    return {show(tokens) + " tokens, a share of " + show(diagnosis::Close{share}),
            weights, share};
}

std::vector<Task> tasks() {
    return {{"the tokens by hand, a share of 3/4", {0.125, 0.5, 0.375, 0}, 0.75},
            {"the tokens by hand, a share of 1/2", {0.125, 0.5, 0.375, 0}, 0.5},
            {"a token with more than the share", {0.0625, 0.25, 0.6875}, 0.125},
            random_task(6, 0.8, 1),
            random_task(12, 0.9, 2),
            random_task(9, 0.25, 3),
            random_task(20, 0.95, 4)};
}

using Order = std::vector<std::size_t>;

Order in_order(std::size_t n) {
    Order order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    return order;
}

Order sorted(const Column& p, bool likeliest_first) {
    Order order = in_order(p.size());
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return likeliest_first ? p[a] > p[b] : p[a] < p[b];
    });
    return order;
}

// A nucleus, and what people make of it.
struct Slip {
    enum By { likeliest, as_they_come, least_likely } by = likeliest;
    bool crossing = true;   // the token that crosses the share is kept
    bool one_more = false;  // goes on where the share is met exactly
    bool sums_to_one = true;
    bool in_places = true;
    bool over_share = false;  // divides by the share
    bool single = false;      // looks at each token's own probability
    bool even = false;        // those kept are alike
};

Order kept_of(const Task& task, const Slip& slip) {
    const Column& p = task.probabilities;
    const Order order = slip.by == Slip::as_they_come
                            ? in_order(p.size())
                            : sorted(p, slip.by == Slip::likeliest);
    Order kept;
    double sum = 0.0;
    for (const std::size_t token : order) {
        if (slip.single && p[token] < 1.0 - task.share) continue;
        if (!slip.single && (slip.one_more ? sum > task.share : sum >= task.share))
            break;
        sum += p[token];
        if (!slip.crossing && sum > task.share) break;
        kept.push_back(token);
    }
    return kept;
}

std::vector<Close> with(const Task& task, const Slip& slip) {
    const Order kept = kept_of(task, slip);
    Column result(task.probabilities.size());
    double sum = 0.0;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const double p = slip.even ? 1.0 : task.probabilities[kept[k]];
        result[slip.in_places ? kept[k] : k] = p;
        sum += p;
    }
    if (slip.over_share) sum = task.share;
    for (double& p : result)
        if (slip.sums_to_one) p /= sum;
    return diagnosis::rounded(result);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return with(task, slip); }});
    };
    mistake("the tokens are taken as they come: the likeliest one is taken first",
            {.by = Slip::as_they_come});
    mistake("the least likely are taken first: sort from the largest down",
            {.by = Slip::least_likely});
    mistake(
        "the token that carries the sum over the share is left out: it belongs to "
        "the nucleus",
        {.crossing = false});
    mistake("one token too many: a sum that meets the share exactly is enough",
            {.one_more = true});
    mistake("the nucleus does not sum to 1: divide by what was kept",
            {.sums_to_one = false});
    mistake("divided by the share: what was kept sums to more than it",
            {.over_share = true});
    mistake("the tokens have lost their places: they are back in their own order",
            {.in_places = false});
    mistake(
        "each token is judged by its own probability: it is the sum of the "
        "likeliest "
        "that counts",
        {.single = true});
    mistake("the tokens of the nucleus are alike: they keep their proportions",
            {.even = true});
    return all;
}

}  // namespace

TEST_CASE("The probabilities to draw with, token by token") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return with(task, {}); },
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(
                     nn::exercise::nucleus(task.probabilities, task.share));
             },
         .mistakes = mistakes()});
}
