/// The table on disk against the table in memory.
#include "cell_files.hpp"

#include "nn/io/error.hpp"
#include "small_table.hpp"
#include "support/catch.hpp"

namespace {

using nn::Cell;

std::vector<Cell> all_of(const nn::CellRuns& runs) {
    std::vector<Cell> cells;
    runs.for_each([&](std::span<const Cell> some) {
        nn::both_ways(some, [&](const Cell& cell) { cells.push_back(cell); });
    });
    std::sort(cells.begin(), cells.end(), nn::before);
    return cells;
}

/// Everything of one block, read in pieces of `size` cells.
std::vector<nn::BlockCell> block_of(const nn::CellBlocks& blocks, nn::BlockId id,
                                    std::size_t size) {
    std::vector<nn::BlockCell> all, some(size);
    while (const std::size_t n = blocks.read(id, all.size(), some))
        all.insert(all.end(), some.begin(), some.begin() + static_cast<long>(n));
    return all;
}

auto key(const nn::BlockCell& cell) {
    return std::tuple(cell.row, cell.column, cell.log_x, cell.weight);
}

}  // namespace

TEST_CASE("counted in runs of any size the table is the same", "[files]") {
    const auto expected = small_table::cells(9000, 200);
    for (const std::size_t most : {19, 1000, 1'000'000}) {
        nn::TokenArray text(small_table::text(9000, 200));
        const nn::CellRuns runs(text, {}, most);
        CHECK((runs.runs() == 1) == (most == 1'000'000));
        if (most == 19) CHECK(runs.runs() > 64 * 64);  // merged at two levels
        for (int twice = 0; twice < 2; ++twice) {
            const auto cells = all_of(runs);
            REQUIRE(cells.size() == expected.size());
            for (std::size_t i = 0; i < cells.size(); ++i) {
                REQUIRE(cells[i].row == expected[i].row);
                REQUIRE(cells[i].column == expected[i].column);
                CHECK(std::abs(cells[i].x - expected[i].x) <= 1e-12 * cells[i].x);
            }
        }
    }
}

TEST_CASE("blocks on disk hold what blocks in memory hold", "[files]") {
    nn::TokenArray text(small_table::text(60'000, 900));
    const auto cells = nn::count_pairs(text, {});
    const nn::GloveWeighting weighting{.x_max = 3.0};
    const nn::BlockArray in_memory(cells, weighting);
    const nn::BlockFile on_disk(nn::CellRuns(text, {}), weighting);
    CHECK(on_disk.cells() == cells.size());
    CHECK(cells.size() > 64 * 2048);  // blocks of several pages
    for (std::size_t row = 0; row < 8; ++row)
        for (std::size_t column = 0; column < 8; ++column) {
            auto expected = block_of(in_memory, {row, column}, 5000);
            auto got = block_of(on_disk, {row, column}, 5000);
            const auto odd = block_of(on_disk, {row, column}, 700);
            REQUIRE(got.size() == expected.size());
            REQUIRE(got.size() == odd.size());
            for (std::size_t i = 0; i < got.size(); ++i)
                CHECK(key(got[i]) == key(odd[i]));
            const auto by_key = [](const auto& a, const auto& b) {
                return key(a) < key(b);
            };
            std::sort(got.begin(), got.end(), by_key);
            std::sort(expected.begin(), expected.end(), by_key);
            // A pair of several runs is added up in another order.
            for (std::size_t i = 0; i < got.size(); ++i) {
                REQUIRE(got[i].row == expected[i].row);
                REQUIRE(got[i].column == expected[i].column);
                CHECK(std::abs(got[i].log_x - expected[i].log_x) <= 1e-6F);
                CHECK(std::abs(got[i].weight - expected[i].weight) <= 1e-6F);
            }
        }
}

TEST_CASE("the blocks of the first words alone", "[files]") {
    nn::TokenArray text(small_table::text(20'000, 300));
    constexpr std::size_t words = 21;
    std::size_t expected = 0;
    for (const nn::Cell& cell : nn::count_pairs(text, {}))
        expected += cell.row < words && cell.column < words;
    const nn::BlockFile blocks(nn::CellRuns(text, {}), {}, words);
    CHECK(blocks.cells() == expected);
    for (std::size_t row = 0; row < 8; ++row)
        for (std::size_t column = 0; column < 8; ++column)
            for (const nn::BlockCell& cell : block_of(blocks, {row, column}, 500)) {
                CHECK(cell.row * 8 + row < words);
                CHECK(cell.column * 8 + column < words);
            }
}

TEST_CASE("a text without a pair leaves empty blocks", "[files]") {
    nn::TokenArray text({1, nn::line_end, 2});
    const nn::CellRuns runs(text, {});
    CHECK(runs.runs() == 0);
    const nn::BlockFile blocks(runs, {});
    CHECK(blocks.cells() == 0);
    CHECK(block_of(blocks, {0, 0}, 10).empty());
}
