/// \file
/// \brief Words as vectors: how near two of them are, and what stands nearest.
#pragma once

#include <armadillo>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nn/require.hpp"

namespace nn {

/// \brief Words, the most common first, and a vector for each.
// [snip:word-vectors]
struct WordVectors {
    std::vector<std::string> words;
    arma::fmat vectors;  // d × V, a word a column
};
// [snip:word-vectors]

/// \brief The cosine of the angle between two vectors.
/// \implements{cosine}
///
/// A vector of zeros has no direction; its cosine with any other is 0. Domain:
/// squares that neither overflow nor underflow. Throws std::invalid_argument if the
/// lengths differ. Absolute error: ≤ n + 3 ulp of 1, for n numbers each.
// [snip:cosine]
template <class T>
T cosine(std::span<const T> u, std::span<const T> v) {
    using std::sqrt;
    require(u.size() == v.size(), "cosine",
            std::to_string(u.size()) + " and " + std::to_string(v.size()) +
                " numbers; the lengths must agree");
    T uv = 0, uu = 0, vv = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        uv += u[i] * v[i];
        uu += u[i] * u[i];
        vv += v[i] * v[i];
    }
    return uu > 0 && vv > 0 ? T(uv / (sqrt(uu) * sqrt(vv))) : T(0);
}
// [snip:cosine]

/// \brief How well a word completes "a is to b as c is to …": its cosines with the
/// three, added up.
/// \implements{three-cos-add}
///
/// Absolute error: ≤ 1.5 ulp of 1, for cosines.
// [snip:three-cos-add]
template <class T>
T three_cos_add(T with_a, T with_b, T with_c) {
    return with_b - with_a + with_c;
}
// [snip:three-cos-add]

/// \brief The same by multiplication, each cosine moved from [−1, 1] to [0, 1].
/// \implements{three-cos-mul}
///
/// The 0.001 keeps the division from zero (\source{levy2014regularities}). Domain:
/// cosines. Error: ≤ 6 ulp.
// [snip:three-cos-mul]
template <class T>
T three_cos_mul(T with_a, T with_b, T with_c) {
    const auto moved = [](T cosine) { return T((1 + cosine) / 2); };
    return moved(with_b) * moved(with_c) / (moved(with_a) + T(1) / 1000);
}
// [snip:three-cos-mul]

/// \brief Where each word stands in a list; of words that stand there twice, the
/// first.
// [snip:word-index]
class WordIndex {
public:
    explicit WordIndex(std::span<const std::string> words);

    /// \brief The word's place, or nothing.
    std::optional<std::size_t> find(std::string_view word) const;

private:
    std::unordered_map<std::string, std::size_t> places_;
};
// [snip:word-index]

/// \brief A word near another one, or near the answer to an analogy.
///
/// The score of a neighbour is its cosine, that of an answer \eqref{three-cos-add}
/// or \eqref{three-cos-mul}.
// [snip:neighbour]
struct Neighbour {
    std::string word;
    double score = 0.0;
};

/// \brief How an analogy is scored.
enum class AnalogyBy { adding, multiplying };
// [snip:neighbour]

/// \brief Words as directions: each vector brought to length 1, once.
///
/// A vector of zeros stays what it is. Of words with equal scores the one that
/// stands earlier in the list comes first. An unknown word throws
/// std::invalid_argument.
// [snip:word-space]
class WordSpace {
public:
    /// \brief Throws std::invalid_argument if there are no words, not a column a
    /// word, or a number that is not finite.
    explicit WordSpace(WordVectors vectors);

    const std::vector<std::string>& words() const { return words_; }
    const arma::fmat& directions() const { return directions_; }  // d × V
    std::optional<std::size_t> find(std::string_view word) const {
        return index_.find(word);
    }

    // [snip:word-space]

    // [snip:word-space-asked]
    /// \brief The cosine of two words, given by their places.
    double cosine_of(std::size_t one, std::size_t other) const;

    /// \brief The `count` words with the largest cosines, the word itself left out.
    std::vector<Neighbour> neighbours(std::string_view word,
                                      std::size_t count) const;

    /// \brief The best `count` answers to "a is to b as c is to …", the three left
    /// out.
    std::vector<Neighbour> analogy(std::string_view a, std::string_view b,
                                   std::string_view c, std::size_t count,
                                   AnalogyBy by = AnalogyBy::adding) const;
    // [snip:word-space-asked]

    // [snip:word-space-inside]
private:
    std::size_t place_of(std::string_view word) const;
    arma::fvec cosines_with(std::size_t word) const;
    std::vector<Neighbour> best(arma::fvec scores, std::size_t count,
                                std::initializer_list<std::size_t> left_out) const;

    std::vector<std::string> words_;
    arma::fmat directions_;  // d × V, columns of length 1
    WordIndex index_;
};
// [snip:word-space-inside]

}  // namespace nn
