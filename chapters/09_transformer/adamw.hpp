/// \file
/// \brief AdamW: Adam, and large weights shrink by themselves.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/optimizer.hpp"
#include "nn/parameters.hpp"
#include "nn/worker_team.hpp"

namespace nn {

/// \brief What AdamW is set up with.
// [snip:adamw-settings]
struct AdamWSettings {
    double beta1 = 0.9;     ///< how slowly the mean of the slopes fades
    double beta2 = 0.99;    ///< how slowly the mean of their squares fades
    double epsilon = 1e-8;  ///< keeps the division from 0 / 0
    double weight_decay =
        0.1;  ///< of matrices; vectors, such as biases, keep theirs
};
// [snip:adamw-settings]

/// \brief Adam with decoupled weight decay.
///
/// Source: Loshchilov and Hutter (2019), algorithm 2, the decay multiplied by the
/// rate as in PyTorch.
// [snip:adamw]
class AdamW {
public:
    /// \brief Throws std::invalid_argument unless both betas are at least 0 and
    /// below 1, epsilon is above 0 and the decay not negative, and both finite.
    AdamW(const ParameterLayout& layout, const AdamWSettings& settings);

    /// \brief A step at a learning rate, cut into pieces that do not depend on the
    /// number of threads.
    /// \implements{adamw}
    ///
    /// Throws std::invalid_argument unless 0 < rate < ∞ and both lengths are the
    /// layout's. Error after 100 steps: ≤ 1e-5 of the sum of the rates, and ≤ 100
    /// ulp of the parameter.
    void step(std::span<float> parameters, std::span<const float> gradient,
              double rate, WorkerTeam& team);

    /// \brief What to keep for resume().
    AdamState<float> state() const { return {mean_, mean_square_, fade1_, fade2_}; }

    /// \brief Takes the place of all that was remembered.
    ///
    /// Throws std::invalid_argument for a state of another length, or a fade
    /// outside [0, 1].
    void resume(const AdamState<float>& state);

private:
    /// \brief Parameters that are changed by one thread.
    struct Piece {
        std::size_t first, count;
        bool decays;
    };

    AdamWSettings settings_;
    std::vector<Piece> pieces_;
    std::vector<float> mean_, mean_square_;
    float fade1_ = 1, fade2_ = 1;  // beta1^t, beta2^t
};
// [snip:adamw]

}  // namespace nn
