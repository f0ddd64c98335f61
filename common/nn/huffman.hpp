/// \file
/// \brief A binary tree in which frequent words have short paths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/sigmoid.hpp"

namespace nn {

/// \brief One branching on the way from the root to a word.
// [snip:huffman-tree]
struct TreeStep {
    std::uint32_t node = 0;  ///< of the n − 1 places where the tree branches
    bool right = false;      ///< which of the two ways leads to the word
};

/// \brief Huffman's tree: of all binary trees over the words, one whose paths are
/// shortest in the mean.
///
/// Huffman (1952). The inner nodes are numbered from 0, the root is the last one.
/// Of equal weights the words come before inner nodes, and either in the order of
/// their numbers. Throws std::invalid_argument for fewer than two weights, and for
/// one that is negative or not finite.
class HuffmanTree {
public:
    explicit HuffmanTree(std::span<const double> weights);

    /// \brief The steps from the root to a word.
    std::span<const TreeStep> path(std::size_t word) const;

    std::size_t words() const { return begins_.size() - 1; }
    std::size_t inner_nodes() const { return words() - 1; }

private:
    std::vector<TreeStep> steps_;      // the paths, one after the other
    std::vector<std::size_t> begins_;  // where each begins, and the end
};
// [snip:huffman-tree]

/// \brief The mean number of steps to a word.
/// \implements{mean-code-length}
///
/// Throws std::invalid_argument unless there is a weight for each word and their
/// sum is positive. Relative error: ≤ 1e-12.
// [snip:branch-declared]
double mean_code_length(const HuffmanTree& tree, std::span<const double> weights);

/// \brief The probability of one step where the score of the left way is z.
/// \implements{branch-probability}
///
/// The two ways' probabilities add up to 1. Error: ≤ 2 ulp.
template <class T>
T branch_probability(T z, bool right) {
    return sigmoid(right ? T(-z) : z);
}
// [snip:branch-declared]

}  // namespace nn
