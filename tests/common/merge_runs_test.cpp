/// Counting in runs of few cells, and their merging.
#include "nn/cooccurrence.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

using nn::Cell;
using nn::Token;

class CellArray final : public nn::CellStream {
public:
    explicit CellArray(std::vector<Cell> cells) : cells_(std::move(cells)) {}

    std::size_t read(std::span<Cell> out) override {
        const std::size_t n = std::min(out.size(), cells_.size() - next_);
        std::copy_n(cells_.begin() + static_cast<long>(next_), n, out.begin());
        next_ += n;
        return n;
    }

private:
    std::vector<Cell> cells_;
    std::size_t next_ = 0;
};

std::vector<Cell> merged(std::vector<CellArray> runs) {
    std::vector<nn::CellStream*> streams;
    for (CellArray& run : runs) streams.push_back(&run);
    std::vector<Cell> all;
    nn::merge_runs(streams, [&](std::span<const Cell> cells) {
        all.insert(all.end(), cells.begin(), cells.end());
    });
    return all;
}

void same(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].row == b[i].row);
        CHECK(a[i].column == b[i].column);
        CHECK(std::abs(a[i].x - b[i].x) <= 1e-12 * b[i].x);
    }
}

std::vector<Token> text_of(std::size_t words) {
    nn::Rng rng(52);
    std::vector<Token> text(words);
    for (Token& token : text)
        token = static_cast<Token>(rng.interval(rng.interval(90)));
    return text;
}

}  // namespace

TEST_CASE("runs are merged in order, equal cells added", "[merge]") {
    same(merged({CellArray({{0, 1, 1.0}, {2, 2, 4.0}}),
                 CellArray(std::vector<Cell>{}),
                 CellArray({{0, 0, 3.0}, {0, 1, 0.5}, {7, 0, 1.0}})}),
         {{0, 0, 3.0}, {0, 1, 1.5}, {2, 2, 4.0}, {7, 0, 1.0}});
    same(merged({}), {});
    same(merged({CellArray(std::vector<Cell>{})}), {});
}

TEST_CASE("equal cells are added in the order of their runs", "[merge]") {
    // (1 + 2^-53) + 2^-53 rounds to 1; 1 + (2^-53 + 2^-53) would not
    const auto cells =
        merged({CellArray({{5, 5, 1.0}}), CellArray({{5, 5, 0x1p-53}}),
                CellArray({{5, 5, 0x1p-53}})});
    REQUIRE(cells.size() == 1);
    CHECK(cells[0].x == 1.0);
}

TEST_CASE("runs of any size merge to what is counted at once", "[merge]") {
    nn::TokenArray text(text_of(10'000));
    for (const std::size_t most : {70, 500, 1'000'000}) {
        std::vector<CellArray> runs;
        nn::count_runs(text, {}, most, [&](std::span<const Cell> run) {
            CHECK(run.size() <= most);
            CHECK(std::is_sorted(run.begin(), run.end(), nn::before));
            CHECK(std::all_of(run.begin(), run.end(),
                              [](const Cell& c) { return c.row <= c.column; }));
            runs.emplace_back(std::vector<Cell>(run.begin(), run.end()));
        });
        std::vector<Cell> cells;
        nn::both_ways(merged(std::move(runs)),
                      [&](const Cell& cell) { cells.push_back(cell); });
        std::sort(cells.begin(), cells.end(), nn::before);
        same(cells, nn::count_pairs(text, {}));
    }
}

TEST_CASE("runs of no pairs are refused", "[merge]") {
    nn::TokenArray text({1, 2});
    CHECK_THROWS_WITH(
        nn::count_runs(text, {}, 0, [](std::span<const Cell>) {}),
        Catch::Matchers::StartsWith("count_runs: a window of 10 and 0"));
}
