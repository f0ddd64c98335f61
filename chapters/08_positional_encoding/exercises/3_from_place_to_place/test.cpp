#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/positional_encoding.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::exercise::Matrix;

struct Task {
    int distance;
    std::size_t d;
};

std::vector<Task> tasks() {
    return {{1, 2}, {0, 4}, {1, 4}, {3, 6}, {-2, 4}, {50, 8}};
}

// The matrix, and what people make of it.
struct Slip {
    bool other_way = false;     // turned back
    bool both_minus = false;    // cos, −sin and −sin, cos
    bool both_plus = false;     // cos, sin and sin, cos
    bool one_clock = false;     // ω_0 for all
    bool distance_used = true;  // in the angle
    bool halves = false;        // the cosines behind all sines
    bool sine_first = false;    // sin, cos and cos, −sin
    bool exponent_halved = false;
    bool size_only = false;  // backwards as forwards
};

double angle_of(const Task& task, std::size_t k, const Slip& slip) {
    const double d = double(task.d) * (slip.exponent_halved ? 2 : 1);
    const double speed = std::pow(10000.0, -2.0 * double(k) / d);
    const int distance = slip.size_only ? std::abs(task.distance) : task.distance;
    return (slip.distance_used ? distance : 1) * (slip.one_clock ? 1.0 : speed);
}

Matrix matrix_of(const Task& task, const Slip& slip) {
    Matrix R(task.d, std::vector<double>(task.d));
    for (std::size_t k = 0; k < task.d / 2; ++k) {
        const double angle = angle_of(task, k, slip);
        const double c = std::cos(angle), s = std::sin(angle);
        const std::size_t i = slip.halves ? k : 2 * k;  // of the sine
        const std::size_t j = slip.halves ? k + task.d / 2 : i + 1;
        R[i][i] = R[j][j] = c;
        R[i][j] = slip.other_way || slip.both_minus ? -s : s;
        R[j][i] = slip.other_way || slip.both_plus ? s : -s;
        if (!slip.sine_first) continue;
        R[i][i] = s;
        R[i][j] = R[j][i] = c;
        R[j][j] = -s;
    }
    return R;
}

std::vector<Close> row_of(const Matrix& R) {
    return diagnosis::rounded(diagnosis::joined(R));
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) {
                           return row_of(matrix_of(task, slip));
                       }});
    };
    mistake("the matrix goes back: row 2k is (cos, sin), row 2k + 1 is (−sin, cos)",
            {.other_way = true});
    mistake("both signs are minus: sin(a + b) is a sum", {.both_minus = true});
    mistake("both signs are plus: cos(a + b) is a difference", {.both_plus = true});
    mistake("all hands turn like the first: hand k turns by ω_k a token",
            {.one_clock = true});
    mistake("the distance is missing: the angle is distance times ω_k",
            {.distance_used = false});
    mistake("the sines come first, then the cosines: a hand has two neighbours",
            {.halves = true});
    mistake("sine and cosine are exchanged: the diagonal has the cosines",
            {.sine_first = true});
    mistake("the exponent is −k/d: ω_k is 10000^(−2k/d)",
            {.exponent_halved = true});
    mistake("a negative distance goes on: it goes back", {.size_only = true});
    return all;
}

// R PE(p) and PE(p + distance).
std::vector<Close> moved(const Matrix& R, const Task& task, int p) {
    diagnosis::Column vector(task.d);
    for (std::size_t i = 0; i < task.d; ++i)
        for (std::size_t j = 0; j < task.d; ++j)
            vector[i] += R[i][j] * nn::sinusoid<double>(p, j, task.d);
    return diagnosis::rounded(vector);
}

std::vector<Close> there(const Task& task, int p) {
    diagnosis::Column vector(task.d);
    for (std::size_t i = 0; i < task.d; ++i)
        vector[i] = nn::sinusoid<double>(p + task.distance, i, task.d);
    return diagnosis::rounded(vector);
}

}  // namespace

TEST_CASE("The matrix from a position to another, row by row") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe =
             [](const Task& task) {
                 return "a distance of " + show(task.distance) +
                        ", d = " + show(task.d);
             },
         .right = [](const Task& task) { return row_of(matrix_of(task, {})); },
         .yours =
             [](const Task& task) {
                 return row_of(nn::exercise::shift_matrix(task.distance, task.d));
             },
         .mistakes = mistakes()});
}

TEST_CASE("It takes the book's vectors to each other") {
    for (const Task& task : tasks())
        for (const int p : {2, 5, 60})
            CHECK(moved(nn::exercise::shift_matrix(task.distance, task.d), task,
                        p) == there(task, p));
}
