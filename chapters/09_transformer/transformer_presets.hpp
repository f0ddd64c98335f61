/// \file
/// \brief Transformers by name, and how each is trained.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "transformer_trainer.hpp"

namespace nn {

/// \brief A shape and a training that go together.
// [snip:transformer-preset]
struct TransformerPreset {
    std::string_view name;
    std::size_t layers, heads, width, context;
    std::size_t sequences;  ///< windows a step
    std::size_t steps;
    double highest, lowest;  ///< learning rates
    std::size_t warm_up;     ///< steps
};
// [snip:transformer-preset]

/// \brief The last one is the public small setting of nanoGPT's readme, for
/// characters on a processor.
// [snip:transformer-presets]
inline constexpr std::array<TransformerPreset, 3> transformer_presets{{
    {"tiny", 2, 2, 32, 32, 8, 1000, 1e-2, 1e-3, 20},
    {"small", 3, 4, 64, 64, 8, 4400, 8e-3, 4e-4, 100},
    {"baby-gpt", 4, 4, 128, 64, 12, 2000, 1e-3, 1e-4, 100},
}};
inline constexpr std::size_t usual_preset = 1;
// [snip:transformer-presets]

/// \brief The shape of a preset that knows so many tokens.
// [snip:shape-of-preset]
inline TransformerShape preset_shape(const TransformerPreset& preset,
                                     std::size_t vocabulary) {
    return {.vocabulary = vocabulary,
            .context = preset.context,
            .layers = preset.layers,
            .block = {.attention = {.width = preset.width, .heads = preset.heads}}};
}
// [snip:shape-of-preset]

}  // namespace nn
