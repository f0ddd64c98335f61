/// \file
/// \brief A small transformer whose weights all matter.
#pragma once

#include <vector>

#include "nn/rng.hpp"
#include "transformer.hpp"

namespace small_transformer {

/// \brief 11 tokens, 12 places, 3 blocks of width 8 with 2 heads.
inline const nn::TransformerShape shape{
    .vocabulary = 11,
    .context = 12,
    .layers = 3,
    .block = {.attention = {.width = 8, .heads = 2}}};

/// \brief Weights, gains and biases of some size.
template <class T>
std::vector<T> parameters(const nn::Transformer<T>& model, std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<T> values(model.layout().size());
    for (T& value : values) value = T(0.4 * rng.normal());
    return values;
}

/// \brief A text of tokens that mean nothing.
inline std::vector<nn::Token> text(std::size_t length, std::size_t vocabulary,
                                   std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<nn::Token> tokens(length);
    for (nn::Token& token : tokens)
        token = static_cast<nn::Token>(rng.interval(vocabulary - 1));
    return tokens;
}

}  // namespace small_transformer
