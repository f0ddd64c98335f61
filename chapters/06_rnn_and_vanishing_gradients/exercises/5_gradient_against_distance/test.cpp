#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::exercise::Matrix;
using nn::exercise::Vector;

std::size_t products = 0;  // counted

Matrix multiplied(const Matrix& A, const Matrix& B) {
    Matrix C(A.size(), Vector(B.at(0).size()));
    for (std::size_t i = 0; i < A.size(); ++i)
        for (std::size_t k = 0; k < B.size(); ++k)
            for (std::size_t j = 0; j < B[k].size(); ++j)
                C[i][j] += A[i].at(k) * B[k][j];
    return C;
}

}  // namespace

Matrix nn::exercise::product(const Matrix& A, const Matrix& B) {
    ++products;
    return multiplied(A, B);
}

namespace {

struct Task {
    std::string name;
    Matrix W_h;
    std::vector<Vector> states;
};

Task random_task(std::size_t units, std::size_t steps, std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{show(units) + " units, " + show(steps) + " steps",
              diagnosis::normal_columns(units, units, rng),
              {diagnosis::normals(units, rng)}};
    for (std::size_t t = 1; t <= steps; ++t) {
        Vector h = diagnosis::normals(units, rng);  // what the input brings
        for (std::size_t i = 0; i < units; ++i) {
            for (std::size_t j = 0; j < units; ++j)
                h[i] += task.W_h[i][j] * task.states.back()[j];
            h[i] = std::tanh(h[i]);
        }
        task.states.push_back(h);
    }
    return task;
}

std::vector<Task> tasks() {
    const Matrix turn{{0, 0.9}, {0.9, 0}};
    return {{"one unit, by hand", {{2}}, {{0.3}, {0.5}, {0.8}}},
            {"0.9 times an exchange, states of 0", turn, {{0, 0}, {0, 0}, {0, 0}}},
            {"no step at all", turn, {{0.5, 0.25}}},
            random_task(3, 4, 1),
            random_task(4, 10, 2)};
}

// The norms, and what people make of them.
struct Slip {
    bool earlier_on_the_left = false;
    bool slopes = true;
    bool slopes_of_columns = false;   // W_h diag(1 − h²)
    bool slopes_from_before = false;  // of h_{t−1}
    bool transposed = false;
    bool product_of_norms = false;
    bool ones_only = false;  // a row of ones sent back
    bool root = true;
    bool reversed = false;
};

double norm_of(const Matrix& A, const Slip& slip) {
    double squares = 0.0;
    for (const double a : diagnosis::joined(A)) squares += a * a;
    return slip.root ? std::sqrt(squares) : squares;
}

Matrix jacobian(const Task& task, std::size_t t, const Slip& slip) {
    const Vector& h = task.states[slip.slopes_from_before ? t - 1 : t];
    Matrix J = task.W_h;
    for (std::size_t i = 0; i < J.size(); ++i)
        for (std::size_t j = 0; j < J.size(); ++j) {
            if (slip.transposed) J[i][j] = task.W_h[j][i];
            const double unit = h[slip.slopes_of_columns ? j : i];
            if (slip.slopes) J[i][j] *= 1.0 - unit * unit;
        }
    return J;
}

Matrix identity(std::size_t n) {
    Matrix one(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i) one[i][i] = 1.0;
    return one;
}

std::vector<Close> norms_of(const Task& task, const Slip& slip) {
    const std::size_t n = task.W_h.size(), last = task.states.size() - 1;
    Matrix P = slip.ones_only ? Matrix{Vector(n, 1.0)} : identity(n);
    Vector norms(last + 1, norm_of(P, slip));
    for (std::size_t t = last; t > 0; --t) {
        const Matrix J = jacobian(task, t, slip);
        P = slip.earlier_on_the_left ? multiplied(J, P) : multiplied(P, J);
        const double before = t == last ? 1.0 : norms[t];
        norms[t - 1] =
            slip.product_of_norms ? before * norm_of(J, slip) : norm_of(P, slip);
    }
    if (slip.reversed) std::reverse(norms.begin(), norms.end());
    return diagnosis::rounded(norms);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return norms_of(task, slip); }});
    };
    mistake("the earlier step is on the left: ∂h_T/∂h_{t−1} is ∂h_T/∂h_t times J_t",
            {.earlier_on_the_left = true});
    mistake("the slope of tanh is missing: row i of W_h is multiplied by 1 − h_i²",
            {.slopes = false});
    mistake("the columns of W_h have the slopes of tanh: row i belongs to unit i",
            {.slopes_of_columns = true});
    mistake("the slope of tanh is that of the state before: J_t has 1 − h_t²",
            {.slopes_from_before = true});
    mistake("W_h is transposed: J_t has its rows as they are",
            {.transposed = true});
    mistake("the product of the norms: the norm of the product can be smaller",
            {.product_of_norms = true});
    mistake("a row of ones is sent back: it is the norm of the whole matrix",
            {.ones_only = true});
    mistake("the root is missing: the norm is the root of the sum of squares",
            {.root = false});
    mistake("the norms run from the end to the beginning: place t belongs to h_t",
            {.reversed = true});
    return all;
}

// The number of products that the reader needs.
std::size_t products_for(const Task& task) {
    products = 0;
    nn::exercise::influence_on_last(task.W_h, task.states);
    return products;
}

}  // namespace

TEST_CASE("The norms of the last state's slopes, in h_0, h_1 and so on") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return norms_of(task, {}); },
         .yours =
             [](const Task& task) {
                 return diagnosis::rounded(
                     nn::exercise::influence_on_last(task.W_h, task.states));
             },
         .mistakes = mistakes()});
}

TEST_CASE("One product a step is enough") {
    for (const Task& task : tasks()) {
        const std::size_t steps = task.states.size() - 1;
        const std::size_t needed = products_for(task);
        if (needed > steps)
            FAIL(
                "the products are formed anew: go on from the product that you have"
                << "\n    for       " << task.name << "\n    expected  at most "
                << steps << " products\n    yours     " << needed);
    }
    SUCCEED();
}
