/// \file
/// \brief A loss behind attention, in any digits, and its gradient in double.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "attention_score.hpp"
#include "nn/attention.hpp"
#include "nn/gradient_check.hpp"
#include "nn/initialisation.hpp"
#include "nn/rng.hpp"
#include "pair_score.hpp"

namespace nn {

/// \brief A small problem: 4 keys of 3 numbers, 4 queries of as many, values of 2.
///
/// The parameters lie in one array: those of the score, then K, Q and V. The loss
/// is Σ g_j,t o_j,t² over all numbers of the outputs, with g = 1, 2, 3, …
// [snip:attention-task]
struct AttentionTask {
    static constexpr std::size_t tokens = 4, rows = 3, values = 2, hidden = 3;

    AttentionTask(ScoreKind kind_, AttentionRule rule_)
        : kind(kind_),
          rule(std::move(rule_)),
          score(make_score<double>(kind, rows, rows, hidden)) {
        const ParameterLayout& own = score->layout();
        layout.add("score", own.size(), 1);
        layout.add("K", rows, tokens);
        layout.add("Q", rows, tokens);
        layout.add("V", values, tokens);
    }

    ScoreKind kind;
    AttentionRule rule;
    std::unique_ptr<AttentionScore<double>> score;
    ParameterLayout layout;
};

inline std::vector<double> random_parameters(const AttentionTask& task, Rng& rng) {
    std::vector<double> parameters(task.layout.size());
    fill_uniform<double>(parameters, 1.5, rng);
    return parameters;
}
// [snip:attention-task]

/// \brief One of the four scores, its parameters in the layout of make_score().
// [snip:pair-score]
template <class T>
T pair_score(const AttentionTask& task, std::span<const T> weights,
             std::span<const T> k, std::span<const T> q) {
    constexpr std::size_t matrix = AttentionTask::hidden * AttentionTask::rows;
    switch (task.kind) {
        case ScoreKind::dot:
            return dot_score(k, q);
        case ScoreKind::scaled_dot:
            return scaled_dot_score(k, q);
        case ScoreKind::general:
            return general_score(weights, k, q);
        case ScoreKind::additive:
            break;
    }
    return additive_score<T>(
        {weights.subspan(0, matrix), weights.subspan(matrix, matrix),
         weights.subspan(2 * matrix)},
        k, q);
}
// [snip:pair-score]

/// \brief The loss, pair by pair.
// [snip:attention-loss]
template <class T>
T attention_loss(const AttentionTask& task, std::span<const T> parameters) {
    const auto part = [&](std::size_t tensor, std::size_t column) {
        const std::size_t rows = task.layout.tensors()[tensor].rows;
        return task.layout.values(parameters, tensor).subspan(column * rows, rows);
    };
    T loss = 0;
    for (std::size_t q = 0; q < task.tokens; ++q) {
        std::vector<T> column(task.tokens);
        for (std::size_t k = 0; k < task.tokens; ++k)
            column[k] = pair_score<T>(task, part(0, 0), part(1, k), part(2, q));
        weights_of_query<T>(column, q, task.rule);
        for (std::size_t j = 0; j < task.values; ++j) {
            T o = 0;
            for (std::size_t k = 0; k < task.tokens; ++k)
                o += column[k] * part(3, k)[j];
            loss += T(q * task.values + j + 1) * o * o;
        }
    }
    return loss;
}
// [snip:attention-loss]

/// \brief Back through mixture and softmax: attention_back(), or a wrong one.
// [snip:attention-way-back]
using WayBack = AttentionSlopes<double> (*)(const arma::mat& V, const arma::mat& A,
                                            const arma::mat& dO);
// [snip:attention-way-back]

/// \brief Its gradient, by tables.
// [snip:attention-loss-gradient]
inline std::vector<double> attention_loss_gradient(
    const AttentionTask& task, std::span<const double> parameters,
    WayBack way_back = attention_back<double>) {
    const std::span<const double> weights = task.layout.values(parameters, 0);
    const arma::mat K = task.layout.matrix(parameters, 1);  // rows × tokens
    const arma::mat Q = task.layout.matrix(parameters, 2);  // rows × tokens
    const arma::mat V = task.layout.matrix(parameters, 3);  // values × tokens
    const arma::mat A =
        attention_weights(task.score->scores(weights, K, Q), task.rule);
    const arma::mat O = attention_output(V, A);  // values × tokens
    arma::mat dO = 2 * O;                        // values × tokens
    for (arma::uword i = 0; i < dO.n_elem; ++i) dO(i) *= double(i + 1);
    const auto back = way_back(V, A, dO);
    std::vector<double> gradient(parameters.size());
    const std::span<double> all(gradient);
    const auto d =
        task.score->back(weights, K, Q, back.scores, task.layout.values(all, 0));
    task.layout.matrix(all, 1) = d.K;
    task.layout.matrix(all, 2) = d.Q;
    task.layout.matrix(all, 3) = back.V;
    return gradient;
}
// [snip:attention-loss-gradient]

}  // namespace nn
