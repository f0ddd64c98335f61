#include "nn/pair_table.hpp"

#include <algorithm>
#include <utility>

namespace nn {

namespace {

// [snip:slots]
constexpr Cell empty{line_end, line_end, 0.0};
constexpr int first_bits = 10;  // 1024 slots at the start

bool is_empty(const Cell& cell) {
    return cell.row == line_end;
}
// [snip:slots]

}  // namespace

// [snip:find-slot]
PairTable::PairTable()
    : slots_(std::size_t{1} << first_bits, empty), shift_(64 - first_bits) {}

Cell& PairTable::slot(Token row, Token column) {
    const std::uint64_t key = std::uint64_t{row} << 32 | column;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key * 0x9E3779B97F4A7C15 >> shift_;  // 2⁶⁴ / golden ratio
    while (!is_empty(slots_[at]) &&
           (slots_[at].row != row || slots_[at].column != column))
        at = (at + 1) & mask;
    return slots_[at];
}
// [snip:find-slot]

// [snip:add-pair]
void PairTable::add(Token a, Token b, double weight) {
    const auto [row, column] = std::minmax(a, b);
    Cell& cell = slot(row, column);
    if (!is_empty(cell)) {
        cell.x += weight;
        return;
    }
    cell = {row, column, weight};
    if (++size_ > slots_.size() / 4 * 3) grow();
}

void PairTable::grow() {
    std::vector<Cell> old(2 * slots_.size(), empty);
    std::swap(old, slots_);
    --shift_;
    for (const Cell& cell : old)
        if (!is_empty(cell)) slot(cell.row, cell.column) = cell;
}
// [snip:add-pair]

// [snip:sort-pairs]
std::span<const Cell> PairTable::sort() {
    const auto end = std::partition(slots_.begin(), slots_.end(),
                                    [](const Cell& c) { return !is_empty(c); });
    std::sort(slots_.begin(), end,
              [](const Cell& a, const Cell& b) { return before(a, b); });
    return {slots_.data(), size_};
}

void PairTable::clear() {
    std::fill(slots_.begin(), slots_.end(), empty);
    size_ = 0;
}
// [snip:sort-pairs]

}  // namespace nn
