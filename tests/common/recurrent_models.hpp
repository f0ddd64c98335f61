/// \file
/// \brief A recurrent layer's weights as numbers, and the simple way to use them.
#pragma once

#include <armadillo>
#include <vector>

#include "nn/cell_kind.hpp"
#include "nn/parameters.hpp"
#include "nn/recurrent_layer.hpp"
#include "nn/recurrent_step.hpp"
#include "support/distance.hpp"

/// \brief One layer's W_x, W_h and b in double, cut out of a model's floats.
class SimpleLayer {
public:
    SimpleLayer(nn::CellKind kind, const nn::RecurrentLayer& layer,
                const nn::ParameterLayout& layout,
                std::span<const float> parameters)
        : inputs_(layout.tensors()[layer.W_x()].columns),
          hidden_(layer.hidden()),
          sums_(layer.sums()),
          cell_(nn::make_cell<double>(kind)) {
        for (const std::size_t tensor : {layer.W_x(), layer.W_h(), layer.b()})
            for (const float x : layout.values(parameters, tensor))
                values_.push_back(static_cast<double>(x));
        slopes_.resize(values_.size());
    }

    nn::Unrolled<double> unrolled() const {
        const auto W =
            nn::recurrent_weights<const double>(values_, sums_, inputs_, hidden_);
        return nn::Unrolled<double>(*cell_, W);
    }
    nn::RecurrentWeights<double> slopes() {
        return nn::recurrent_weights<double>(slopes_, sums_, inputs_, hidden_);
    }
    const std::vector<double>& all_slopes() const { return slopes_; }

private:
    std::size_t inputs_, hidden_, sums_;
    std::unique_ptr<nn::RecurrentCell<double>> cell_;
    std::vector<double> values_, slopes_;
};
