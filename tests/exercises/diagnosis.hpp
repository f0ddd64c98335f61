/// \file
/// \brief Compares a reader's function with the right one, and names the mistake if
/// it is known.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "exercises/show.hpp"
#include "support/catch.hpp"

namespace diagnosis {

/// \brief A mistake that people make: its name, and what the function would return
/// with it.
template <class Input, class Result>
struct Mistake {
    std::string name;
    std::function<Result(const Input&)> returns;
};

/// \brief Everything that is known about a function that the reader writes.
template <class Input, class Result>
struct Question {
    std::vector<Input> inputs;
    std::function<std::string(const Input&)> describe;
    std::function<Result(const Input&)> right;
    std::function<Result(const Input&)> yours;
    std::vector<Mistake<Input, Result>> mistakes;
};

/// \brief The name of the mistake that explains all of the reader's results, or a plain no.
template <class Input, class Result>
std::string name_of_mistake(const Question<Input, Result>& question,
                            const std::vector<Result>& yours) {
    for (const auto& mistake : question.mistakes)
        if (std::equal(yours.begin(), yours.end(), question.inputs.begin(),
                       [&](const Result& result, const Input& input) {
                           return result == mistake.returns(input);
                       }))
            return mistake.name;
    return "the result is not right yet";
}

/// \brief Fails at the first input whose result is wrong; the message names the mistake.
template <class Input, class Result>
void check(const Question<Input, Result>& question) {
    std::vector<Result> yours;
    for (const Input& input : question.inputs)
        yours.push_back(question.yours(input));
    for (std::size_t i = 0; i < yours.size(); ++i) {
        const Input& input = question.inputs[i];
        const Result expected = question.right(input);
        if (expected == yours[i]) continue;
        FAIL(name_of_mistake(question, yours)
             << "\n    for       " << question.describe(input)
             << show_difference(expected, yours[i]));
    }
    SUCCEED();
}

}  // namespace diagnosis
