/// \file
/// \brief What a recurrent network does with its sums: the one interface of the
/// cells.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "nn/sigmoid.hpp"
#include "nn/vector_math.hpp"

namespace nn {

/// \brief A share between 0 (shut) and 1 (open): the sigmoid, fast in float.
// [snip:gate-functions]
template <class T>
T gate(T z) {
    return sigmoid(z);
}
inline float gate(float z) {
    return fast_sigmoid(z);
}

/// \brief A number between −1 and 1: the hyperbolic tangent, fast in float.
template <class T>
T squash(T z) {
    using std::tanh;
    return tanh(z);
}
inline float squash(float z) {
    return fast_tanh(z);
}

/// \brief The slope of squash(), from its output q: 1 − q².
template <class T>
T squash_grad_from_output(T q) {
    return (1 - q) * (1 + q);
}
// [snip:gate-functions]

/// \brief One step of one sequence, elementwise: n hidden units, and `gates` sums
/// for each of them.
// [snip:cell-step]
template <class T>
struct CellStep {
    std::span<T> gates;            ///< in: W_x x_t + b; out: what the gates say
    std::span<const T> recurrent;  ///< W_h h_{t−1}
    std::span<const T> hidden;     ///< h_{t−1}, n numbers
    std::span<const T> cell;       ///< c_{t−1}, n numbers, of an LSTM only
    std::span<T> next_hidden;      ///< h_t
    std::span<T> next_cell;        ///< c_t
    std::span<T> kept;             ///< for the way back, n numbers
};

/// \brief The slopes of the loss in all that a step took and gave.
template <class T>
struct CellSlopes {
    std::span<const T> next_hidden;  ///< in: ∂L/∂h_t
    std::span<const T> next_cell;    ///< in: ∂L/∂c_t by way of later steps
    std::span<T> gates;              ///< out: in the sums W_x x_t + b
    std::span<T> recurrent;          ///< out: in W_h h_{t−1}
    std::span<T> hidden;             ///< out: in h_{t−1}, except through W_h
    std::span<T> cell;               ///< out: in c_{t−1}
};
// [snip:cell-step]

/// \brief The one interface of the three cells.
///
/// W_x x_t + b and W_h h_{t−1} come from outside: a cell is what happens to each
/// unit on its own. T is float, double or a type of Boost.Multiprecision.
// [snip:recurrent-cell]
template <class T>
class RecurrentCell {
public:
    virtual ~RecurrentCell() = default;
    virtual std::size_t gates() const = 0;    ///< sums a unit: 1, 3 or 4
    virtual bool has_cell_state() const = 0;  ///< c beside h
    virtual void forward(const CellStep<T>& step) const = 0;
    /// \brief The step is as the way forward left it; no span may overlap another.
    virtual void backward(const CellStep<T>& step,
                          const CellSlopes<T>& slopes) const = 0;
};
// [snip:recurrent-cell]

/// \brief Row block `number` of the sums: those of one gate.
// [snip:gate-rows]
template <class T>
std::span<T> gate_rows(std::span<T> sums, std::size_t number, std::size_t units) {
    return sums.subspan(number * units, units);
}
// [snip:gate-rows]

}  // namespace nn
