#include <array>
#include <sstream>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using nn::exercise::GateWeights;

// The answers at (0, 0), (1, 0), (0, 1) and (1, 1).
using Table = std::array<bool, 4>;

struct Task {
    std::string name;
    Table wanted;
    GateWeights yours;
};

bool fires(const GateWeights& gate, double x1, double x2) {
    return gate.w[0] * x1 + gate.w[1] * x2 + gate.b >= 0.0;
}

// The answers with each input off by so much.
Table table_of(const GateWeights& gate, double off1 = 0.0, double off2 = 0.0) {
    return {fires(gate, off1, off2), fires(gate, 1 + off1, off2),
            fires(gate, off1, 1 + off2), fires(gate, 1 + off1, 1 + off2)};
}

Table opposite_of(Table table) {
    for (bool& answer : table) answer = !answer;
    return table;
}

// At each corner where a fires, b fires too.
bool implies(const Table& a, const Table& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && !b[i]) return false;
    return true;
}

std::string mistake_in(const Task& task) {
    const auto& [w, b] = task.yours;
    const auto right_with = [&](double w1, double w2, double bias) {
        return table_of({{w1, w2}, bias}) == task.wanted;
    };
    if (table_of(task.yours) == opposite_of(task.wanted))
        return "it fires exactly where it should not: turn the signs of both "
               "weights and of the bias";
    if (right_with(w[1], w[0], b)) return "the two inputs are exchanged";
    if (right_with(w[0], 0, b) || right_with(0, w[1], b))
        return "an input has a say in it that should have none";
    if (right_with(w[0], w[1], -b))
        return "the bias has the wrong sign: it is minus the threshold";
    if (right_with(-w[0], -w[1], b))
        return "the weights have the wrong sign: a negative weight holds the "
               "neuron back where its input is 1";
    if (implies(task.wanted, table_of(task.yours)))
        return "it fires too easily: a lower bias, or a more negative weight, "
               "makes it harder";
    if (implies(table_of(task.yours), task.wanted))
        return "it is too lazy: a higher bias makes it easier to fire";
    return "it fires at a corner where it should not, and is silent at another one "
           "where it should fire";
}

std::string corners(const Task& task) {
    static const char* const names[] = {"(0, 0)", "(1, 0)", "(0, 1)", "(1, 1)"};
    const Table answers = table_of(task.yours);
    std::ostringstream text;
    for (std::size_t i = 0; i < answers.size(); ++i)
        text << "\n    " << names[i] << "    expected " << task.wanted[i]
             << ", yours " << answers[i]
             << (answers[i] == task.wanted[i] ? "" : "  <");
    return text.str();
}

void check_near_corners(const Task& task) {
    for (const double off1 : {-0.1, 0.1})
        for (const double off2 : {-0.1, 0.1})
            if (table_of(task.yours, off1, off2) != task.wanted)
                FAIL(task.name
                     << ": right at the corners, but its line runs too "
                        "close to one of them: with each input off by 0.1 "
                        "an answer changes"
                     << "\n    inputs off by  " << off1 << " and " << off2);
}

void check(const Task& task) {
    if (table_of(task.yours) != task.wanted)
        FAIL(task.name << ": " << mistake_in(task) << corners(task));
    check_near_corners(task);
}

}  // namespace

TEST_CASE("Each gate is one neuron: two weights and a bias") {
    using namespace nn::exercise;
    check({"AND", {false, false, false, true}, and_gate()});
    check({"OR", {false, true, true, true}, or_gate()});
    check({"NAND", {true, true, true, false}, nand_gate()});
    check({"NOT of the first", {true, false, true, false}, not_first_gate()});
    check({"the first but not the second",
           {false, true, false, false},
           first_but_not_second_gate()});
    SUCCEED();
}
