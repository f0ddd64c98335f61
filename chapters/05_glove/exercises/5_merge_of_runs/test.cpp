#include <algorithm>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace nn {

bool operator==(const Cell& a, const Cell& b) {
    return a.row == b.row && a.column == b.column && a.x == b.x;
}

std::string show(const Cell& cell) {
    return "(" + diagnosis::show(cell.row) + ", " + diagnosis::show(cell.column) +
           "): " + diagnosis::show(cell.x);
}

}  // namespace nn

namespace {

using diagnosis::show;
using nn::Cell;
using Cells = std::vector<Cell>;
using Runs = std::vector<Cells>;

class CountedRun final : public nn::exercise::Run {
public:
    explicit CountedRun(const Cells& cells) : cells_(cells) {}

    std::optional<Cell> next() override {
        if (taken_ == cells_.size()) return std::nullopt;
        return cells_[taken_++];
    }

    // Cells taken that come after this one.
    std::size_t taken_after(const Cell& cell) const {
        return static_cast<std::size_t>(std::count_if(
            cells_.begin(), cells_.begin() + static_cast<long>(taken_),
            [&](const Cell& other) { return before(cell, other); }));
    }

private:
    const Cells& cells_;
    std::size_t taken_ = 0;
};

std::vector<Runs> inputs() {
    return {{{{0, 1, 2}, {3, 0, 1}}, {{0, 1, 5}, {0, 4, 1}}},
            {{{0, 0, 1}, {0, 2, 1}, {1, 1, 3}, {4, 0, 0.5}},
             {{0, 0, 2}, {1, 0, 1}, {1, 1, 4}},
             {{0, 0, 4}, {0, 1, 8}, {1, 1, 16}, {5, 5, 1}, {6, 0, 1}}},
            {{{2, 2, 1e16}}, {{2, 2, 1.0}}, {{2, 2, 1.0}}},
            {{}, {{1, 2, 3}, {1, 3, 0.25}}, {}},
            {{{7, 1, 1}, {8, 0, 2}, {8, 9, 1}}},
            {}};
}

// The merge, and what people make of it.
struct Slip {
    bool added = true;
    bool last_alone = false;
    bool rows_alone = false;
    bool columns_first = false;
    bool stops_early = false;
    bool two_at_most = false;
    bool backwards = false;
    bool last_lost = false;
};

bool comes_before(const Cell& a, const Cell& b, const Slip& slip) {
    if (slip.rows_alone) return a.row < b.row;
    if (slip.columns_first)
        return a.column != b.column ? a.column < b.column : a.row < b.row;
    return before(a, b);
}

Cells merged_by(Runs runs, const Slip& slip) {
    if (slip.backwards) std::reverse(runs.begin(), runs.end());
    std::vector<std::size_t> next(runs.size());
    Cells merged;
    for (;;) {
        const Cell* first = nullptr;
        bool over = false;
        for (std::size_t k = 0; k < runs.size(); ++k) {
            over = over || next[k] == runs[k].size();
            if (next[k] == runs[k].size()) continue;
            const Cell& head = runs[k][next[k]];
            if (!first || comes_before(head, *first, slip)) first = &head;
        }
        if (!first || (slip.stops_early && over)) break;
        Cell sum{first->row, first->column, 0.0};
        std::size_t equal = 0;
        for (std::size_t k = 0; k < runs.size(); ++k) {
            if (next[k] == runs[k].size()) continue;
            const Cell& head = runs[k][next[k]];
            if (comes_before(sum, head, slip)) continue;
            if (equal > 0 && !slip.added) continue;
            if (equal == 2 && slip.two_at_most) continue;
            sum.x = slip.last_alone ? head.x : sum.x + head.x;
            ++next[k];
            ++equal;
        }
        merged.push_back(sum);
    }
    if (slip.last_lost && !merged.empty()) merged.pop_back();
    return merged;
}

std::vector<diagnosis::Mistake<Runs, Cells>> mistakes() {
    std::vector<diagnosis::Mistake<Runs, Cells>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Runs& runs) { return merged_by(runs, slip); }});
    };
    mistake(
        "cells of the same pair come out one after the other: they are to be added "
        "up",
        {.added = false});
    mistake(
        "of cells of the same pair only the last one counts: they are to be added "
        "up",
        {.last_alone = true});
    mistake("cells of the same row are taken for the same pair: the columns differ",
            {.rows_alone = true});
    mistake("the order is by column first: it is by row, then by column",
            {.columns_first = true});
    mistake("it stops when one run is over: the others go on",
            {.stops_early = true});
    mistake("two cells of the same pair are added, and three runs may have it",
            {.two_at_most = true});
    mistake("the sum is taken from the last run to the first: its last bits differ",
            {.backwards = true});
    mistake("the last cell does not come out", {.last_lost = true});
    return all;
}

struct Merged {
    Cells cells;
    std::size_t ahead = 0;  // cells of one run taken too early, at most
};

Merged yours(const Runs& runs) {
    std::vector<CountedRun> counted(runs.begin(), runs.end());
    std::vector<nn::exercise::Run*> pointers;
    for (CountedRun& run : counted) pointers.push_back(&run);
    Merged merged;
    nn::exercise::merge(pointers, [&](const Cell& cell) {
        merged.cells.push_back(cell);
        for (const CountedRun& run : counted)
            merged.ahead = std::max(merged.ahead, run.taken_after(cell));
    });
    return merged;
}

std::string describe(const Runs& runs) {
    std::string text = "the runs";
    for (const Cells& run : runs) text += " " + show(run);
    return text;
}

}  // namespace

TEST_CASE("The cells of all runs, in order") {
    diagnosis::check<Runs, Cells>(
        {.inputs = inputs(),
         .describe = describe,
         .right = [](const Runs& runs) { return merged_by(runs, {}); },
         .yours = [](const Runs& runs) { return yours(runs).cells; },
         .mistakes = mistakes()});
}

TEST_CASE("One cell of each run is in memory") {
    for (const Runs& runs : inputs()) {
        const std::size_t ahead = yours(runs).ahead;
        if (ahead > 1)
            FAIL(
                "cells are taken long before they are needed: keep one of each "
                "run, "
                "as the runs may be larger than the memory"
                << "\n    for       " << describe(runs)
                << "\n    when a cell came out, " << ahead
                << " cells of a run had been taken that come after it");
    }
    SUCCEED();
}
