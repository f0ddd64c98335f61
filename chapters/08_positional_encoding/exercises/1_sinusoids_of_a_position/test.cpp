#include <cmath>
#include <numbers>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/positional_encoding.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;

struct Task {
    std::size_t position, d;
};

std::vector<Task> tasks() {
    return {{3, 4}, {3, 3}, {0, 6}, {1, 2}, {7, 1}, {10, 8}, {100, 7}, {2000, 16}};
}

// The vector, and what people make of it.
struct Slip {
    enum Exponent { pairs, half, own, whole } exponent = pairs;
    bool halves = false;  // all sines, then all cosines
    bool cosine_first = false;
    bool cosines = true;
    bool cut = false;  // an odd d loses its last number
    bool from_one = false;
    bool degrees = false;
    bool inverse = false;  // 10000^(+2k/d)
};

double exponent(std::size_t k, std::size_t i, std::size_t d, const Slip& slip) {
    switch (slip.exponent) {
        case Slip::half:
            return double(k) / double(d);
        case Slip::own:
            return double(i) / double(d);
        case Slip::whole:
            return double(2 * k / d);
        default:
            return 2.0 * double(k) / double(d);
    }
}

double number(const Task& task, std::size_t i, const Slip& slip) {
    const std::size_t sines = (task.d + 1) / 2;
    const std::size_t k = slip.halves ? (i < sines ? i : i - sines) : i / 2;
    const bool sine = (slip.halves ? i < sines : i % 2 == 0) != slip.cosine_first ||
                      !slip.cosines;
    const double power = exponent(k, i, task.d, slip);
    double angle = (double(task.position) + (slip.from_one ? 1.0 : 0.0)) *
                   std::pow(10000.0, slip.inverse ? power : -power);
    if (slip.degrees) angle *= std::numbers::pi / 180;
    return sine ? std::sin(angle) : std::cos(angle);
}

std::vector<Close> vector_of(const Task& task, const Slip& slip) {
    Column vector(slip.cut ? task.d / 2 * 2 : task.d);
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] = number(task, i, slip);
    return diagnosis::rounded(vector);
}

// The book's own.
std::vector<Close> right(const Task& task) {
    Column vector(task.d);
    for (std::size_t i = 0; i < task.d; ++i)
        vector[i] = nn::sinusoid<double>(double(task.position), i, task.d);
    return diagnosis::rounded(vector);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return vector_of(task, slip); }});
    };
    mistake(
        "all sines come first: the sine and the cosine of a hand are neighbours",
        {.halves = true});
    mistake("sine and cosine are exchanged: number 2k is the sine",
            {.cosine_first = true});
    mistake("there is no cosine: number 2k + 1 is the cosine of the same angle",
            {.cosines = false});
    mistake("the exponent is −k/d: ω_k is 10000^(−2k/d)", {.exponent = Slip::half});
    mistake("each number has its own speed: the two numbers of a hand share ω_k",
            {.exponent = Slip::own});
    mistake(
        "2k / d is divided as whole numbers, and is 0: make doubles of them first",
        {.exponent = Slip::whole});
    mistake("the last number of an odd d is missing: it is a sine", {.cut = true});
    mistake("positions count from 1: the first one is 0, with sines of 0",
            {.from_one = true});
    mistake("the angle is taken in degrees: std::sin wants radians",
            {.degrees = true});
    mistake("the hands get faster: the exponent −2k/d has a minus",
            {.inverse = true});
    return all;
}

}  // namespace

TEST_CASE("The sinusoidal vector of a position") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe =
             [](const Task& task) {
                 return "position " + show(task.position) + ", d = " + show(task.d);
             },
         .right = right,
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(
                     nn::exercise::sinusoidal_vector(task.position, task.d));
             },
         .mistakes = mistakes()});
}
