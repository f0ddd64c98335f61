/// \file
/// \brief A model that was trained, to look into.
#pragma once

#include <span>

#include "token_codec.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief A shape, its numbers, and what its tokens stand for.
// [snip:trained-model]
struct TrainedModel {
    const Transformer<float>& model;
    std::span<const float> parameters;
    const TokenCodec& codec;
};
// [snip:trained-model]

}  // namespace nn
