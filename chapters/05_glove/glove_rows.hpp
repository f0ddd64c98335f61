/// \file
/// \brief Parameters laid out for vector instructions.
#pragma once

#include <armadillo>
#include <array>
#include <cstddef>
#include <vector>

#include "nn/rng.hpp"
#include "nn/vector_math.hpp"

namespace nn {

/// \brief As many floats as the longest vector instruction takes, where it likes
/// them.
// [snip:lanes]
struct alignas(vector_lanes * sizeof(float)) Lanes {
    std::array<float, vector_lanes> lane;
};
// [snip:lanes]

/// \brief What stands at the places d and d + 1 of a row, after the vector: the
/// bias and 1 for words, 1 and the bias for contexts, so that the product of two
/// rows is the whole score.
// [snip:glove-rows]
enum class GloveSide { word, context };

/// \brief The words of one side, each a row of numbers and a row of AdaGrad's sums.
///
/// A row ends in zeros, up to whole lanes. Their slopes are 0, as each is a product
/// with a zero. The constant 1 has an infinite sum: its steps are 0.
class GloveRows {
public:
    GloveRows(GloveSide side, std::size_t words, std::size_t dimension, Rng& rng);

    /// \brief Lanes of numbers in a row; as many of sums follow them.
    std::size_t lanes() const { return lanes_; }

    /// \brief The row of a word, given by its part and its number there.
    Lanes* row(std::size_t part, std::size_t place) {
        return rows_.data() + (part * part_size_ + place) * 2 * lanes_;
    }

    /// \brief Hands over vectors, d × V, and biases, V; the rows are gone then.
    void unpack(arma::fmat& vectors, arma::fvec& biases) &&;
    // [snip:glove-rows]

    // [snip:glove-rows-inside]
private:
    float& at(Lanes* row, std::size_t i) {
        return row[i / vector_lanes].lane[i % vector_lanes];
    }

    Lanes* row_of_word(std::size_t word);

    std::size_t words_, dimension_;
    std::size_t bias_, one_;  // their places in a row
    std::size_t lanes_, part_size_;
    std::vector<Lanes> rows_;
};
// [snip:glove-rows-inside]

}  // namespace nn
