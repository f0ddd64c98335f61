/// \file
/// \brief A recurrent layer step by step, one sequence at a time: the simple way.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "nn/recurrent_cell.hpp"
#include "nn/require.hpp"

namespace nn {

/// \brief The weights of a layer, or their slopes, each matrix column by column.
// [snip:recurrent-weights]
template <class T>
struct RecurrentWeights {
    std::span<T> input;      ///< W_x: sums × inputs
    std::span<T> recurrent;  ///< W_h: sums × hidden
    std::span<T> bias;       ///< b: sums
};

/// \brief Cuts one array into W_x, W_h and b, in this order.
template <class T>
RecurrentWeights<T> recurrent_weights(std::span<T> all, std::size_t sums,
                                      std::size_t inputs, std::size_t hidden) {
    return {all.subspan(0, sums * inputs),
            all.subspan(sums * inputs, sums * hidden),
            all.subspan(sums * (inputs + hidden), sums)};
}
// [snip:recurrent-weights]

/// \brief y += W x.
// [snip:add-product]
template <class T>
void add_product(std::span<const T> W, std::span<const T> x, std::span<T> y) {
    for (std::size_t j = 0; j < x.size(); ++j)
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] += W[j * y.size() + i] * x[j];
}

/// \brief x += Wᵀ y.
template <class T>
void add_transposed_product(std::span<const T> W, std::span<const T> y,
                            std::span<T> x) {
    for (std::size_t j = 0; j < x.size(); ++j)
        for (std::size_t i = 0; i < y.size(); ++i)
            x[j] += W[j * y.size() + i] * y[i];
}

/// \brief W += y xᵀ.
template <class T>
void add_outer_product(std::span<const T> y, std::span<const T> x, std::span<T> W) {
    for (std::size_t j = 0; j < x.size(); ++j)
        for (std::size_t i = 0; i < y.size(); ++i)
            W[j * y.size() + i] += y[i] * x[j];
}
// [snip:add-product]

/// \brief The slopes of a loss along a sequence: in each state, in each input.
// [snip:sequence-slopes]
template <class T>
struct SequenceSlopes {
    std::vector<std::vector<T>> hidden, cell;  ///< in h_t and c_t, t = 0 … T
    std::vector<std::vector<T>> input;  ///< in x_t, t = 1 … T, from place 0
};
// [snip:sequence-slopes]

/// \brief A layer that reads one sequence, step by step, and remembers each step.
///
/// The cell and the weights must outlive it.
// [snip:unrolled]
template <class T>
class Unrolled {
public:
    /// \brief Begins with the state h₀ = 0, and c₀ = 0 where the cell has one.
    ///
    /// Throws std::invalid_argument if the shapes do not fit the cell.
    Unrolled(const RecurrentCell<T>& cell,
             const RecurrentWeights<const T>& weights);

    /// \brief Another state to begin with; only before the first read().
    void start(std::span<const T> hidden, std::span<const T> cell);

    /// \brief The next step: x_t comes in. Throws std::invalid_argument for another
    /// length than W_x has columns.
    void read(std::span<const T> x);

    std::size_t length() const { return steps_.size() - 1; }
    std::span<const T> hidden(std::size_t t) const { return steps_.at(t).hidden; }
    std::span<const T> cell_state(std::size_t t) const { return steps_.at(t).cell; }

    /// \brief Backpropagation through time.
    /// \implements{bptt}
    ///
    /// `outside[t − 1]` is the slope of the loss in h_t by way of what was read off
    /// at step t; an empty vector stands for none. Adds the slopes in the weights
    /// to `slopes`. Relative error in double: ≤ 1e-9.
    SequenceSlopes<T> back(std::span<const std::vector<T>> outside,
                           const RecurrentWeights<T>& slopes);

private:
    struct Step {
        std::vector<T> input, gates, recurrent, kept, hidden, cell;
    };
    CellStep<T> view(std::size_t t);
    void step_back(std::size_t t, SequenceSlopes<T>& d,
                   const RecurrentWeights<T>& slopes);

    const RecurrentCell<T>& cell_;
    RecurrentWeights<const T> weights_;
    std::size_t units_, sums_;
    std::vector<Step> steps_;  // the first one holds h₀ and c₀ alone
};
// [snip:unrolled]

