/// \file
/// \brief An encoder and its decoder by loops in double: what the fast one is
/// compared with.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "encoder_decoder.hpp"

namespace simple {

/// \brief One sequence at a time, a step after the other. Scores: dot or general.
class EncoderDecoder {
public:
    EncoderDecoder(const nn::EncoderDecoder& model, std::vector<double> values)
        : shape_(model.shape()),
          layout_(model.layout()),
          values_(std::move(values)) {}

    /// \brief Reads; from here on the decoder begins anew.
    void read(const std::vector<nn::Token>& source) {
        state_ = arma::vec(shape_.hidden, arma::fill::zeros);
        states_.clear();
        for (const nn::Token symbol : source) {
            step("encoder.0", symbol);
            states_.push_back(state_);
        }
    }

    /// \brief The scores of the next symbol, after the decoder heard this one.
    arma::vec hear(nn::Token symbol) {
        step("decoder.0", symbol);
        arma::vec seen = state_;
        if (shape_.attention) seen = arma::join_cols(state_, context());
        const arma::vec mixed = arma::tanh(matrix("mix.W") * seen);
        return matrix("out.W") * mixed + matrix("out.b");
    }

    const arma::vec& weights() const { return weights_; }

    /// \brief The sum of the losses of a batch.
    double loss(const nn::SequencePairs& pairs) {
        double sum = 0.0;
        for (std::size_t s = 0; s < pairs.sequences; ++s) {
            read(nth(pairs.source, s, pairs.sequences));
            auto heard = nn::Token(shape_.target_symbols);
            for (const nn::Token right : nth(pairs.target, s, pairs.sequences)) {
                const arma::vec z = hear(heard);
                sum += std::log(arma::accu(arma::exp(z))) - z(right);
                heard = right;
            }
        }
        return sum;
    }

    static std::vector<nn::Token> nth(const std::vector<nn::Token>& all,
                                      std::size_t sequence, std::size_t sequences) {
        std::vector<nn::Token> symbols;
        for (std::size_t i = sequence; i < all.size(); i += sequences)
            symbols.push_back(all[i]);
        return symbols;
    }

private:
    arma::mat matrix(const std::string& name) const {
        const auto& all = layout_.tensors();
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const auto& p) { return p.name == name; });
        return layout_.matrix(std::span<const double>(values_),
                              std::size_t(found - all.begin()));
    }

    void step(const std::string& layer, nn::Token symbol) {
        const std::size_t n = shape_.hidden;
        const arma::vec in =
            matrix(layer + ".W_x").col(symbol) + matrix(layer + ".b");
        const arma::vec old = matrix(layer + ".W_h") * state_;
        for (std::size_t k = 0; k < n; ++k) {
            const double r = 1 / (1 + std::exp(-in(k)-old(k)));
            const double z = 1 / (1 + std::exp(-in(n + k) - old(n + k)));
            const double fresh = std::tanh(in(2 * n + k) + r * old(2 * n + k));
            state_(k) = (1 - z) * fresh + z * state_(k);
        }
    }

    arma::vec context() {
        const bool general = shape_.score == nn::ScoreKind::general;
        arma::vec query = state_;
        if (general) query = matrix("score.W") * state_;
        weights_.set_size(states_.size());
        for (std::size_t t = 0; t < states_.size(); ++t)
            weights_(t) = std::exp(arma::dot(states_[t], query));
        weights_ /= arma::accu(weights_);
        arma::vec mixture(shape_.hidden, arma::fill::zeros);
        for (std::size_t t = 0; t < states_.size(); ++t)
            mixture += weights_(t) * states_[t];
        return mixture;
    }

    nn::EncoderDecoderShape shape_;
    nn::ParameterLayout layout_;
    std::vector<double> values_;
    std::vector<arma::vec> states_;
    arma::vec state_, weights_;
};

/// \brief The slope of a function of many numbers along one of them.
template <class Function>
double slope(const Function& f, std::vector<double> at, std::size_t i) {
    constexpr double step = 1e-5;
    const double here = at[i];
    at[i] = here + step;
    const double above = f(at);
    at[i] = here - step;
    return (above - f(at)) / (2 * step);
}

}  // namespace simple
