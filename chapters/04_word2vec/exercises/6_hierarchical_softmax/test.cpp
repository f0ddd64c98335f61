#include <cmath>

#include "contract.hpp"
#include "exercises/slopes.hpp"
#include "nn/loss.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Real50;
using diagnosis::show;
using nn::TreeStep;
using nn::exercise::TreeLoss;
using nn::exercise::Vector;
using Row = std::vector<double>;

struct Task {
    std::string name;
    std::vector<double> counts;
    std::vector<Vector> nodes;
    Vector centre;
    std::size_t word;

    nn::HuffmanTree tree() const { return nn::HuffmanTree(counts); }
    std::vector<TreeStep> path() const {
        const nn::HuffmanTree t = tree();
        return {t.path(word).begin(), t.path(word).end()};
    }
};

std::vector<Task> tasks() {
    const std::vector<double> counts{40, 17, 12, 9, 6, 3};
    const std::vector<Vector> nodes{
        {0.5, -1.25}, {1.5, 0.25}, {-0.75, 0.5}, {0.2, 1.1}, {-0.6, 0.9}};
    std::vector<Task> all{{"three words, by hand, word 1",
                           {4, 2, 1},
                           {{0}, {std::log(3.0)}},
                           {1},
                           1}};
    for (const std::size_t word : {0, 5, 2, 3})
        all.push_back(
            {"six words, word " + show(word), counts, nodes, {0.8, -0.4}, word});
    return all;
}

std::vector<Task> tasks_with_large_scores() {
    std::vector<Task> all = tasks();
    for (const std::size_t word : {0, 1})
        all.push_back({"a score of −800 at the root, word " + show(word),
                       {2, 3},
                       {{-40}},
                       {20},
                       word});
    return all;
}

// All numbers in one row: the centre vector, then those of the nodes.
Row row_of(const Vector& centre, const std::vector<Vector>& nodes) {
    Row row = centre;
    for (const Vector& vector : nodes)
        row.insert(row.end(), vector.begin(), vector.end());
    return row;
}

template <class T>
T loss_of(const Task& task, std::span<const T> row) {
    const std::size_t d = task.centre.size();
    T loss = 0;
    for (const TreeStep& step : task.path()) {
        T z = 0;
        for (std::size_t i = 0; i < d; ++i)
            z += row[i] * row[(step.node + 1) * d + i];
        loss += nn::log_loss_from_logit(z, T(step.right ? 0 : 1));
    }
    return loss;
}

// The loss and its slopes, and what people make of them.
struct Slip {
    double sign = 1.0;
    bool ways_exchanged = false;
    bool all_left = false;  // in the slopes
    bool first_missing = false, last_missing = false;
    bool by_step = false;  // the node is taken by the number of the step
    bool centre_from_last = false;
    bool extra_slope = false;
};

double score(const Task& task, std::size_t node) {
    double z = 0.0;
    for (std::size_t i = 0; i < task.centre.size(); ++i)
        z += task.centre[i] * task.nodes[node][i];
    return z;
}

TreeLoss slipped(const Task& task, const Slip& slip) {
    const std::size_t d = task.centre.size();
    TreeLoss sum{0.0, Vector(d), {task.nodes.size(), Vector(d)}};
    const auto path = task.path();
    for (std::size_t k = 0; k < path.size(); ++k) {
        if (slip.first_missing && k == 0) continue;
        if (slip.last_missing && k + 1 == path.size()) continue;
        const std::size_t node = slip.by_step ? k : path[k].node;
        const double left = path[k].right == slip.ways_exchanged ? 1.0 : 0.0;
        const double z = score(task, node);
        const double p = nn::sigmoid(z);
        sum.loss += nn::log_loss_from_logit(z, left);
        const double dz = slip.sign * (p - (slip.all_left ? 1.0 : left)) *
                          (slip.extra_slope ? p * (1.0 - p) : 1.0);
        for (std::size_t i = 0; i < d; ++i) {
            if (slip.centre_from_last) sum.centre[i] = 0.0;
            sum.centre[i] += dz * task.nodes[node][i];
            sum.nodes[node][i] += dz * task.centre[i];
        }
    }
    return sum;
}

struct Named {
    std::string name;
    Slip slip;
};

