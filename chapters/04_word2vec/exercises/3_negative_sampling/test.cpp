#include <cmath>

#include "contract.hpp"
#include "exercises/slopes.hpp"
#include "nn/loss.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::NegativeSampling;
using nn::exercise::Vector;
using Row = std::vector<double>;

struct Task {
    std::string name;
    Vector centre;
    std::vector<Vector> neighbours;
    std::size_t right;
    std::vector<std::size_t> noise;
};

std::vector<Task> tasks() {
    const std::vector<Vector> words{
        {0.5, -1.25, 0.75}, {1.5, 0.25, -0.5}, {-0.75, 2.0, 1.0}, {0.1, 0.2, -1.6}};
    const Vector w{0.8, -0.4, 1.1};
    return {{"two words, by hand", {1, 2}, {{2, -1}, {0, 0}}, 0, {1}},
            {"word 1 is right, 3 and 0 were drawn", w, words, 1, {3, 0}},
            {"word 2 is right, nothing was drawn", w, words, 2, {}},
            {"word 0 is right, 2 was drawn twice, 3 once", w, words, 0, {2, 3, 2}}};
}

// All numbers in one row: the centre vector, then the others.
Row row_of(const Vector& centre, const std::vector<Vector>& neighbours) {
    Row row = centre;
    for (const Vector& vector : neighbours)
        row.insert(row.end(), vector.begin(), vector.end());
    return row;
}

template <class T>
T loss_of(const Task& task, std::span<const T> row) {
    const std::size_t d = task.centre.size();
    const auto price = [&](std::size_t word, int y) {
        T z = 0;
        for (std::size_t i = 0; i < d; ++i) z += row[i] * row[(word + 1) * d + i];
        return nn::log_loss_from_logit(z, T(y));
    };
    T loss = price(task.right, 1);
    for (const std::size_t word : task.noise) loss += price(word, 0);
    return loss;
}

double loss_of(const Task& task) {
    return loss_of<double>(task, row_of(task.centre, task.neighbours));
}

// The slopes, and what people make of them.
struct Slip {
    double sign = 1.0;
    bool noise_is_right = false;
    bool sigmoid = true;
    bool extra_slope = false;
    bool mean_of_noise = false;
    bool overwritten = false;        // a word that was drawn twice counts once
    bool centre_from_right = false;  // the noise does not move the centre
    bool own_vector = false;         // c gets c, w gets w
};

double slope_of_score(const Task& task, std::size_t word, double y,
                      const Slip& slip) {
    double z = 0.0;
    for (std::size_t i = 0; i < task.centre.size(); ++i)
        z += task.centre[i] * task.neighbours[word][i];
    const double p = slip.sigmoid ? nn::sigmoid(z) : z;
    return slip.sign * (p - y) *
           (slip.extra_slope ? nn::sigmoid_grad_from_output(p) : 1.0);
}

Row slopes_of(const Task& task, const Slip& slip) {
    const std::size_t d = task.centre.size();
    Vector centre(d);
    std::vector<Vector> neighbours(task.neighbours.size(), Vector(d));
    const auto add = [&](std::size_t word, double y, double weight) {
        const double dz = weight * slope_of_score(task, word, y, slip);
        const Vector &w = task.centre, &c = task.neighbours[word];
        for (std::size_t i = 0; i < d; ++i) {
            double& slope = neighbours[word][i];
            if (slip.overwritten) slope = 0.0;
            slope += dz * (slip.own_vector ? c[i] : w[i]);
            if (slip.centre_from_right && word != task.right) continue;
            centre[i] += dz * (slip.own_vector ? w[i] : c[i]);
        }
    };
    add(task.right, 1.0, 1.0);
    for (const std::size_t word : task.noise)
        add(word, slip.noise_is_right ? 1.0 : 0.0,
            slip.mean_of_noise ? 1.0 / static_cast<double>(task.noise.size())
                               : 1.0);
    return row_of(centre, neighbours);
}

