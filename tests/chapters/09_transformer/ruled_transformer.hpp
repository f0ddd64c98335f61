/// \file
/// \brief A small transformer on a text of which part can be foretold.
#pragma once

#include <cstddef>
#include <vector>

#include "support/ruled_text.hpp"
#include "transformer_trainer.hpp"

namespace ruled_transformer {

using Numbers = std::vector<float>;

inline nn::TransformerShape shape(std::size_t context = 8) {
    return {.vocabulary = 6,
            .context = context,
            .layers = 2,
            .block = {.attention = {.width = 16, .heads = 2}}};
}

/// \brief Random weights to begin with.
inline Numbers beginning(const nn::Transformer<float>& model,
                         std::uint32_t seed = 11) {
    Numbers parameters(model.layout().size());
    nn::Rng rng(seed);
    model.begin(parameters, rng);
    return parameters;
}

}  // namespace ruled_transformer