const std::vector<Named>& slips() {
    static const std::vector<Named> all = {
        {"left and right are exchanged: the way to the left has σ(z)",
         {.ways_exchanged = true}},
        {"the first step is missing: the root asks too", {.first_missing = true}},
        {"the last step is missing: it leads to the word", {.last_missing = true}},
        {"the nodes are taken in their order in the table: step.node tells which "
         "it is",
         {.by_step = true}},
        {"in the slopes each step goes to the left: to the right y is 0",
         {.all_left = true}},
        {"the sign: along a score the slope is σ(z) − y", {.sign = -1.0}},
        {"the slope along the centre vector comes from the last step alone: it "
         "takes "
         "part in all",
         {.centre_from_last = true}},
        {"a slope of the sigmoid too many: in σ(z) − y the log loss has cancelled "
         "it",
         {.extra_slope = true}},
    };
    return all;
}

TreeLoss asked(const Task& task) {
    return nn::exercise::hierarchical_softmax(task.tree(), task.nodes, task.centre,
                                              task.word);
}

double through_p(const Task& task) {
    double p = 1.0;
    for (const TreeStep& step : task.path()) {
        const double left = nn::sigmoid(score(task, step.node));
        p *= step.right ? 1.0 - left : left;
    }
    return p;
}

std::vector<diagnosis::Mistake<Task, Close>> mistakes_of_loss() {
    std::vector<diagnosis::Mistake<Task, Close>> all;
    for (const auto& [name, slip] : slips())
        all.push_back({name, [=](const Task& task) {
                           return Close{slipped(task, slip).loss};
                       }});
    all.push_back({"the probability, and not its −log",
                   [](const Task& task) { return Close{through_p(task)}; }});
    all.push_back(
        {"the product of the probabilities is 0 before its logarithm is taken: "
         "add up log losses of logits",
         [](const Task& task) { return Close{-std::log(through_p(task))}; }});
    return all;
}

std::vector<diagnosis::Mistake<Task, Row>> mistakes_of_slopes() {
    std::vector<diagnosis::Mistake<Task, Row>> all;
    for (const auto& [name, slip] : slips())
        all.push_back({name, [=](const Task& task) {
                           const TreeLoss loss = slipped(task, slip);
                           return row_of(loss.centre, loss.nodes);
                       }});
    return all;
}

std::vector<Close> probabilities(Task task, double (*of)(const Task&)) {
    std::vector<Close> all;
    for (task.word = 0; task.word < task.counts.size(); ++task.word)
        all.push_back({of(task)});
    return all;
}

double loss_in_double(const Task& task) {
    return loss_of<double>(task, row_of(task.centre, task.nodes));
}

std::string name_of(const Task& task, std::size_t parameter) {
    const std::size_t d = task.centre.size();
    const std::string place = "[" + show(parameter % d) + "]";
    return parameter < d ? "centre" + place
                         : "nodes[" + show(parameter / d - 1) + "]" + place;
}

}  // namespace

TEST_CASE("The loss of a word in the tree") {
    diagnosis::check<Task, Close>(
        {.inputs = tasks_with_large_scores(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return Close{loss_in_double(task)}; },
         .yours = [](const Task& task) { return Close{asked(task).loss}; },
         .mistakes = mistakes_of_loss()});
}

TEST_CASE("The slopes are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters =
             [](const Task& task) { return row_of(task.centre, task.nodes); },
         .name_of = name_of,
         .loss = [](const Task& task,
                    std::span<const Real50> row) { return loss_of(task, row); },
         .yours =
             [](const Task& task) {
                 const TreeLoss loss = asked(task);
                 return row_of(loss.centre, loss.nodes);
             },
         .mistakes = mistakes_of_slopes()});
}

TEST_CASE("The probabilities of all words, which add up to 1") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return probabilities(task, through_p); },
         .yours =
             [](const Task& task) {
                 std::vector<Close> all;
                 for (const double p : nn::exercise::word_probabilities(
                          task.tree(), task.nodes, task.centre))
                     all.push_back({p});
                 return all;
             },
         .mistakes =
             {{"the losses, and not the probabilities",
               [](const Task& task) {
                   return probabilities(task, loss_in_double);
               }},
              {"the probabilities are divided by their number: their sum is 1 as "
               "it is",
               [](const Task& task) {
                   auto all = probabilities(task, through_p);
                   for (Close& p : all) p.value /= static_cast<double>(all.size());
                   return all;
               }}}});
}
