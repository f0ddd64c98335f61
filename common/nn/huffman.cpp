#include "nn/huffman.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:huffman-checks]
void require_weights(std::span<const double> weights) {
    require(weights.size() >= 2, "HuffmanTree",
            std::to_string(weights.size()) +
                " weights; a tree that branches needs at least 2");
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!(weights[i] >= 0.0 && std::isfinite(weights[i])))
            require(false, "HuffmanTree",
                    "weight " + std::to_string(i) + " is " +
                        std::to_string(weights[i]) +
                        "; weights must be finite and not negative");
}
// [snip:huffman-checks]

/// \brief A place of the growing tree: the n words first, then the inner nodes.
// [snip:lightest-first]
class LightestFirst {
public:
    explicit LightestFirst(std::span<const double> weights)
        : weight_(weights.begin(), weights.end()), words_(weights.size()) {
        std::iota(words_.begin(), words_.end(), std::uint32_t{0});
        std::stable_sort(words_.begin(), words_.end(),
                         [&](std::uint32_t i, std::uint32_t j) {
                             return weight_[i] < weight_[j];
                         });
        next_inner_ = words_.size();
    }

    /// \brief Takes out the lightest place: both queues are in order.
    std::size_t take() {
        const bool no_word = next_word_ == words_.size();
        const bool no_inner = next_inner_ == weight_.size();
        if (!no_word &&
            (no_inner || weight_[words_[next_word_]] <= weight_[next_inner_]))
            return words_[next_word_++];
        return next_inner_++;
    }

    /// \brief Puts in an inner node above two places: heavier than all before it.
    void join(std::size_t left, std::size_t right) {
        weight_.push_back(weight_[left] + weight_[right]);
    }

private:
    std::vector<double> weight_;
    std::vector<std::uint32_t> words_;
    std::size_t next_word_ = 0, next_inner_ = 0;
};
// [snip:lightest-first]

}  // namespace

// [snip:huffman-build]
HuffmanTree::HuffmanTree(std::span<const double> weights) {
    require_weights(weights);
    const std::size_t n = weights.size();
    LightestFirst places(weights);
    std::vector<std::size_t> parent(2 * n - 1);
    std::vector<bool> is_right(2 * n - 1);
    for (std::size_t inner = n; inner < 2 * n - 1; ++inner) {
        const std::size_t left = places.take(), right = places.take();
        parent[left] = parent[right] = inner;
        is_right[right] = true;
        places.join(left, right);
    }
    // [snip:huffman-build]
    // [snip:huffman-paths]
    begins_.push_back(0);
    for (std::size_t word = 0; word < n; ++word) {
        for (std::size_t at = word; at != 2 * n - 2; at = parent[at])
            steps_.push_back(
                {static_cast<std::uint32_t>(parent[at] - n), is_right[at]});
        std::reverse(steps_.begin() + static_cast<std::ptrdiff_t>(begins_.back()),
                     steps_.end());
        begins_.push_back(steps_.size());
    }
}
// [snip:huffman-paths]

// [snip:huffman-path]
std::span<const TreeStep> HuffmanTree::path(std::size_t word) const {
    require(word < words(), "HuffmanTree",
            "word " + std::to_string(word) + " of " + std::to_string(words()) +
                "; words count from 0");
    return {steps_.data() + begins_[word], begins_[word + 1] - begins_[word]};
}

double mean_code_length(const HuffmanTree& tree, std::span<const double> weights) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    require(weights.size() == tree.words() && total > 0.0, "mean_code_length",
            std::to_string(weights.size()) + " weights with the sum " +
                std::to_string(total) + " for " + std::to_string(tree.words()) +
                " words; give one each, not all 0");
    double steps = 0.0;
    for (std::size_t word = 0; word < weights.size(); ++word)
        steps += weights[word] * static_cast<double>(tree.path(word).size());
    return steps / total;
}
// [snip:huffman-path]

}  // namespace nn