// [snip:unrolled-begin]
template <class T>
Unrolled<T>::Unrolled(const RecurrentCell<T>& cell,
                      const RecurrentWeights<const T>& weights)
    : cell_(cell),
      weights_(weights),
      units_(weights.bias.size() / cell.gates()),
      sums_(weights.bias.size()),
      steps_(1) {
    require(
        units_ > 0 && units_ * cell.gates() == sums_ &&
            weights.recurrent.size() == sums_ * units_ &&
            weights.input.size() % sums_ == 0,
        "Unrolled",
        std::to_string(sums_) + " biases and " +
            std::to_string(weights.recurrent.size()) +
            " recurrent weights; a cell of n units with g gates has g n and g n²");
    steps_[0].hidden.resize(units_);
    if (cell.has_cell_state()) steps_[0].cell.resize(units_);
}

template <class T>
void Unrolled<T>::start(std::span<const T> hidden, std::span<const T> cell) {
    Step& first = steps_[0];
    require(length() == 0 && hidden.size() == first.hidden.size() &&
                cell.size() == first.cell.size(),
            "Unrolled::start",
            "a state of " + std::to_string(hidden.size()) + " and " +
                std::to_string(cell.size()) + " numbers; the layer begins with " +
                std::to_string(first.hidden.size()) + " and " +
                std::to_string(first.cell.size()) + ", before its first step");
    first.hidden.assign(hidden.begin(), hidden.end());
    first.cell.assign(cell.begin(), cell.end());
}
// [snip:unrolled-begin]

// [snip:unrolled-view]
template <class T>
CellStep<T> Unrolled<T>::view(std::size_t t) {
    Step& step = steps_[t];
    const Step& before = steps_[t - 1];
    return {step.gates,  step.recurrent, before.hidden, before.cell,
            step.hidden, step.cell,      step.kept};
}
// [snip:unrolled-view]

// [snip:unrolled-read]
template <class T>
void Unrolled<T>::read(std::span<const T> x) {
    require(x.size() * sums_ == weights_.input.size(), "Unrolled::read",
            std::to_string(x.size()) + " inputs and input weights for " +
                std::to_string(weights_.input.size() / sums_));
    Step step{{x.begin(), x.end()},   {weights_.bias.begin(), weights_.bias.end()},
              std::vector<T>(sums_),  std::vector<T>(units_),
              std::vector<T>(units_), std::vector<T>(steps_[0].cell.size())};
    add_product<T>(weights_.input, step.input, step.gates);  // W_x x_t + b
    add_product<T>(weights_.recurrent, steps_.back().hidden, step.recurrent);
    steps_.push_back(std::move(step));
    cell_.forward(view(length()));
}
// [snip:unrolled-read]

// [snip:unrolled-step-back]
template <class T>
void Unrolled<T>::step_back(std::size_t t, SequenceSlopes<T>& d,
                            const RecurrentWeights<T>& slopes) {
    std::vector<T> dgates(sums_), drecurrent(sums_);
    // forward: h_t, c_t from W_x x_t + b, W_h h_{t−1}, h_{t−1} and c_{t−1}
    cell_.backward(view(t), {d.hidden[t], d.cell[t], dgates, drecurrent,
                             d.hidden[t - 1], d.cell[t - 1]});
    // forward: W_x x_t + b
    add_outer_product<T>(dgates, steps_[t].input, slopes.input);
    for (std::size_t i = 0; i < sums_; ++i) slopes.bias[i] += dgates[i];
    add_transposed_product<T>(weights_.input, dgates, d.input[t - 1]);
    // forward: W_h h_{t−1}
    add_outer_product<T>(drecurrent, steps_[t - 1].hidden, slopes.recurrent);
    add_transposed_product<T>(weights_.recurrent, drecurrent, d.hidden[t - 1]);
}
// [snip:unrolled-step-back]

// [snip:unrolled-back]
template <class T>
SequenceSlopes<T> Unrolled<T>::back(std::span<const std::vector<T>> outside,
                                    const RecurrentWeights<T>& slopes) {
    // [snip:unrolled-back-checks]
    const std::size_t last = length();
    require(outside.size() == last, "Unrolled::back",
            std::to_string(outside.size()) + " slopes for " + std::to_string(last) +
                " steps; give one a step, empty where there is none");
    // [snip:unrolled-back-checks]
    const std::vector<T> none(units_), no_cell(steps_[0].cell.size());
    SequenceSlopes<T> d{std::vector<std::vector<T>>(last + 1, none),
                        std::vector<std::vector<T>>(last + 1, no_cell),
                        std::vector<std::vector<T>>(last)};
    for (std::size_t t = last; t > 0; --t) {
        for (std::size_t k = 0; k < outside[t - 1].size(); ++k)
            d.hidden[t][k] += outside[t - 1][k];
        d.input[t - 1].resize(steps_[t].input.size());
        step_back(t, d, slopes);
    }
    return d;
}
// [snip:unrolled-back]

}  // namespace nn
