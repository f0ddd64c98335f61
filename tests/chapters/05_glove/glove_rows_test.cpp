/// The parameters as they lie in memory.
#include "glove_rows.hpp"

#include "cell_blocks.hpp"
#include "glove_options.hpp"
#include "small_table.hpp"
#include "support/catch.hpp"

TEST_CASE("rows begin where vector instructions like it", "[rows]") {
    nn::Rng rng(1);
    nn::GloveRows rows(nn::GloveSide::word, 20, 100, rng);
    CHECK(rows.lanes() == 7);  // 102 numbers
    for (std::size_t part = 0; part < 8; ++part)
        CHECK(reinterpret_cast<std::uintptr_t>(rows.row(part, 1)) % 64 == 0);
}

TEST_CASE("a row is a vector, a bias and a one, zeros, and sums", "[rows]") {
    for (const auto side : {nn::GloveSide::word, nn::GloveSide::context}) {
        nn::Rng rng(6), same(6);
        nn::GloveRows rows(side, 19, 3, rng);
        const std::size_t bias = side == nn::GloveSide::word ? 3 : 4,
                          one = 7 - bias;
        for (std::size_t word = 0; word < 19; ++word) {
            const auto& [numbers] = rows.row(word % 8, word / 8)[0];
            const auto& [sums] = rows.row(word % 8, word / 8)[1];
            for (std::size_t i = 0; i < 3; ++i)
                CHECK(numbers[i] == static_cast<float>(nn::glove_start(same, 3)));
            CHECK(numbers[bias] == static_cast<float>(nn::glove_start(same, 3)));
            CHECK(numbers[one] == 1.0F);
            for (std::size_t i = 5; i < 16; ++i) CHECK(numbers[i] == 0.0F);
            for (std::size_t i = 0; i < 16; ++i)
                CHECK((i == one ? std::isinf(sums[i]) : sums[i] == 1.0F));
        }
    }
}

TEST_CASE("rows are unpacked word by word", "[rows]") {
    nn::Rng rng(6), same(6);
    arma::fmat vectors;
    arma::fvec biases;
    nn::GloveRows(nn::GloveSide::context, 19, 30, rng).unpack(vectors, biases);
    CHECK(vectors.n_rows == 30);
    CHECK(vectors.n_cols == 19);
    for (arma::uword word = 0; word < 19; ++word) {
        for (arma::uword i = 0; i < 30; ++i)
            CHECK(vectors(i, word) ==
                  static_cast<float>(nn::glove_start(same, 30)));
        CHECK(biases[word] == static_cast<float>(nn::glove_start(same, 30)));
    }
}

TEST_CASE("each cell is in one block, once", "[rows]") {
    const auto cells = small_table::cells(3000, 90);
    const nn::BlockArray blocks(cells, {});
    std::vector<nn::BlockCell> some(7);
    std::size_t all = 0;
    for (std::size_t row = 0; row < 8; ++row)
        for (std::size_t column = 0; column < 8; ++column) {
            std::size_t from = 0;
            while (const std::size_t n = blocks.read({row, column}, from, some)) {
                for (const auto& cell : std::span(some).first(n)) {
                    const auto i = static_cast<nn::Token>(cell.row * 8 + row);
                    const auto j = static_cast<nn::Token>(cell.column * 8 + column);
                    const auto at =
                        std::lower_bound(cells.begin(), cells.end(),
                                         nn::Cell{i, j, 0.0}, nn::before);
                    REQUIRE((at->row == i && at->column == j));
                    CHECK(cell.log_x == static_cast<float>(std::log(at->x)));
                    CHECK(cell.weight ==
                          static_cast<float>(nn::glove_weight(at->x, 10.0, 0.75)));
                }
                from += n;
            }
            all += from;
        }
    CHECK(all == cells.size());
}
