/// \file
/// \brief What the exercises with whole sequences share: a layer, what it reads,
/// and a loss of its states.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "exercises/columns.hpp"
#include "nn/recurrent_step.hpp"

namespace diagnosis {

/// \brief A layer, a sequence, and the slopes of a loss in its states h_1 … h_T.
struct Layer {
    std::string name;
    std::size_t sums, inputs, hidden;
    Column weights;        // W_x, W_h and b
    Columns x;             // x_1 … x_T
    Column h0, c0;         // c0 is empty where the cell has none
    Columns outside = {};  // the loss is the sum of outside_t · h_t
};

template <class T>
nn::RecurrentWeights<T> weights_of(std::span<T> all, const Layer& layer) {
    return nn::recurrent_weights(all, layer.sums, layer.inputs, layer.hidden);
}

inline nn::RecurrentWeights<const double> weights_of(const Layer& layer) {
    return weights_of(std::span<const double>(layer.weights), layer);
}

inline Layer random_layer(const nn::RecurrentCell<double>& cell, std::size_t inputs,
                          std::size_t hidden, std::size_t steps,
                          std::uint32_t seed) {
    nn::Rng rng(seed);
    const std::size_t sums = cell.gates() * hidden;
    Layer layer{"inputs: " + show(inputs) + ", units: " + show(hidden) +
                    ", steps: " + show(steps),
                sums,
                inputs,
                hidden,
                normals(sums * (inputs + hidden + 1), rng, 0.5),
                normal_columns(steps, inputs, rng),
                normals(hidden, rng, 0.5),
                normals(cell.has_cell_state() ? hidden : 0, rng, 0.5)};
    layer.outside = normal_columns(steps, hidden, rng);
    return layer;
}

/// \brief The loss of what was read: the sum of outside_t · h_t from a place on.
template <class T>
T loss_of(const nn::Unrolled<T>& read, const Columns& outside,
          std::size_t first = 0) {
    T loss = 0;
    for (std::size_t t = 1; t <= read.length(); ++t)
        for (std::size_t k = 0; k < outside[first].size(); ++k)
            loss += read.hidden(t)[k] * outside[first + t - 1][k];
    return loss;
}

}  // namespace diagnosis
