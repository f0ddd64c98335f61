/// \file
/// \brief What a recurrent network does with its sums: Elman's cell, GRU and LSTM
/// under one interface.
#pragma once

#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "nn/require.hpp"
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
    std::span<T> kept;             ///< what backward() wants to know, n numbers
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
    /// \brief The step is as forward() left it; no span may overlap another.
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

/// \brief Elman (1990): h_t = tanh(W_h h_{t−1} + W_x x_t + b).
/// \implements{elman}
///
/// Error: ≤ 2 ulp of 1 beyond that of the sums.
// [snip:elman-cell]
template <class T>
class ElmanCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 1; }
    bool has_cell_state() const override { return false; }

    void forward(const CellStep<T>& step) const override {
        for (std::size_t k = 0; k < step.next_hidden.size(); ++k)
            step.next_hidden[k] = squash(T(step.gates[k] + step.recurrent[k]));
    }
    // [snip:elman-cell]

    // [snip:elman-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        // forward: h_t = tanh(W_h h_{t−1} + W_x x_t + b)
        for (std::size_t k = 0; k < step.next_hidden.size(); ++k) {
            slopes.gates[k] = slopes.next_hidden[k] *
                              squash_grad_from_output(step.next_hidden[k]);
            slopes.recurrent[k] = slopes.gates[k];
            slopes.hidden[k] = 0;  // the old state is seen through W_h alone
        }
    }
    // [snip:elman-backward]
};

/// \brief GRU: two gates decide how much of the old state is heard and kept.
/// \implements{gru}
///
/// r_t = σ(…), z_t = σ(…), n_t = tanh(W_xn x_t + b_n + r_t ∘ W_hn h_{t−1}) and
/// h_t = (1 − z_t) ∘ n_t + z_t ∘ h_{t−1}; the rows of the sums are those of r, z,
/// n. Cho et al. (2014), with the reset behind the product, as libraries have it.
/// Error: ≤ 8 ulp of the larger of 1 and |h_{t−1}| beyond that of the sums.
// [snip:gru-cell]
template <class T>
class GruCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 3; }
    bool has_cell_state() const override { return false; }

    void forward(const CellStep<T>& step) const override {
        const std::size_t units = step.next_hidden.size();
        const auto r = gate_rows(step.gates, 0, units);
        const auto z = gate_rows(step.gates, 1, units);
        const auto n = gate_rows(step.gates, 2, units);
        const auto heard = gate_rows(step.recurrent, 2, units);  // W_hn h_{t−1}
        for (std::size_t k = 0; k < 2 * units; ++k)              // r and z
            step.gates[k] = gate(T(step.gates[k] + step.recurrent[k]));
        for (std::size_t k = 0; k < units; ++k) {
            step.kept[k] = heard[k];
            n[k] = squash(T(n[k] + r[k] * heard[k]));
        }
        for (std::size_t k = 0; k < units; ++k)
            step.next_hidden[k] = n[k] + z[k] * (step.hidden[k] - n[k]);
    }
    // [snip:gru-cell]

    // [snip:gru-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        const std::size_t units = step.next_hidden.size();
        const auto r = gate_rows(step.gates, 0, units);
        const auto z = gate_rows(step.gates, 1, units);
        const auto n = gate_rows(step.gates, 2, units);
        const auto dr = gate_rows(slopes.gates, 0, units);
        const auto dz = gate_rows(slopes.gates, 1, units);
        const auto dn = gate_rows(slopes.gates, 2, units);
        const auto dheard = gate_rows(slopes.recurrent, 2, units);
        const auto dh = slopes.next_hidden;
        // forward: h_t = (1 − z) ∘ n + z ∘ h_{t−1}
        for (std::size_t k = 0; k < units; ++k) slopes.hidden[k] = dh[k] * z[k];
        for (std::size_t k = 0; k < units; ++k)
            dz[k] =
                dh[k] * (step.hidden[k] - n[k]) * sigmoid_grad_from_output(z[k]);
        // forward: n = tanh(W_xn x_t + b_n + r ∘ W_hn h_{t−1})
        for (std::size_t k = 0; k < units; ++k)
            dn[k] = dh[k] * (1 - z[k]) * squash_grad_from_output(n[k]);
        for (std::size_t k = 0; k < units; ++k) dheard[k] = dn[k] * r[k];
        // forward: r = σ(W_xr x_t + b_r + W_hr h_{t−1})
        for (std::size_t k = 0; k < units; ++k)
            dr[k] = dn[k] * step.kept[k] * sigmoid_grad_from_output(r[k]);
        for (std::size_t k = 0; k < 2 * units; ++k)
            slopes.recurrent[k] = slopes.gates[k];
    }
    // [snip:gru-backward]
};

