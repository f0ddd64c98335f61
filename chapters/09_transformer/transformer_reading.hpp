/// \file
/// \brief What a trained transformer pays for a text.
#pragma once

#include <cstddef>
#include <span>

#include "nn/tokens.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief What a model pays for each token of a text behind the first, in nats, the
/// mean.
///
/// A token is foretold once, from at most a context of tokens before it. The
/// windows begin `stride` tokens apart, so that each token behind the first window
/// has at least context − stride tokens to be foretold from: a stride of the
/// context is fast, a stride of 1 sees all that the model can. The result does not
/// depend on the number of threads. Throws std::invalid_argument for a text of
/// fewer than 2 tokens and for a stride of 0 or beyond the context.
// [snip:nats-of-text]
double nats_of_text(const Transformer<float>& model,
                    std::span<const float> parameters, std::span<const Token> text,
                    std::size_t stride, unsigned threads);
// [snip:nats-of-text]

}  // namespace nn