std::vector<diagnosis::Mistake<Task, Row>> mistakes_of_slopes() {
    std::vector<diagnosis::Mistake<Task, Row>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("the sign: along a score the slope is p − y", {.sign = -1.0});
    mistake("drawn words are taken for right ones: for them y is 0",
            {.noise_is_right = true});
    mistake("the sigmoid is missing: p is σ(z)", {.sigmoid = false});
    mistake(
        "a slope of the sigmoid too many: in p − y the log loss has cancelled it",
        {.extra_slope = true});
    mistake("the mean over the drawn words: their losses are added up",
            {.mean_of_noise = true});
    mistake("a word that was drawn twice counts once: its slopes add up",
            {.overwritten = true});
    mistake(
        "the drawn words do not reach the centre vector: it takes part in every "
        "score",
        {.centre_from_right = true});
    mistake(
        "the vectors are exchanged: along c the slope is (p − y) w, along w it is "
        "(p − y) c",
        {.own_vector = true});
    return all;
}

NegativeSampling asked(const Task& task) {
    return nn::exercise::negative_sampling(task.centre, task.neighbours, task.right,
                                           task.noise);
}

std::string name_of(const Task& task, std::size_t parameter) {
    const std::size_t d = task.centre.size();
    const std::string place = "[" + show(parameter % d) + "]";
    return parameter < d ? "centre" + place
                         : "neighbours[" + show(parameter / d - 1) + "]" + place;
}

double noise_right(const Task& task) {
    double loss = 0.0;
    for (std::size_t word : task.noise) {
        const Task alone{"", task.centre, task.neighbours, word, {}};
        loss += loss_of(alone);
    }
    return loss;
}

double through_p(const Task& task) {
    const auto p = [&](std::size_t word) {
        return slope_of_score(task, word, 0.0, {});  // p − 0
    };
    double loss = -std::log(p(task.right));
    for (const std::size_t word : task.noise) loss -= std::log(1.0 - p(word));
    return loss;
}

std::vector<diagnosis::Mistake<Task, Close>> mistakes_of_loss() {
    const auto right_alone = [](Task task) {
        task.noise.clear();
        return loss_of(task);
    };
    return {
        {"drawn words are taken for right ones: for them y is 0",
         [=](const Task& t) { return Close{right_alone(t) + noise_right(t)}; }},
        {"the loss of the right word alone: the drawn ones pay too",
         [=](const Task& t) { return Close{right_alone(t)}; }},
        {"the mean over the drawn words: their losses are added up",
         [=](const Task& t) {
             const double drawn = loss_of(t) - right_alone(t);
             const auto n =
                 static_cast<double>(std::max<std::size_t>(t.noise.size(), 1));
             return Close{right_alone(t) + drawn / n};
         }},
        {"the minus is missing: a loss is not negative",
         [](const Task& t) { return Close{-loss_of(t)}; }},
        {"it goes through p, which is 0 or 1 for a large score: the log loss of "
         "the "
         "logit survives it",
         [](const Task& t) { return Close{through_p(t)}; }},
    };
}

}  // namespace

TEST_CASE("The loss of a pair and of drawn ones") {
    auto inputs = tasks();
    inputs.push_back({"a score of −800", {20, 20}, {{-40, 0}, {-1, 0}}, 0, {1}});
    inputs.push_back(
        {"a drawn word with a score of 800", {20, 20}, {{1, 0}, {0, 40}}, 0, {1}});
    diagnosis::check<Task, Close>(
        {.inputs = inputs,
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return Close{loss_of(task)}; },
         .yours = [](const Task& task) { return Close{asked(task).loss}; },
         .mistakes = mistakes_of_loss()});
}

TEST_CASE("The slopes are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters =
             [](const Task& task) { return row_of(task.centre, task.neighbours); },
         .name_of = name_of,
         .loss = [](const Task& task,
                    std::span<const Real50> row) { return loss_of(task, row); },
         .yours =
             [](const Task& task) {
                 const NegativeSampling slopes = asked(task);
                 return row_of(slopes.centre, slopes.neighbours);
             },
         .mistakes = mistakes_of_slopes()});
}
