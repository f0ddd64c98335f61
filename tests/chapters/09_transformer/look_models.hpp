/// \file
/// \brief Small transformers to look into.
#pragma once

#include <vector>

#include "small_training.hpp"

namespace look_models {

/// \brief Two blocks of two heads, width 8, for 6 tokens and contexts of 10.
inline nn::TransformerShape shape() {
    return {.vocabulary = 6,
            .context = 10,
            .layers = 2,
            .block = {.attention = {.width = 8, .heads = 2}}};
}

/// \brief Large random numbers, so that heads look at some tokens more than at
/// others.
inline std::vector<float> numbers(const nn::Transformer<float>& model,
                                  std::uint32_t seed = 3) {
    nn::Rng rng(seed);
    std::vector<float> all(model.layout().size());
    for (float& number : all) number = float(0.5 * rng.normal());
    return all;
}

inline std::vector<nn::Token> tokens(std::size_t count, std::uint32_t seed = 5) {
    nn::Rng rng(seed);
    std::vector<nn::Token> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(nn::Token(rng.interval(5)));
    return all;
}

}  // namespace look_models
