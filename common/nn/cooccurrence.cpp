#include "nn/cooccurrence.hpp"

#include <algorithm>
#include <queue>
#include <string>

#include "nn/pair_table.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:windows]
constexpr std::size_t chunk = 4096;  // tokens or cells read at once

std::vector<double> pair_weights(const CountOptions& options) {
    std::vector<double> weights(options.context_window + 1);
    for (std::size_t d = 1; d < weights.size(); ++d)
        weights[d] = pair_weight(d, options.by_distance);
    return weights;
}

/// \brief The last words read, and where their line begins among them.
class Window {
public:
    explicit Window(std::size_t reach) : reach_(reach) {}

    /// \brief Calls pair(earlier word, word, distance) for each pair that the
    /// tokens make with each other and with those before them.
    template <class Pair>
    void pass(std::span<const Token> tokens, Pair pair) {
        words_.insert(words_.end(), tokens.begin(), tokens.end());
        for (; next_ < words_.size(); ++next_) {
            if (words_[next_] == line_end) line_ = next_ + 1;
            for (std::size_t i = std::max(line_, next_ - std::min(next_, reach_));
                 i < next_; ++i)
                pair(words_[i], words_[next_], next_ - i);
        }
        forget();
    }
    // [snip:windows]

private:
    // [snip:window-forgets]
    void forget() {
        const std::size_t old = next_ - std::min(next_, reach_);
        words_.erase(words_.begin(), words_.begin() + static_cast<long>(old));
        next_ -= old;
        line_ -= std::min(line_, old);
    }

    std::size_t reach_, next_ = 0, line_ = 0;
    std::vector<Token> words_;
};
// [snip:window-forgets]

}  // namespace

// [snip:count-runs]
void count_runs(TokenStream& tokens, const CountOptions& options,
                std::size_t most_pairs, const CellSink& run) {
    require(options.context_window > 0 && most_pairs > 0, "count_runs",
            "a window of " + std::to_string(options.context_window) + " and " +
                std::to_string(most_pairs) + " pairs; both must be at least 1");
    // [snip:count-runs]
    // [snip:count-runs-core]
    const std::vector<double> weights = pair_weights(options);
    PairTable table;
    const auto flush = [&] {
        if (table.size() > 0) run(table.sort());
        table.clear();
    };
    const auto add = [&](Token a, Token b, std::size_t d) {
        // A word that meets itself is met from both sides, in one cell.
        table.add(a, b, a == b ? 2 * weights[d] : weights[d]);
        if (table.size() == most_pairs) flush();
    };
    // [snip:count-runs-core]
    // [snip:count-runs-stream]
    Window window(options.context_window);
    std::vector<Token> some(chunk);
    tokens.rewind();
    while (const std::size_t n = tokens.read(some))
        window.pass({some.data(), n}, add);
    flush();
}
// [snip:count-runs-stream]

// [snip:count-pairs]
std::vector<Cell> count_pairs(TokenStream& tokens, const CountOptions& options) {
    std::vector<Cell> cells;
    constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();
    count_runs(tokens, options, no_limit, [&](std::span<const Cell> run) {
        both_ways(run, [&](const Cell& cell) { cells.push_back(cell); });
    });
    std::sort(cells.begin(), cells.end(),
              [](const Cell& a, const Cell& b) { return before(a, b); });
    return cells;
}
// [snip:count-pairs]

namespace {

/// \brief A run with the cell that comes next.
// [snip:run-head]
class RunHead {
public:
    explicit RunHead(CellStream& run) : run_(&run), cells_(1024) { refill(); }

    bool over() const { return next_ == filled_; }
    const Cell& cell() const { return cells_[next_]; }

    void step() {
        if (++next_ == filled_) refill();
    }

private:
    void refill() {
        filled_ = run_->read(cells_);
        next_ = 0;
    }

    CellStream* run_;
    std::vector<Cell> cells_;
    std::size_t next_ = 0, filled_ = 0;
};
// [snip:run-head]

/// \brief Adds up equal cells that come one after the other, and hands on what is
/// complete.
// [snip:adder]
class Adder {
public:
    explicit Adder(const CellSink& sink) : sink_(sink) {}

    void add(const Cell& cell) {
        if (!sums_.empty() && !before(sums_.back(), cell)) {
            sums_.back().x += cell.x;
            return;
        }
        if (sums_.size() == chunk) flush();
        sums_.push_back(cell);
    }

    void flush() {
        if (!sums_.empty()) sink_(sums_);
        sums_.clear();
    }

private:
    const CellSink& sink_;
    std::vector<Cell> sums_;
};
// [snip:adder]

}  // namespace

// [snip:merge-runs]
void merge_runs(std::span<CellStream* const> runs, const CellSink& merged) {
    std::vector<RunHead> heads;
    for (CellStream* const run : runs) heads.emplace_back(*run);
    const auto later = [&](std::size_t a, std::size_t b) {
        const Cell &x = heads[a].cell(), &y = heads[b].cell();
        return before(y, x) || (!before(x, y) && b < a);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)>
        queue(later);
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (!heads[i].over()) queue.push(i);
    Adder adder(merged);
    while (!queue.empty()) {
        const std::size_t first = queue.top();
        queue.pop();
        adder.add(heads[first].cell());
        heads[first].step();
        if (!heads[first].over()) queue.push(first);
    }
    adder.flush();
}
// [snip:merge-runs]

}  // namespace nn
