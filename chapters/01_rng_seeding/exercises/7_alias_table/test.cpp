#include <cmath>
#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using nn::exercise::AliasTable;
using Probabilities = std::vector<double>;

Probabilities summing_to_one(Probabilities p) {
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& x : p) x /= sum;
    return p;
}

// The words of a text, roughly: the item number k is k times as rare as the first.
Probabilities zipf(std::size_t n) {
    Probabilities p(n);
    for (std::size_t i = 0; i < n; ++i) p[i] = 1.0 / static_cast<double>(i + 1);
    return summing_to_one(p);
}

// The part of all columns that belongs to each item.
Probabilities drawn_by(const AliasTable& table) {
    const auto n = static_cast<double>(table.keep.size());
    Probabilities q(table.keep.size());
    for (std::size_t i = 0; i < q.size(); ++i) {
        q[i] += table.keep[i] / n;
        q[table.alias[i]] += (1.0 - table.keep[i]) / n;
    }
    return q;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

bool draws(const AliasTable& table, const Probabilities& p) {
    const Probabilities q = drawn_by(table);
    return std::equal(q.begin(), q.end(), p.begin(), near);
}

// True if `holds` does, of each column's index.
template <class Condition>
bool in_all_columns(const AliasTable& table, Condition holds) {
    for (std::size_t i = 0; i < table.keep.size(); ++i)
        if (!holds(i)) return false;
    return true;
}

std::string broken_column(const AliasTable& table) {
    for (std::size_t i = 0; i < table.keep.size(); ++i) {
        const std::string column = "column " + diagnosis::show(i);
        if (table.alias[i] >= table.keep.size())
            return column + " has the alias " + diagnosis::show(table.alias[i]) +
                   ", and there is no such item";
        if (!(table.keep[i] >= 0.0 && table.keep[i] <= 1.0 + 1e-9))
            return column + " keeps " + diagnosis::show(table.keep[i]) +
                   ", and its height is 1: has the item that filled a column paid "
                   "what the "
                   "column lacked, and are the leftover columns set to 1?";
    }
    return "";
}

AliasTable with_leftovers_whole(AliasTable table, const Probabilities& p) {
    for (std::size_t i = 0; i < p.size(); ++i)
        if (table.keep[i] == 0.0 && p[i] > 0.0) table.keep[i] = 1.0;
    return table;
}

// The name of the mistake in a table that is well formed and draws something else
// than p.
std::string mistake_in(const AliasTable& table, const Probabilities& p) {
    const auto n = static_cast<double>(p.size());
    const auto keeps = [&](auto height) {
        return in_all_columns(
            table, [&](std::size_t i) { return near(table.keep[i], height(i)); });
    };
    if (keeps([](std::size_t) { return 1.0; }) ||
        keeps([&](std::size_t i) { return p[i]; }))
        return "the probabilities are not multiplied by n: a column is 1 high, and "
               "the items "
               "must be 1 on average";
    if (draws(with_leftovers_whole(table, p), p))
        return "the leftover columns are not set to 1";
    if (keeps([&](std::size_t i) { return std::min(1.0, n * p[i]); }) &&
        in_all_columns(table, [&](std::size_t i) {
            return n * p[i] >= 1.0 || table.alias[i] != i;
        }))
        return "the item that filled a column has as much left as before";
    if (!in_all_columns(table, [&](std::size_t i) {
            return table.keep[i] > 1.0 - 1e-9 || table.alias[i] != i;
        }))
        return "a column is its own alias: the rest of it is to belong to another "
               "item";
    return "the columns do not add up to the probabilities: an item that fills a "
           "column pays "
           "1 minus what the column keeps, no more and no less";
}

std::string worst_item(const AliasTable& table, const Probabilities& p) {
    const Probabilities q = drawn_by(table);
    std::size_t worst = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (std::abs(q[i] - p[i]) > std::abs(q[worst] - p[worst])) worst = i;
    return "\n    item      " + diagnosis::show(worst) + ", whose probability is" +
           diagnosis::show_difference(p[worst], q[worst]);
}

void check(const std::string& what, const Probabilities& p) {
    const AliasTable table = nn::exercise::alias_table(p);
    if (table.keep.size() != p.size() || table.alias.size() != p.size())
        FAIL("a table for " << p.size() << " items has " << table.keep.size()
                            << " heights and " << table.alias.size()
                            << " aliases; each column needs one of both");
    const std::string broken = broken_column(table);
    if (!broken.empty()) FAIL(broken << "\n    for       " << what);
    if (draws(table, p)) return;
    FAIL(mistake_in(table, p)
         << "\n    for       " << what << worst_item(table, p));
}

}  // namespace

TEST_CASE("The columns of an alias table add up to the probabilities") {
    check("four items", {0.1, 0.2, 0.3, 0.4});
    check("halves, quarters and eighths", {0.5, 0.25, 0.125, 0.125});
    check("seven equal items", Probabilities(7, 1.0 / 7.0));
    check("a single item", {1.0});
    check("items that never come", {0.0, 0.7, 0.0, 0.3, 0.0});
    check("ten thousand words of a text", zipf(10000));
    SUCCEED();
}
