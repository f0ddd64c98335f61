/// \file
/// \brief Ways to walk down a slope.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"

namespace nn {

/// \brief Changes parameters step by step, so that a loss falls.
///
/// One optimizer belongs to one set of parameters: it may remember earlier steps.
// [snip:optimizer]
template <class T>
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// \brief One step along the gradient of the loss at these parameters.
    ///
    /// Throws std::invalid_argument if the lengths differ from each other or from
    /// those of the first step.
    virtual void step(std::span<T> parameters, std::span<const T> gradient) = 0;
};
// [snip:optimizer]

/// \brief Throws std::invalid_argument unless 0 < learning_rate < ∞.
// [snip:require-learning-rate]
template <class T>
void require_learning_rate(const char* where, T learning_rate) {
    using std::isfinite;
    require(isfinite(learning_rate) && learning_rate > 0, where,
            "the learning rate is " + std::to_string(double(learning_rate)) +
                "; it must be above 0 and finite");
}

/// \brief Throws std::invalid_argument unless a gradient has a slope a parameter.
template <class T>
void require_same_length(const char* where, std::span<T> parameters,
                         std::span<const T> gradient) {
    require(parameters.size() == gradient.size(), where,
            std::to_string(parameters.size()) + " parameters and a gradient of " +
                std::to_string(gradient.size()) + "; the lengths must agree");
}
// [snip:require-learning-rate]

/// \brief Gradient descent: a step against the slope.
/// \implements{gradient-descent}
///
/// Throws std::invalid_argument unless 0 < learning_rate < ∞. Error: ≤ 2 ulp of the
/// larger of the parameter and the step.
// [snip:gradient-descent]
template <class T>
class GradientDescent : public Optimizer<T> {
public:
    explicit GradientDescent(T learning_rate) : learning_rate_(learning_rate) {
        require_learning_rate("GradientDescent", learning_rate);
    }

    void step(std::span<T> parameters, std::span<const T> gradient) override {
        require_same_length("GradientDescent", parameters, gradient);
        for (std::size_t i = 0; i < parameters.size(); ++i)
            parameters[i] -= learning_rate_ * gradient[i];
    }

private:
    T learning_rate_;
};
// [snip:gradient-descent]

/// \brief Momentum: a step along a fading sum of all slopes so far.
/// \implements{momentum}
///
/// Throws std::invalid_argument unless 0 < learning_rate < ∞ and 0 ≤ momentum < 1.
/// Relative error after 100 steps: ≤ 1e-13.
// [snip:momentum]
template <class T>
class Momentum : public Optimizer<T> {
public:
    explicit Momentum(T learning_rate, T momentum = T(0.9))
        : learning_rate_(learning_rate), momentum_(momentum) {
        require_learning_rate("Momentum", learning_rate);
        require(momentum >= 0 && momentum < 1, "Momentum",
                "the momentum is " + std::to_string(double(momentum)) +
                    "; it must be at least 0 and below 1");
    }

    void step(std::span<T> parameters, std::span<const T> gradient) override {
        require_same_length("Momentum", parameters, gradient);
        if (velocity_.empty()) velocity_.resize(parameters.size());
        require_same_length<const T>("Momentum", velocity_, gradient);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            velocity_[i] = momentum_ * velocity_[i] + gradient[i];
            parameters[i] -= learning_rate_ * velocity_[i];
        }
    }

private:
    T learning_rate_, momentum_;
    std::vector<T> velocity_;
};
// [snip:momentum]

/// \brief What Adam is set up with; the defaults are those of its paper.
// [snip:adam-settings]
template <class T>
struct AdamSettings {
    T learning_rate = T(0.001);
    T beta1 = T(0.9);     ///< how slowly the mean of the slopes fades
    T beta2 = T(0.999);   ///< how slowly the mean of their squares fades
    T epsilon = T(1e-8);  ///< keeps the division from 0 / 0
};
// [snip:adam-settings]

