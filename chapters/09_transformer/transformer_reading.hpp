/// \file
/// \brief What a trained transformer pays for a text, and how it goes on with one.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"
#include "token_sampling.hpp"
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

/// \brief Draws `count` tokens, each after all before it that fit into the context.
///
/// Computes everything anew for each token. Throws std::invalid_argument for an
/// empty beginning and as draw_token() does.
// [snip:write-on]
std::vector<Token> write_on(const Transformer<float>& model,
                            std::span<const float> parameters,
                            std::span<const Token> beginning, std::size_t count,
                            const SamplingSettings& settings, Rng& rng);
// [snip:write-on]

}  // namespace nn
