/// \file
/// \brief How much a key matters to a query: four scores under one interface.
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
    virtual arma::Mat<T> scores(std::span<const T> parameters,
                                const arma::Mat<T>& K,
                                const arma::Mat<T>& Q) const = 0;
    /// \brief From dS, keys × queries; adds to the gradient of the parameters.
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
template <class T>
std::unique_ptr<AttentionScore<T>> make_score(ScoreKind kind, std::size_t keys,
                                              std::size_t queries,
                                              std::size_t hidden);
// [snip:score-kind]

}  // namespace nn