/// \brief LSTM: a cell state that is only added to and forgotten from.
/// \implements{lstm}
///
/// i, f, o = σ(…), g = tanh(…), c_t = f ∘ c_{t−1} + i ∘ g, h_t = o ∘ tanh(c_t); the
/// rows of the sums are those of i, f, o, g. Hochreiter and Schmidhuber (1997),
/// with the forget gate of Gers et al. (2000). Error: ≤ 8 ulp of the larger of 1
/// and |c_{t−1}| beyond that of the sums.
// [snip:lstm-cell]
template <class T>
class LstmCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 4; }
    bool has_cell_state() const override { return true; }

    void forward(const CellStep<T>& step) const override {
        const std::size_t units = step.next_hidden.size();
        const auto i = gate_rows(step.gates, 0, units);
        const auto f = gate_rows(step.gates, 1, units);
        const auto o = gate_rows(step.gates, 2, units);
        const auto g = gate_rows(step.gates, 3, units);
        for (std::size_t k = 0; k < 4 * units; ++k)
            step.gates[k] += step.recurrent[k];
        for (std::size_t k = 0; k < 3 * units; ++k)
            step.gates[k] = gate(step.gates[k]);
        for (std::size_t k = 0; k < units; ++k) g[k] = squash(g[k]);
        for (std::size_t k = 0; k < units; ++k)
            step.next_cell[k] = f[k] * step.cell[k] + i[k] * g[k];
        for (std::size_t k = 0; k < units; ++k)
            step.kept[k] = squash(step.next_cell[k]);
        for (std::size_t k = 0; k < units; ++k)
            step.next_hidden[k] = o[k] * step.kept[k];
    }
    // [snip:lstm-cell]

    // [snip:lstm-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        const std::size_t units = step.next_hidden.size();
        const auto i = gate_rows(step.gates, 0, units);
        const auto f = gate_rows(step.gates, 1, units);
        const auto o = gate_rows(step.gates, 2, units);
        const auto g = gate_rows(step.gates, 3, units);
        const auto di = gate_rows(slopes.gates, 0, units);
        const auto df = gate_rows(slopes.gates, 1, units);
        const auto d_o = gate_rows(slopes.gates, 2, units);
        const auto dg = gate_rows(slopes.gates, 3, units);
        const auto dh = slopes.next_hidden;
        const auto dc = slopes.cell;
        // forward: h_t = o ∘ tanh(c_t)
        for (std::size_t k = 0; k < units; ++k)
            d_o[k] = dh[k] * step.kept[k] * sigmoid_grad_from_output(o[k]);
        for (std::size_t k = 0; k < units; ++k)
            dc[k] = slopes.next_cell[k] +
                    dh[k] * o[k] * squash_grad_from_output(step.kept[k]);
        // forward: c_t = f ∘ c_{t−1} + i ∘ g
        for (std::size_t k = 0; k < units; ++k)
            di[k] = dc[k] * g[k] * sigmoid_grad_from_output(i[k]);
        for (std::size_t k = 0; k < units; ++k)
            df[k] = dc[k] * step.cell[k] * sigmoid_grad_from_output(f[k]);
        for (std::size_t k = 0; k < units; ++k)
            dg[k] = dc[k] * i[k] * squash_grad_from_output(g[k]);
        for (std::size_t k = 0; k < units; ++k) dc[k] *= f[k];
        // forward: the sums W_x x_t + b and W_h h_{t−1} are added
        for (std::size_t k = 0; k < 4 * units; ++k)
            slopes.recurrent[k] = slopes.gates[k];
        for (std::size_t k = 0; k < units; ++k) slopes.hidden[k] = 0;
    }
    // [snip:lstm-backward]
};

/// \brief The cells by their names.
// [snip:cell-kind]
enum class CellKind { elman, gru, lstm };

inline const char* name_of(CellKind kind) {
    constexpr const char* names[] = {"Elman", "GRU", "LSTM"};
    return names[static_cast<std::size_t>(kind)];
}

template <class T>
std::unique_ptr<RecurrentCell<T>> make_cell(CellKind kind) {
    switch (kind) {
        case CellKind::elman:
            return std::make_unique<ElmanCell<T>>();
        case CellKind::gru:
            return std::make_unique<GruCell<T>>();
        default:
            return std::make_unique<LstmCell<T>>();
    }
}
// [snip:cell-kind]

}  // namespace nn
