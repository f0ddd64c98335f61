#include <cmath>
#include <functional>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/recurrent_step.hpp"
#include "nn/sigmoid.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;
using nn::exercise::AdditiveWeights;
using nn::exercise::Vector;

std::size_t products = 0;  // counted

Vector multiplied(std::span<const double> W, std::span<const double> x) {
    Vector y(W.size() / x.size());
    nn::add_product<double>(W, x, y);
    return y;
}

}  // namespace

nn::exercise::Vector nn::exercise::product(std::span<const double> W,
                                           std::span<const double> x) {
    ++products;
    return multiplied(W, x);
}

namespace {

struct Task {
    std::string name;
    AdditiveWeights weights;
    Vector query;
    std::vector<Vector> keys;
};

Task random_task(std::size_t units, std::size_t query, std::size_t key,
                 std::size_t keys, std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(units) + " units, a query of " + show(query) + ", " +
                  show(keys) + " keys of " + show(key),
              {},
              {},
              {}};
    task.weights = {diagnosis::normals(units * key, rng),
                    diagnosis::normals(units * query, rng),
                    diagnosis::normals(units, rng)};
    task.query = diagnosis::normals(query, rng);
    task.keys = diagnosis::normal_columns(keys, key, rng);
    return task;
}

std::vector<Task> tasks() {
    return {{"one unit, by hand", {{1}, {2}, {3}}, {0.1}, {{0.349}, {-0.2}}},
            random_task(3, 3, 3, 2, 1),
            random_task(4, 2, 3, 5, 2),
            random_task(2, 5, 1, 7, 3)};
}

// The score of a pair, and what people make of it.
using Pair = std::function<double(const Column& offered, const Column& asked,
                                  const Column& v)>;

// The sum of v_i times something about unit i.
Pair voted(double (*unit)(double offered, double asked)) {
    return [=](const Column& offered, const Column& asked, const Column& v) {
        double score = 0.0;
        for (std::size_t i = 0; i < v.size(); ++i)
            score += v[i] * unit(offered[i], asked[i]);
        return score;
    };
}

const Pair right = voted([](double k, double q) { return std::tanh(k + q); });

double unweighted(const Column& offered, const Column& asked, const Column& v) {
    return right(offered, asked, Column(v.size(), 1.0));
}

double squashed_after(const Column& offered, const Column& asked, const Column& v) {
    return std::tanh(
        voted([](double k, double q) { return k + q; })(offered, asked, v));
}

double divided(const Column& offered, const Column& asked, const Column& v) {
    return right(offered, asked, v) / std::sqrt(double(v.size()));
}

std::vector<Close> scores_of(const Task& task, const Pair& pair) {
    const auto& [W_K, W_Q, v] = task.weights;
    Column scores;
    for (const Vector& key : task.keys)
        scores.push_back(
            pair(multiplied(W_K, key), multiplied(W_Q, task.query), v));
    return diagnosis::rounded(scores);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Pair& pair) {
        all.push_back(
            {name, [=](const Task& task) { return scores_of(task, pair); }});
    };
    mistake("tanh is missing: each sum is squashed before v weighs it",
            voted([](double k, double q) { return k + q; }));
    mistake("tanh is taken of the score: each sum is squashed before v weighs it",
            squashed_after);
    mistake("key and query are squashed apart: it is the tanh of their sum",
            voted([](double k, double q) { return std::tanh(k) + std::tanh(q); }));
    mistake("v is missing: unit i counts v_i times", unweighted);
    mistake("the sigmoid in the place of tanh: a unit may vote against a key",
            voted([](double k, double q) { return nn::sigmoid(k + q); }));
    mistake("key and query are multiplied: in the additive score they are added",
            voted([](double k, double q) { return std::tanh(k * q); }));
    mistake("the query is missing: W_Q q belongs to the sum",
            voted([](double k, double) { return std::tanh(k); }));
    mistake("the key is missing: W_K k belongs to the sum",
            voted([](double, double q) { return std::tanh(q); }));
    mistake("the score is divided by a root: tanh keeps it small already", divided);
    return all;
}

// The number of products that the reader needs.
std::size_t products_for(const Task& task) {
    products = 0;
    nn::exercise::additive_scores(task.weights, task.query, task.keys);
    return products;
}

}  // namespace

TEST_CASE("The additive scores of one query, key by key") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return scores_of(task, right); },
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(nn::exercise::additive_scores(
                     task.weights, task.query, task.keys));
             },
         .mistakes = mistakes()});
}

TEST_CASE("The query's half of the sum is worked out once") {
    for (const Task& task : tasks()) {
        const std::size_t enough = task.keys.size() + 1,
                          needed = products_for(task);
        if (needed > enough)
            FAIL("W_Q q is worked out again for each key: once is enough"
                 << "\n    for       " << task.name << "\n    expected  at most "
                 << enough << " products\n    yours     " << needed);
    }
    SUCCEED();
}
