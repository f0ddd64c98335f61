/// \file
/// \brief What the other words of a line say about a hidden one: their average, or
/// what attention takes from them.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/parameters.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief The number of a word that the vocabulary lacks. It keeps its place in a
/// line and is padding there: nobody looks at it.
// [snip:gap]
inline constexpr Token unknown_word = 0xFFFFFFFF;

/// \brief A line of words of which the one at `place` is hidden.
struct Gap {
    std::span<const Token> words;
    std::size_t place = 0;

    Token hidden() const { return words[place]; }

    /// \brief Does the word at this place tell something about the hidden one?
    bool shows(std::size_t word) const {
        return word != place && words[word] != unknown_word;
    }
};
// [snip:gap]

/// \brief What the weights of the other words depend on.
// [snip:context-kind]
enum class ContextKind {
    average,   ///< nothing: all count the same
    content,   ///< on the words
    distance,  ///< on how far each stands from the gap, and on which side
    both
};

/// \brief The shape of what turns a line with a gap into a vector.
struct GapContextShape {
    ContextKind kind = ContextKind::both;
    std::size_t width = 64;  ///< numbers of a word's vector
    std::size_t heads = 4;
    std::size_t reach = 5;  ///< words farther away than that count as that far

    bool attends() const { return kind != ContextKind::average; }
    bool by_content() const {
        return kind == ContextKind::content || kind == ContextKind::both;
    }
    bool by_distance() const {
        return kind == ContextKind::distance || kind == ContextKind::both;
    }
};
// [snip:context-kind]

/// \brief What the way back needs of the way forward.
// [snip:context-pass]
template <class T>
struct GapContextPass {
    arma::Mat<T> M;               ///< the averages, width × gaps
    arma::Mat<T> asked;           ///< W M, heads width × gaps
    arma::Mat<T> mixed;           ///< what each head took, heads width × gaps
    std::vector<arma::Mat<T>> X;  ///< of each gap: vectors, width × words
    std::vector<arma::Mat<T>> A;  ///< of each gap: weights, words × heads
};
// [snip:context-pass]

/// \brief A line with a gap as one vector: the average m of the other words, and
/// what attention with a query made of m adds to it.
///
/// Words come with vectors that stay as they are. Learnt are U (width × heads
/// width), if the words count W (heads width × width), and if the distance counts B
/// (2 reach + 1 × heads).
// [snip:gap-context]
template <class T>
class GapContext {
public:
    /// \brief Adds its matrices to the layout. Throws std::invalid_argument for no
    /// width, head or reach.
    GapContext(ParameterLayout& layout, const GapContextShape& shape);

    const GapContextShape& shape() const { return shape_; }

    /// \brief The vectors of the gaps: H = M + U mixed, width × gaps.
    /// \implements{gap-context}
    ///
    /// E has a column for each word of the vocabulary. Throws std::invalid_argument
    /// for a table of another width, for no gap, for one outside its line or
    /// without another known word, and for a word that the table has not. Absolute
    /// error in double: ≤ 1e-13 of the largest number.
    arma::Mat<T> forward(const ParameterLayout& layout,
                         std::span<const T> parameters, const arma::Mat<T>& E,
                         std::span<const Gap> gaps, GapContextPass<T>& pass) const;

    /// \brief From dH, width × gaps; adds to the gradient.
    ///
    /// Throws std::invalid_argument with both shapes if dH is not of the way
    /// forward's.
    void backward(const ParameterLayout& layout, std::span<const T> parameters,
                  std::span<const Gap> gaps, const arma::Mat<T>& dH,
                  const GapContextPass<T>& pass, std::span<T> gradient) const;
    // [snip:gap-context]

    // [snip:gap-context-inside]
private:
    void look(const arma::Mat<T>& bias, const Gap& gap, std::size_t i,
              GapContextPass<T>& pass) const;
    arma::Mat<T> look_back(const Gap& gap, std::size_t i,
                           const arma::Mat<T>& dmixed,
                           const GapContextPass<T>& pass, arma::Mat<T>& dB) const;
    std::size_t row_of(std::size_t word, std::size_t place) const;

    GapContextShape shape_;
    std::size_t U_ = 0, W_ = 0, B_ = 0;  // their numbers in the layout
};
// [snip:gap-context-inside]

}  // namespace nn
