/// Some rows of a table, and relabelled texts.
#include "table_rows.hpp"

#include "nn/lines.hpp"
#include "relabelled_tokens.hpp"
#include "small_table.hpp"
#include "support/catch.hpp"

using nn::line_end;
using nn::Token;

namespace {

std::vector<Token> all_of(nn::TokenStream& tokens, std::size_t piece) {
    std::vector<Token> all, some(piece);
    while (const std::size_t n = tokens.read(some))
        all.insert(all.end(), some.begin(), some.begin() + static_cast<long>(n));
    return all;
}

}  // namespace

TEST_CASE("rows that are kept, and the sums of all", "[rows]") {
    const auto cells = small_table::cells(3000, 40);
    std::vector<nn::Cell> pairs;
    for (const auto& cell : cells)
        if (cell.row <= cell.column) pairs.push_back(cell);
    const std::vector<Token> kept{7, 0, 39};
    nn::TableRows rows(40, kept);
    const std::size_t half = pairs.size() / 2;
    rows.add(std::span(pairs).first(half));
    rows.add(std::span(pairs).subspan(half));
    std::vector<double> sums(40);
    for (const auto& cell : cells) {
        sums[cell.row] += cell.x;
        for (std::size_t r = 0; r < kept.size(); ++r)
            if (cell.row == kept[r]) CHECK(rows.x(r, cell.column) == cell.x);
    }
    for (Token word = 0; word < 40; ++word)
        CHECK(std::abs(rows.sum(word) - sums[word]) <= 1e-9);
    nn::TableRows empty(3, std::vector<Token>{1});
    CHECK(empty.x(0, 2) == 0.0);
    CHECK(empty.sum(2) == 0.0);
}

TEST_CASE("a row that the table has not is refused", "[rows]") {
    CHECK_THROWS_WITH(nn::TableRows(3, std::vector<Token>{3}),
                      "TableRows: row 3 of a table of 3 words");
}

TEST_CASE("occurrences become their labels in turn", "[relabelled]") {
    nn::TokenArray text({1, 2, 1, 1, line_end, 2, 1, 3});
    nn::RelabelledTokens tokens(text, {{1, {1, 8, 9}}, {3, {7}}});
    const std::vector<Token> expected{1, 2, 8, 9, line_end, 2, 1, 7};
    CHECK(all_of(tokens, 3) == expected);
    CHECK(tokens.read(std::span<Token>()) == 0);
    tokens.rewind();
    CHECK(all_of(tokens, 100) == expected);
}

TEST_CASE("a word without a label is refused", "[relabelled]") {
    nn::TokenArray text({1});
    CHECK_THROWS_WITH(nn::RelabelledTokens(text, {{4, {}}}),
                      "RelabelledTokens: word 4 has no label; give at least 1");
}

TEST_CASE("a stream is read line by line", "[lines]") {
    std::vector<std::vector<Token>> lines;
    nn::TokenArray text({1, 2, line_end, line_end, 3});
    for (int twice = 0; twice < 2; ++twice) {
        lines.clear();
        nn::for_each_token_line(text, [&](std::span<const Token> line) {
            lines.emplace_back(line.begin(), line.end());
        });
        CHECK(lines == std::vector<std::vector<Token>>{{1, 2}, {}, {3}});
    }
}
