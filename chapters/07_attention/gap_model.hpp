/// \file
/// \brief A model that guesses the hidden word of a line.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "gap_context.hpp"
#include "nn/parameters.hpp"
#include "nn/readout.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief Which words of the vocabulary may be hidden: `count` from number `first`
/// on.
// [snip:answers]
struct Answers {
    Token first = 0;
    std::size_t count = 2;

    bool contain(Token word) const { return word >= first && word - first < count; }
};
// [snip:answers]

/// \brief A context and a readout: scores of the words that may be hidden.
// [snip:gap-model]
class GapModel {
public:
    /// \brief E is a vector a word of the vocabulary, a word a column; it stays as
    /// it is. Throws std::invalid_argument if it is not as wide as the shape, or
    /// has fewer words than the answers need.
    GapModel(const GapContextShape& shape, const Answers& answers, arma::fmat E,
             Rng& rng);

    const GapContextShape& shape() const { return context_.shape(); }
    const Answers& answers() const { return answers_; }
    const ParameterLayout& layout() const { return layout_; }
    std::span<float> parameters() { return parameters_; }
    std::span<const float> parameters() const { return parameters_; }

    /// \brief The vectors of the gaps, width × gaps, as GapContext::forward().
    arma::fmat contexts(std::span<const Gap> gaps,
                        GapContextPass<float>& pass) const;

    /// \brief The scores of each answer, answers × gaps.
    arma::fmat scores(std::span<const Gap> gaps, GapContextPass<float>& pass) const;

    /// \brief The sum of the losses in nats; adds `weight` times its slopes to the
    /// gradient.
    ///
    /// Throws std::invalid_argument if a hidden word is no answer.
    double learn(std::span<const Gap> gaps, float weight,
                 GapContextPass<float>& pass, std::span<float> gradient) const;

private:
    Answers answers_;
    arma::fmat E_;  // width × vocabulary
    ParameterLayout layout_;
    GapContext<float> context_;
    SoftmaxReadout readout_;
    std::vector<float> parameters_;
};
// [snip:gap-model]

}  // namespace nn
