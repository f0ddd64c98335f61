#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/slopes.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::Real50;
using diagnosis::show;
using nn::exercise::LookUp;
using nn::exercise::LookUpSlopes;

struct Task {
    std::string name;
    LookUp look_up;
    Column dO;

    std::size_t d() const { return look_up.query.size(); }
    std::size_t keys() const { return look_up.keys.size(); }
};

// The scores k_j · q / √d of the keys, one behind the other.
template <class T>
std::vector<T> scores_of(std::span<const T> q, std::span<const T> keys) {
    using std::sqrt;
    const std::size_t d = q.size();
    std::vector<T> scores(keys.size() / d);
    for (std::size_t place = 0; place < keys.size(); ++place)
        scores[place / d] += keys[place] * q[place % d] / sqrt(T(double(d)));
    return scores;
}

template <class T>
std::vector<T> softmax(std::vector<T> scores) {
    using std::exp;
    T sum = 0;
    for (T& score : scores) sum += score = exp(score);
    for (T& score : scores) score /= sum;
    return scores;
}

Task forward(Task task) {
    const Column keys = diagnosis::joined(task.look_up.keys);
    task.look_up.weights = softmax(scores_of<double>(task.look_up.query, keys));
    return task;
}

Task random_task(std::size_t d, std::size_t keys, std::size_t values,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(keys) + " keys, d = " + show(d) + ", values of " + show(values),
              {},
              {}};
    task.look_up.query = diagnosis::normals(d, rng);
    task.look_up.keys = diagnosis::normal_columns(keys, d, rng);
    task.look_up.values = diagnosis::normal_columns(keys, values, rng);
    task.dO = diagnosis::normals(values, rng);
    return forward(task);
}

std::vector<Task> tasks() {
    return {forward({"two keys, by hand", {{2}, {{1}, {1}}, {{3}, {1}}, {}}, {4}}),
            random_task(3, 3, 3, 1), random_task(4, 5, 2, 2),
            random_task(2, 4, 3, 3)};
}

// The query, the keys and the values, or the slopes in them.
Column row_of(const Column& query, const Columns& keys, const Columns& values) {
    return diagnosis::joined(
        {query, diagnosis::joined(keys), diagnosis::joined(values)});
}

std::string name_of(const Task& task, std::size_t place) {
    const std::size_t d = task.d();
    if (place < d) return "q(" + show(place) + ")";
    place -= d;
    if (place < d * task.keys()) return diagnosis::name_of_entry("K", place, d);
    return diagnosis::name_of_entry("V", place - d * task.keys(), task.dO.size());
}

// A loss whose slopes in the output are dO.
Real50 loss_of(const Task& task, std::span<const Real50> row) {
    const std::size_t d = task.d(), values = task.dO.size();
    const auto q = row.first(d), keys = row.subspan(d, d * task.keys());
    const auto v = row.subspan(d + keys.size());
    const std::vector<Real50> a = softmax(scores_of(q, keys));
    Real50 loss;
    for (std::size_t place = 0; place < v.size(); ++place)
        loss += a[place / values] * v[place] * task.dO[place % values];
    return loss;
}

// The way back, and what people make of it.
struct Slip {
    enum Mean { weighted, none, plain } mean = weighted;
    bool softmax = true;
    bool diagonal = false;  // a (1 − a) da: each weight on its own
    bool mean_sign = false;
    bool root = true;
    bool root_in_query = true;
    bool values_weighted = true;
    bool last_key_alone = false;  // moves the query
    bool exchanged = false;       // q and k in the slopes of the scores
};

double mean_of(const Column& a, const Column& da, const Slip& slip) {
    double mean = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j)
        mean += da[j] * (slip.mean == Slip::plain ? 1.0 / double(a.size()) : a[j]);
    if (slip.mean == Slip::none) return 0.0;
    return slip.mean_sign ? -mean : mean;
}

double slope_of_score(double a, double da, double mean, const Slip& slip) {
    if (!slip.softmax) return da;
    return slip.diagonal ? a * (1.0 - a) * da : a * (da - mean);
}

Column slopes_of(const Task& task, const Slip& slip) {
    const auto& [q, keys, values, a] = task.look_up;
    const double root = std::sqrt(double(q.size()));
    Column da(a.size()), dq(q.size());
    Columns dK = keys, dV = values;
    for (std::size_t j = 0; j < a.size(); ++j)
        for (std::size_t i = 0; i < task.dO.size(); ++i) {
            da[j] += values[j][i] * task.dO[i];
            dV[j][i] = task.dO[i] * (slip.values_weighted ? a[j] : 1.0);
        }
    const double mean = mean_of(a, da, slip);
    for (std::size_t j = 0; j < a.size(); ++j)
        for (std::size_t i = 0; i < q.size(); ++i) {
            const double ds = slope_of_score(a[j], da[j], mean, slip);
            dK[j][i] = ds * q[i] / (slip.root ? root : 1.0);
            if (slip.last_key_alone) dq[i] = 0.0;
            dq[i] += ds * (slip.exchanged ? q[i] : keys[j][i]) /
                     (slip.root && slip.root_in_query ? root : 1.0);
            if (slip.exchanged) dK[j][i] = ds * keys[j][i] / root;
        }
    return row_of(dq, dK, dV);
}

std::vector<diagnosis::Mistake<Task, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Task, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return slopes_of(task, slip); }});
    };
    mistake("the mean is missing: ds_j is a_j times da_j less the mean of all da",
            {.mean = Slip::none});
    mistake(
        "the plain mean is taken off: it is the one with the weights, Σ a_i da_i",
        {.mean = Slip::plain});
    mistake("the mean is added: ds_j is a_j times da_j less the mean of all da",
            {.mean_sign = true});
    mistake(
        "softmax is left out: the slopes in the weights are not those in the "
        "scores",
        {.softmax = false});
    mistake("the slope of a sigmoid: a score moves the weights of all keys",
            {.diagonal = true});
    mistake("1/√d is missing: the scores were divided by √d on the way forward",
            {.root = false});
    mistake(
        "1/√d is missing in the query's slopes: it meets keys in a score over √d",
        {.root_in_query = false});
    mistake("the values' slopes are dO itself: value j came in a_j times",
            {.values_weighted = false});
    mistake("the last key alone moves the query: the slopes by all keys add up",
            {.last_key_alone = true});
    mistake("query and key are exchanged: the slopes in a key are along the query",
            {.exchanged = true});
    return all;
}

}  // namespace

TEST_CASE("The slopes of a look-up are those of differences in 50 digits") {
    diagnosis::check<Task>(
        {.tasks = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .parameters =
             [](const Task& task) {
                 const LookUp& l = task.look_up;
                 return row_of(l.query, l.keys, l.values);
             },
         .name_of = name_of,
         .loss = loss_of,
         .yours =
             [](const Task& task) {
                 const LookUpSlopes slopes =
                     nn::exercise::look_up_back(task.look_up, task.dO);
                 return row_of(slopes.query, slopes.keys, slopes.values);
             },
         .mistakes = mistakes()});
}
