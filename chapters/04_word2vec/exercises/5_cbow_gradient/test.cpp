#include "contract.hpp"
#include "exercises/slopes.hpp"
#include "nn/softmax.hpp"

namespace {

using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::Embedding;
using nn::exercise::Vector;
using Row = std::vector<double>;

struct Task {
    std::string name;
    Embedding words;
    std::vector<std::size_t> context;
    std::size_t right;

    std::size_t dimension() const { return words.centre[0].size(); }
    std::size_t size() const { return words.centre.size(); }
};

Embedding embedding() {
    return {
        {{0.5, -1.0, 0.25}, {-0.75, 0.5, 1.0}, {1.25, 0.3, -0.6}, {0.1, -0.4, 0.8}},
        {{1.5, 0.25, -0.5}, {-0.2, 0.9, 0.7}, {0.6, -1.1, 0.4}, {-1.0, 0.35, 1.2}}};
}

std::vector<Task> tasks() {
    return {
        {"two words, by hand", {{{0, 1}, {0, -1}}, {{2, 0}, {4, 0}}}, {0, 1}, 1},
        {"four words, the context is 1 3, word 2 is right", embedding(), {1, 3}, 2},
        {"four words, the context is 0 1 0 3, word 3 is right",
         embedding(),
         {0, 1, 0, 3},
         3},
        {"four words, the context is 2, word 0 is right", embedding(), {2}, 0}};
}

// All numbers in one row: the centre vectors, then the neighbour vectors.
Row row_of(const Embedding& words) {
    Row row;
    for (const auto& vectors : {words.centre, words.neighbour})
        for (const Vector& vector : vectors)
            row.insert(row.end(), vector.begin(), vector.end());
    return row;
}

std::string name_of(const Task& task, std::size_t parameter) {
    const std::size_t d = task.dimension(), word = parameter / d;
    const std::string place = "[" + show(word % task.size()) + "]";
    return (word < task.size() ? "centre" : "neighbour") + place + "[" +
           show(parameter % d) + "]";
}

Real50 loss_of(const Task& task, std::span<const Real50> row) {
    const std::size_t d = task.dimension(), size = task.size();
    std::vector<Real50> h(d), z(size);
    for (const std::size_t word : task.context)
        for (std::size_t k = 0; k < d; ++k) h[k] += row[(size + word) * d + k];
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t k = 0; k < d; ++k)
            z[i] += row[i * d + k] * h[k] / task.context.size();
    return nn::cross_entropy<Real50>(z, task.right);
}

// The slopes, and what people make of them.
struct Slip {
    bool mean = true;     // h is the mean of the neighbours, not their sum
    bool divided = true;  // each neighbour gets its share of dh
    bool once = false;    // a word that is there twice counts once on the way back
    bool right_alone = false;  // only the right word's centre vector has a slope
    bool dh_of_right = false;  // dh is made of the right word's score alone
    bool to_all = false;       // all neighbour vectors get a slope
    bool own_centre = false;   // neighbours get dz of their own score
    bool exchanged = false;    // the two tables change places
    double sign = 1.0;
};

struct Forward {
    Vector h, dz, dh;
};

Forward forward(const Task& task, const Slip& slip) {
    const std::size_t d = task.dimension();
    const auto& [centre, neighbour] = task.words;
    Forward f{Vector(d), Vector(task.size()), Vector(d)};
    const double m = slip.mean ? static_cast<double>(task.context.size()) : 1.0;
    for (const std::size_t word : task.context)
        for (std::size_t k = 0; k < d; ++k)
            f.h[k] += (slip.exchanged ? centre : neighbour)[word][k] / m;
    Vector z(task.size());
    for (std::size_t i = 0; i < z.size(); ++i)
        for (std::size_t k = 0; k < d; ++k)
            z[i] += (slip.exchanged ? neighbour : centre)[i][k] * f.h[k];
    nn::cross_entropy_grad<double>(z, task.right, f.dz);
    for (double& slope : f.dz) slope *= slip.sign;
    for (std::size_t i = 0; i < z.size(); ++i)
        for (std::size_t k = 0; k < d; ++k)
            if (!slip.dh_of_right || i == task.right)
                f.dh[k] += f.dz[i] * (slip.exchanged ? neighbour : centre)[i][k];
    return f;
}

Row slopes_of(const Task& task, const Slip& slip) {
    const std::size_t d = task.dimension(), size = task.size();
    const auto [h, dz, dh] = forward(task, slip);
    Embedding slopes = {{size, Vector(d)}, {size, Vector(d)}};
    auto& guessed = slip.exchanged ? slopes.neighbour : slopes.centre;
    auto& given = slip.exchanged ? slopes.centre : slopes.neighbour;
    const double m = slip.divided ? static_cast<double>(task.context.size()) : 1.0;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t k = 0; k < d; ++k)
            if (!slip.right_alone || i == task.right) guessed[i][k] = dz[i] * h[k];
    for (const std::size_t word : task.context)
        for (std::size_t k = 0; k < d; ++k) {
            double& slope = given[word][k];
            slope =
                (slip.once ? 0.0 : slope) +
                (slip.own_centre ? dz[word] * task.words.centre[word][k] : dh[k]) /
                    m;
        }
    if (slip.to_all)
        for (Vector& vector : given)
            for (std::size_t k = 0; k < d; ++k) vector[k] = dh[k] / m;
    return row_of(slopes);
}

std::vector<diagnosis::Mistake<Task, Row>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Row>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("the neighbours are added up: h is their mean",
            {.mean = false, .divided = false});
    mistake(
        "the neighbours are added up, and divided on the way back alone: h is "
        "their "
        "mean",
        {.mean = false});
    mistake(
        "each neighbour gets the whole slope along h: its share of the mean is 1/m",
        {.divided = false});
    mistake("a word that stands twice in the context gets one share: it has two",
            {.once = true});
    mistake(
        "only the right word's centre vector has a slope: all words share the "
        "probability",
        {.right_alone = true});
    mistake(
        "the slope along h is made of the right word's score alone: h is in every "
        "score",
        {.dh_of_right = true});
    mistake("only the right word is looked at: all words share the probability",
            {.right_alone = true, .dh_of_right = true});
    mistake("words that are no neighbours get slopes too: they are not in the mean",
            {.to_all = true});
    mistake(
        "a neighbour gets the slope of its own score: it reaches all scores, by h",
        {.own_centre = true});
    mistake("the tables are exchanged: the mean is one of neighbour vectors",
            {.exchanged = true});
    mistake(
        "the sign: the slopes of the loss are asked for, not the step against them",
        {.sign = -1.0});
    return all;
}

}  // namespace

TEST_CASE("The slopes are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters = [](const Task& task) { return row_of(task.words); },
         .name_of = name_of,
         .loss = loss_of,
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::cbow_gradient(task.words, task.context,
                                                           task.right));
             },
         .mistakes = mistakes()});
}
