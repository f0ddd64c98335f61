#include "glove_rows.hpp"

#include <limits>

#include "cell_blocks.hpp"
#include "glove_options.hpp"

namespace nn {

namespace {

// [snip:rows-start]
constexpr float never_moves = std::numeric_limits<float>::infinity();

std::size_t divided_up(std::size_t n, std::size_t by) {
    return (n + by - 1) / by;
}

}  // namespace

GloveRows::GloveRows(GloveSide side, std::size_t words, std::size_t dimension,
                     Rng& rng)
    : words_(words),
      dimension_(dimension),
      bias_(side == GloveSide::word ? dimension : dimension + 1),
      one_(side == GloveSide::word ? dimension + 1 : dimension),
      lanes_(divided_up(dimension + 2, vector_lanes)),
      part_size_(divided_up(words, word_parts)),
      rows_(word_parts * part_size_ * 2 * lanes_) {
    // [snip:rows-start]
    // [snip:rows-filled]
    const auto start = [&] {
        return static_cast<float>(glove_start(rng, dimension_));
    };
    for (std::size_t word = 0; word < words_; ++word) {
        Lanes *const numbers = row_of_word(word), *const sums = numbers + lanes_;
        for (std::size_t i = 0; i < dimension_; ++i) at(numbers, i) = start();
        at(numbers, bias_) = start();
        at(numbers, one_) = 1.0F;
        for (std::size_t i = 0; i < lanes_; ++i) sums[i].lane.fill(1.0F);
        at(sums, one_) = never_moves;
    }
}

Lanes* GloveRows::row_of_word(std::size_t word) {
    return row(word % word_parts, word / word_parts);
}
// [snip:rows-filled]

// [snip:rows-unpacked]
void GloveRows::unpack(arma::fmat& vectors, arma::fvec& biases) && {
    vectors.set_size(dimension_, words_);
    biases.set_size(words_);
    for (std::size_t word = 0; word < words_; ++word) {
        Lanes* const numbers = row_of_word(word);
        for (std::size_t i = 0; i < dimension_; ++i)
            vectors(i, word) = at(numbers, i);
        biases[word] = at(numbers, bias_);
    }
    std::vector<Lanes>().swap(rows_);  // the other side may need the room
}
// [snip:rows-unpacked]

}  // namespace nn