/// \brief What Adam remembers of its steps: with it another Adam walks on as this
/// one would.
// [snip:adam-state]
template <class T>
struct AdamState {
    std::vector<T> mean, mean_square;  ///< one a parameter; none before a step
    T fade1 = 1, fade2 = 1;            ///< beta1^t, beta2^t after t steps
};
// [snip:adam-state]

/// \brief Adam: each parameter's step is measured by the usual size of its own
/// slope.
/// \implements{adam}
///
/// Kingma and Ba (2015), algorithm 1. Throws std::invalid_argument unless 0 <
/// learning_rate < ∞, both betas are at least 0 and below 1, and epsilon is above
/// 0. Relative error after 100 steps: ≤ 1e-13.
// [snip:adam]
template <class T>
class Adam : public Optimizer<T> {
public:
    explicit Adam(const AdamSettings<T>& settings);

    void step(std::span<T> parameters, std::span<const T> gradient) override;

    /// \brief What to keep for resume().
    AdamState<T> state() const { return {mean_, mean_square_, fade1_, fade2_}; }

    /// \brief Takes the place of all that was remembered.
    ///
    /// Throws std::invalid_argument if the two lengths differ or a fade is not
    /// within [0, 1].
    void resume(const AdamState<T>& state);

private:
    AdamSettings<T> settings_;
    std::vector<T> mean_, mean_square_;
    T fade1_ = 1, fade2_ = 1;  // beta1^t, beta2^t
};
// [snip:adam]

// [snip:adam-checks]
template <class T>
Adam<T>::Adam(const AdamSettings<T>& settings) : settings_(settings) {
    require_learning_rate("Adam", settings.learning_rate);
    for (const T& beta : {settings.beta1, settings.beta2})
        require(beta >= 0 && beta < 1, "Adam",
                "a beta is " + std::to_string(double(beta)) +
                    "; both must be at least 0 and below 1");
    require(settings.epsilon > 0 && std::isfinite(double(settings.epsilon)), "Adam",
            "epsilon is " + std::to_string(double(settings.epsilon)) +
                "; it must be above 0 and finite");
}
// [snip:adam-checks]

// [snip:adam-resumed]
template <class T>
void Adam<T>::resume(const AdamState<T>& state) {
    require(state.mean.size() == state.mean_square.size(), "Adam",
            std::to_string(state.mean.size()) + " means and " +
                std::to_string(state.mean_square.size()) +
                " means of squares; a state needs as many of both");
    for (const T& fade : {state.fade1, state.fade2})
        require(fade >= 0 && fade <= 1, "Adam",
                "a fade is " + std::to_string(double(fade)) +
                    "; a power of beta lies within [0, 1]");
    mean_ = state.mean, mean_square_ = state.mean_square;
    fade1_ = state.fade1, fade2_ = state.fade2;
}
// [snip:adam-resumed]

// [snip:adam-first]
template <class T>
void Adam<T>::step(std::span<T> parameters, std::span<const T> gradient) {
    using std::sqrt;
    require_same_length("Adam", parameters, gradient);
    if (mean_.empty()) mean_.resize(gradient.size()), mean_square_ = mean_;
    require_same_length<const T>("Adam", mean_, gradient);
    // [snip:adam-first]
    // [snip:adam-step]
    const auto& [learning_rate, beta1, beta2, epsilon] = settings_;
    fade1_ *= beta1, fade2_ *= beta2;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const T g = gradient[i];
        mean_[i] = beta1 * mean_[i] + (1 - beta1) * g;
        mean_square_[i] = beta2 * mean_square_[i] + (1 - beta2) * g * g;
        const T m = mean_[i] / (1 - fade1_), s = mean_square_[i] / (1 - fade2_);
        parameters[i] -= learning_rate * m / (sqrt(s) + epsilon);
    }
}
// [snip:adam-step]

}  // namespace nn
