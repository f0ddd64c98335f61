#include <algorithm>
#include <map>
#include <utility>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::show;
using nn::exercise::Block;
using nn::exercise::Round;
using Rounds = std::vector<Round>;
using Parts = std::vector<std::size_t>;

std::string name_of(const Block& block) {
    return "(" + show(block.row) + ", " + show(block.column) + ")";
}

std::string text_of(const Rounds& rounds) {
    std::string text;
    for (const Round& round : rounds) {
        text += "\n             ";
        for (const Block& block : round) text += " " + name_of(block);
    }
    return text;
}

std::string outside(const Rounds& rounds, std::size_t rows, std::size_t columns) {
    for (const Round& round : rounds)
        for (const Block& block : round)
            if (block.row >= rows || block.column >= columns)
                return "the block " + name_of(block) + " is outside of the table";
    return "";
}

// How often each block is there.
std::map<Parts, int> counts_of(const Rounds& rounds) {
    std::map<Parts, int> counts;
    for (const Round& round : rounds)
        for (const Block& block : round) ++counts[{block.row, block.column}];
    return counts;
}

std::string twice(const Rounds& rounds) {
    for (const auto& [block, count] : counts_of(rounds))
        if (count > 1)
            return "the block " + name_of({block[0], block[1]}) + " is learnt " +
                   show(count) + " times: once is enough";
    return "";
}

template <class Wanted>
std::string missing(const Rounds& rounds, std::size_t rows, std::size_t columns,
                    Wanted wanted) {
    const auto counts = counts_of(rounds);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
            if (wanted(i, j) && counts.count({i, j}) == 0)
                return "the block " + name_of({i, j}) + " is in no round";
    return "";
}

// Two blocks of a round for which the same words are named.
template <class PartsOf>
std::string meeting(const Rounds& rounds, const std::string& what,
                    PartsOf parts_of) {
    for (const Round& round : rounds) {
        std::map<std::size_t, Block> taken;
        for (const Block& block : round)
            for (const std::size_t part : parts_of(block)) {
                const auto [other, is_new] = taken.insert({part, block});
                if (!is_new)
                    return what + ": " + name_of(other->second) + " and " +
                           name_of(block);
            }
    }
    return "";
}

std::string too_many(const Rounds& rounds, std::size_t needed) {
    if (rounds.size() <= needed) return "";
    const std::string more =
        ": " + show(rounds.size()) + " rounds, and " + show(needed) + " are enough";
    if (std::all_of(rounds.begin(), rounds.end(),
                    [](const Round& round) { return round.size() <= 1; }))
        return "one block at a time: nobody helps" + more;
    return "more rounds than are needed" + more;
}

std::string first_of(std::initializer_list<std::string> faults) {
    for (const std::string& fault : faults)
        if (!fault.empty()) return fault;
    return "";
}

std::string fault_of_two(const Rounds& all, std::size_t rows, std::size_t columns) {
    std::string slow = too_many(all, std::max(rows, columns));
    if (!slow.empty() && all.size() == rows + columns - 1 && all.back().size() == 1)
        slow = "diagonals that end at the edge: let them go on at the other side" +
               slow.substr(slow.find(": "));
    return first_of(
        {outside(all, rows, columns), twice(all),
         missing(all, rows, columns, [](std::size_t, std::size_t) { return true; }),
         meeting(all, "two blocks of a round have the same rows",
                 [](const Block& b) { return Parts{b.row}; }),
         meeting(all, "two blocks of a round have the same columns",
                 [](const Block& b) { return Parts{b.column}; }),
         slow});
}

std::string mirrored(const Rounds& rounds) {
    for (const Round& round : rounds)
        for (const Block& block : round)
            if (block.row > block.column)
                return "the block " + name_of(block) +
                       " is the mirror image of another: the table is symmetric";
    return "";
}

std::string fault_of_one(const Rounds& all, std::size_t parts) {
    std::string slow = too_many(all, parts);
    for (const Round& round : all)
        if (!slow.empty() && round.size() == parts &&
            std::all_of(round.begin(), round.end(),
                        [](const Block& b) { return b.row == b.column; }))
            slow =
                "the blocks of a part with itself have a round of their own: let "
                "them "
                "join the others" +
                slow.substr(slow.find(": "));
    return first_of(
        {outside(all, parts, parts), mirrored(all), twice(all),
         missing(all, parts, parts,
                 [](std::size_t i, std::size_t j) { return i <= j; }),
         meeting(
             all, "two blocks of a round move the same words",
             [](const Block& b) {
                 return b.row == b.column ? Parts{b.row} : Parts{b.row, b.column};
             }),
         slow});
}

}  // namespace

TEST_CASE("Rounds where rows and columns have tables of their own") {
    for (const auto& [rows, columns] :
         std::vector<std::pair<std::size_t, std::size_t>>{
             {2, 3}, {3, 3}, {1, 1}, {8, 8}, {5, 2}, {1, 4}, {7, 9}}) {
        const Rounds all = nn::exercise::rounds(rows, columns);
        const std::string fault = fault_of_two(all, rows, columns);
        if (!fault.empty())
            FAIL(fault << "\n    for       " << rows << " row parts and " << columns
                       << " column parts\n    yours" << text_of(all));
    }
    SUCCEED();
}

TEST_CASE("Rounds where both share one table") {
    for (const std::size_t parts : {4, 1, 2, 3, 5, 8, 9}) {
        const Rounds all = nn::exercise::rounds_of_one_table(parts);
        const std::string fault = fault_of_one(all, parts);
        if (!fault.empty())
            FAIL(fault << "\n    for       " << parts << " parts\n    yours"
                       << text_of(all));
    }
    SUCCEED();
}
