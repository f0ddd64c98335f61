#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rotary.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;

struct Task {
    std::string name;
    Column x;
    std::size_t position;
};

Task random_task(std::size_t d, std::size_t position, std::uint32_t seed) {
    nn::Rng rng(seed);
    return {show(d) + " numbers at position " + show(position),
            diagnosis::normals(d, rng), position};
}

std::vector<Task> tasks() {
    return {{"(1, 0) at position 1", {1, 0}, 1},
            {"(0, 1) at position 1", {0, 1}, 1},
            random_task(4, 0, 1),
            random_task(6, 3, 2),
            random_task(5, 7, 3),
            random_task(1, 4, 4),
            random_task(8, 300, 5)};
}

// Turning, and what people make of it.
struct Slip {
    bool other_way = false;
    bool both_plus = false;
    bool in_place = false;  // the second number reads the new first one
    bool halves = false;    // x_k and x_(k + d/2) make a pair
    bool one_clock = false;
    bool from_one = false;
    bool exponent_halved = false;
    bool added = false;      // the sine and the cosine
    bool even_only = false;  // an odd d loses its last number
};

double angle_of(const Task& task, std::size_t k, const Slip& slip) {
    const double d = double(task.x.size()) * (slip.exponent_halved ? 2 : 1);
    const double speed =
        slip.one_clock ? 1.0 : std::pow(10000.0, -2.0 * double(k) / d);
    return double(task.position + (slip.from_one ? 1 : 0)) * speed;
}

void turn_pair(double& a, double& b, double angle, const Slip& slip) {
    const double c = std::cos(angle),
                 s = slip.other_way ? -std::sin(angle) : std::sin(angle);
    const double old = a, old_b = b;
    a = c * old + (slip.both_plus ? s : -s) * b;
    b = s * (slip.in_place ? a : old) + c * b;
    if (slip.added) a = old + s, b = old_b + c;
}

std::vector<Close> with(const Task& task, const Slip& slip) {
    Column x = task.x;
    for (std::size_t k = 0; k < x.size() / 2; ++k) {
        double& a = x[slip.halves ? k : 2 * k];
        double& b = x[slip.halves ? k + x.size() / 2 : 2 * k + 1];
        turn_pair(a, b, angle_of(task, k, slip), slip);
    }
    if (slip.even_only) x.resize(x.size() / 2 * 2);
    return diagnosis::rounded(x);
}

// The book's own.
std::vector<Close> right(const Task& task) {
    arma::mat X(task.x.size(), task.position + 1);  // d × positions
    X.each_col() = arma::vec(task.x);
    nn::rotate(X, nn::RotaryTurns<double>(X.n_rows, X.n_cols));
    return diagnosis::rounded(arma::conv_to<Column>::from(X.tail_cols(1)));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return with(task, slip); }});
    };
    mistake("it is turned the other way: (1, 0) becomes (cos, sin)",
            {.other_way = true});
    mistake("both signs are plus: the first number is cos x_2k − sin x_2k+1",
            {.both_plus = true});
    mistake("the second number is made of the new first one: both come from x",
            {.in_place = true});
    mistake("the first half is paired with the second: neighbours make a pair",
            {.halves = true});
    mistake("all pairs turn like the first: pair k turns by ω_k a token",
            {.one_clock = true});
    mistake("positions count from 1: at position 0 nothing turns",
            {.from_one = true});
    mistake("the exponent is −k/d: ω_k is 10000^(−2k/d)",
            {.exponent_halved = true});
    mistake("sine and cosine are added: rotary positions turn, and add nothing",
            {.added = true});
    mistake("the last number of an odd d is missing: it stays as it is",
            {.even_only = true});
    return all;
}

double product(std::span<const double> x, std::span<const double> y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

}  // namespace

TEST_CASE("A vector, turned as its position wants it") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = right,
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(
                     nn::exercise::turned(task.x, task.position));
             },
         .mistakes = mistakes()});
}

TEST_CASE("The product of a query and a key knows their distance alone") {
    nn::Rng rng(6);
    const Column query = diagnosis::normals(6, rng),
                 key = diagnosis::normals(6, rng);
    const auto score = [&](std::size_t q, std::size_t k) {
        return Close{
            product(nn::exercise::turned(query, q), nn::exercise::turned(key, k))};
    };
    CHECK(score(5, 3) == score(12, 10));
    CHECK(score(5, 3) == score(2, 0));
    CHECK_FALSE(score(5, 3) == score(3, 5));
}
