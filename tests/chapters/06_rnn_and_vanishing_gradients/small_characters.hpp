/// \file
/// \brief Small texts and models of characters, and the same models in double, one
/// symbol at a time.
#pragma once

#include <cmath>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "nn/character_model.hpp"
#include "nn/recurrent_step.hpp"
#include "support/ruled_text.hpp"

namespace small_characters {

using Text = std::vector<nn::Token>;

inline const std::vector<nn::CellKind> all_cells{
    nn::CellKind::elman, nn::CellKind::gru, nn::CellKind::lstm};

inline Text text(std::size_t size, std::uint32_t seed = 7) {
    return ruled_text::symbols(size, seed);
}

inline nn::CharacterModel model(nn::CellKind cell, std::size_t hidden = 5,
                                std::size_t layers = 2) {
    nn::Rng rng(11);
    return {{cell, 6, hidden, layers}, rng};
}

inline std::vector<float> parameters_of(const nn::CharacterModel& model) {
    return {model.parameters().begin(), model.parameters().end()};
}

/// \brief A model that reads symbol by symbol: Unrolled layers, then the scores.
class SimpleReader {
public:
    explicit SimpleReader(const nn::CharacterModel& model)
        : cell_(nn::make_cell<double>(model.shape().cell)) {
        const nn::ParameterLayout& layout = model.layout();
        for (std::size_t i = 0; i < layout.tensors().size(); ++i) {
            const arma::fmat matrix = layout.matrix(model.parameters(), i);
            weights_.push_back(arma::conv_to<arma::mat>::from(matrix));
        }
        for (std::size_t l = 0; l < model.shape().layers; ++l)
            layers_.emplace_back(
                *cell_, nn::RecurrentWeights<const double>{
                            values(3 * l), values(3 * l + 1), values(3 * l + 2)});
    }

    /// \brief The scores of what follows.
    arma::vec read(nn::Token symbol) {
        std::vector<double> x(weights_[0].n_cols);
        x[symbol] = 1.0;
        for (nn::Unrolled<double>& layer : layers_) {
            layer.read(x);
            const auto h = layer.hidden(layer.length());
            x.assign(h.begin(), h.end());
        }
        const arma::mat& W = weights_[weights_.size() - 2];
        return W * arma::vec(x) + weights_.back();
    }

    /// \brief The top layer's cell state, or its hidden one where there is none.
    std::vector<double> state() const {
        const nn::Unrolled<double>& top = layers_.back();
        const auto cell = top.cell_state(top.length());
        const auto state = cell.empty() ? top.hidden(top.length()) : cell;
        return {state.begin(), state.end()};
    }

private:
    std::span<const double> values(std::size_t i) const {
        return {weights_[i].memptr(), weights_[i].n_elem};
    }

    std::unique_ptr<nn::RecurrentCell<double>> cell_;
    std::vector<arma::mat> weights_;
    std::deque<nn::Unrolled<double>> layers_;
};

/// \brief −ln of a symbol's share after softmax.
inline double nats(const arma::vec& scores, nn::Token symbol) {
    const double largest = scores.max();
    return largest + std::log(arma::accu(arma::exp(scores - largest))) -
           scores[symbol];
}

}  // namespace small_characters
