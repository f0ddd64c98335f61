/// \file
/// \brief A score of each key for each query: four ways under one interface.
#pragma once

#include <armadillo>
#include <cstddef>
#include <memory>
#include <span>

#include "nn/parameters.hpp"

namespace nn {

/// \brief The slopes of the loss in keys and queries.
// [snip:score-slopes]
template <class T>
struct ScoreSlopes {
    arma::Mat<T> K, Q;  ///< d_k × keys, d_q × queries
};
// [snip:score-slopes]

/// \brief A score of each key for each query: a table of keys × queries.
///
/// K has a column for each key, Q one for each query. Parameters, where a score has
/// any, lie in an array in the layout that it tells.
// [snip:attention-score]
template <class T>
class AttentionScore {
public:
    virtual ~AttentionScore() = default;
    virtual const ParameterLayout& layout() const = 0;
    /// \brief Throws std::invalid_argument with both shapes if they do not fit.
    ///
    /// Each score is the one of pair_score.hpp; the matrix product may add in
    /// another order, so that the error is up to twice as many ulp.
    virtual arma::Mat<T> scores(std::span<const T> parameters,
                                const arma::Mat<T>& K,
                                const arma::Mat<T>& Q) const = 0;
    /// \brief From dS, keys × queries; adds to the gradient of the parameters.
    ///
    /// Throws std::invalid_argument with the shapes if they do not fit.
    virtual ScoreSlopes<T> back(std::span<const T> parameters,
                                const arma::Mat<T>& K, const arma::Mat<T>& Q,
                                const arma::Mat<T>& dS,
                                std::span<T> gradient) const = 0;
};
// [snip:attention-score]

/// \brief The scores by their names.
// [snip:score-kind]
enum class ScoreKind { dot, scaled_dot, general, additive };

/// \brief `keys` and `queries` are how many numbers a key and a query have,
/// `hidden` the units of the additive score.
///
/// Throws std::invalid_argument for lengths of 0, for an additive score without
/// units, and for a dot product of different lengths.
template <class T>
std::unique_ptr<AttentionScore<T>> make_score(ScoreKind kind, std::size_t keys,
                                              std::size_t queries,
                                              std::size_t hidden);
// [snip:score-kind]

/// \brief The name of a score, to print.
// [snip:score-name]
inline const char* score_name(ScoreKind kind) {
    switch (kind) {
        case ScoreKind::dot:
            return "dot";
        case ScoreKind::scaled_dot:
            return "scaled dot";
        case ScoreKind::general:
            return "general";
        case ScoreKind::additive:
            break;
    }
    return "additive";
}
// [snip:score-name]

}  // namespace nn
