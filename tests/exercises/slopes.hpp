/// \file
/// \brief Compares a reader's gradient with differences in 50 digits, and names the
/// mistake if it is known.
#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "exercises/diagnosis.hpp"
#include "exercises/real50.hpp"

namespace diagnosis {

/// \brief Everything that is known about a gradient that the reader writes, all of
/// its slopes in one row.
template <class Task>
struct Gradient {
    using Row = std::vector<double>;

    std::vector<Task> tasks;
    std::function<std::string(const Task&)> describe;
    std::function<Row(const Task&)> parameters;
    std::function<std::string(const Task&, std::size_t)> name_of;  // a parameter
    std::function<Real50(const Task&, std::span<const Real50>)> loss;
    std::function<Row(const Task&)> yours;
    std::vector<Mistake<Task, Row>> mistakes;
};

/// \brief Whether two rows of slopes differ by rounding alone.
inline bool alike(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
            return std::abs(x - y) <= 1e-9 * std::max(1.0, std::abs(y));
        });
}

/// \brief The name of the mistake that explains all of the reader's slopes.
template <class Task>
std::string name_of_mistake(const Gradient<Task>& gradient,
                            const std::vector<std::vector<double>>& yours) {
    for (const auto& mistake : gradient.mistakes)
        if (std::equal(yours.begin(), yours.end(), gradient.tasks.begin(),
                       [&](const auto& row, const Task& task) {
                           return alike(row, mistake.returns(task));
                       }))
            return mistake.name;
    return "the gradient is not right yet";
}

/// \brief What keeps slopes from being compared, or nothing.
inline std::string broken(const std::vector<double>& slopes,
                          std::size_t parameters) {
    if (slopes.size() != parameters)
        return show(slopes.size()) + " slopes for " + show(parameters) +
               " parameters: each has one";
    for (const double slope : slopes)
        if (!std::isfinite(slope)) return "a slope is not finite";
    return "";
}

/// \brief Fails at the first task with a wrong slope; the message names the
/// mistake.
template <class Task>
void check(const Gradient<Task>& gradient) {
    std::vector<std::vector<double>> yours;
    for (const Task& task : gradient.tasks) {
        yours.push_back(gradient.yours(task));
        const std::string fault =
            broken(yours.back(), gradient.parameters(task).size());
        if (!fault.empty())
            FAIL(fault << "\n    for       " << gradient.describe(task));
    }
    for (std::size_t i = 0; i < yours.size(); ++i) {
        const Task& task = gradient.tasks[i];
        const WorstSlope worst = check_gradient(
            [&](std::span<const Real50> at) { return gradient.loss(task, at); },
            gradient.parameters(task), yours[i]);
        if (worst.error > 1e-10)
            FAIL(name_of_mistake(gradient, yours)
                 << "\n    for       " << gradient.describe(task)
                 << "; worst is the slope along "
                 << gradient.name_of(task, worst.parameter)
                 << show_difference(worst.exact, worst.given));
    }
    SUCCEED();
}

}  // namespace diagnosis
