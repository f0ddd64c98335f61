/// \file
/// \brief Two neurons that learn a text's two parts side by side, without a bias
/// and with one, and how they do.
#pragma once

#include <array>
#include <cstddef>

#include "nn/io/two_parts.hpp"
#include "nn/perceptron.hpp"

namespace nn {

/// \brief The neuron without a bias, and the one with it.
// [snip:train-pair]
using PerceptronPair = std::array<PerceptronTrainer, 2>;

constexpr std::size_t pair_passes = 20;

/// \brief Trains both, and calls `after` with each pass and its mistakes.
template <class After>
PerceptronPair trained_pair(const TwoParts& task, After after) {
    const std::size_t inputs = task.words.size();
    PerceptronPair pair{PerceptronTrainer(inputs, false),
                        PerceptronTrainer(inputs, true)};
    for (std::size_t pass = 1; pass <= pair_passes; ++pass) {
        const std::size_t without = pair[0].pass(task.train);
        const std::size_t with = pair[1].pass(task.train);
        after(pass, pair, without, with);
    }
    return pair;
}
// [snip:train-pair]

/// \brief Shares of lines judged rightly; the arrays without a bias, and with one.
// [snip:scores-declared]
struct PairScores {
    double majority = 0.0;  ///< by always naming the larger part
    std::array<double, 2> last{}, average{};
};

/// \brief Examines both neurons, as they stand and averaged. "Larger" is the part
/// that has more of the training lines.
PairScores scores_of(const PerceptronPair& pair, const TwoParts& task,
                     const Dataset& examined);

/// \brief The same task with the most common words alone.
TwoParts with_inputs(TwoParts task, std::size_t inputs);

/// \brief The same task with each input less its mean over the training lines.
TwoParts centred(TwoParts task);
// [snip:scores-declared]

}  // namespace nn
