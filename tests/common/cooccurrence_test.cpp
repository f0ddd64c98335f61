/// The co-occurrence matrix, counted in a hash table, against one counted by hand
/// and one counted plainly.
#include "nn/cooccurrence.hpp"

#include <map>
#include <utility>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

using nn::Cell;
using nn::line_end;
using nn::Token;
using Table = std::map<std::pair<Token, Token>, double>;

/// Every pair of words of a line, one after the other.
Table counted_plainly(const std::vector<Token>& text,
                      const nn::CountOptions& options) {
    Table table;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (std::size_t j = i + 1;
             j < text.size() && text[i] != line_end && text[j] != line_end &&
             j <= i + options.context_window;
             ++j) {
            const double weight = nn::pair_weight(j - i, options.by_distance);
            table[{text[i], text[j]}] += weight;
            table[{text[j], text[i]}] += weight;
        }
    return table;
}

std::vector<Token> random_text(std::size_t words, std::uint64_t vocabulary) {
    nn::Rng rng(51);
    std::vector<Token> text(words);
    for (Token& token : text) {
        const std::uint64_t draw = rng.interval(vocabulary * vocabulary);
        token = static_cast<Token>(draw % vocabulary * (draw / vocabulary) / 3);
        if (rng.interval(50) == 0) token = line_end;
    }
    return text;
}

void same(const std::vector<Cell>& cells, const Table& table) {
    REQUIRE(cells.size() == table.size());
    auto expected = table.begin();
    for (const Cell& cell : cells) {
        CHECK(std::pair(cell.row, cell.column) == expected->first);
        CHECK(std::abs(cell.x - expected->second) <= 1e-12 * expected->second);
        ++expected;
    }
}

}  // namespace

TEST_CASE("a line of four words, counted by hand", "[cooccurrence]") {
    nn::TokenArray text({7, 3, 7, 5, line_end, 5});
    const auto cells = nn::count_pairs(text, {.context_window = 2});
    // 7 3 apart 1, twice; 7 7 apart 2, met from both sides; 3 5 apart 2; 7 5 apart
    // 1
    same(cells, {{{3, 5}, 0.5},
                 {{3, 7}, 2.0},
                 {{5, 3}, 0.5},
                 {{5, 7}, 1.0},
                 {{7, 3}, 2.0},
                 {{7, 5}, 1.0},
                 {{7, 7}, 1.0}});
}

TEST_CASE("long texts are counted as pair by pair", "[cooccurrence]") {
    const std::vector<Token> text = random_text(20'000, 60);
    nn::TokenArray stream(text);
    for (const std::size_t window : {1, 2, 10, 70})
        for (const bool by_distance : {false, true}) {
            const nn::CountOptions options{window, by_distance};
            same(nn::count_pairs(stream, options), counted_plainly(text, options));
        }
}

TEST_CASE("a window larger than any line counts each pair of a line",
          "[cooccurrence]") {
    nn::TokenArray text({0, 1, 2, line_end, line_end, 2, 0});
    const auto cells = nn::count_pairs(text, {1000, false});
    same(cells, {{{0, 1}, 1.0},
                 {{0, 2}, 2.0},
                 {{1, 0}, 1.0},
                 {{1, 2}, 1.0},
                 {{2, 0}, 2.0},
                 {{2, 1}, 1.0}});
}

TEST_CASE("texts without a pair have no cell", "[cooccurrence]") {
    for (const std::vector<Token>& text : std::vector<std::vector<Token>>{
             {}, {4}, {line_end}, {1, line_end, 2, line_end, 3}}) {
        nn::TokenArray stream(text);
        CHECK(nn::count_pairs(stream, {}).empty());
    }
}

TEST_CASE("the matrix is symmetric and its sum is known", "[cooccurrence]") {
    std::vector<Token> text = random_text(5000, 40);
    std::erase(text, line_end);
    const std::size_t n = text.size();
    nn::TokenArray stream(text);
    Table table;
    double sum = 0;
    for (const Cell& cell : nn::count_pairs(stream, {2, false})) {
        table[{cell.row, cell.column}] = cell.x;
        sum += cell.x;
    }
    CHECK(sum == static_cast<double>(2 * ((n - 1) + (n - 2))));
    for (const auto& [pair, x] : table)
        CHECK(table.at({pair.second, pair.first}) == x);
}

TEST_CASE("a window of no words is refused", "[cooccurrence]") {
    nn::TokenArray text({1, 2});
    CHECK_THROWS_WITH(nn::count_pairs(text, {.context_window = 0}),
                      Catch::Matchers::StartsWith("count_runs: a window of 0"));
}
