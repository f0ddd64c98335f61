/// \file
/// \brief How models with different tokens compare on one text.
#pragma once

#include <cmath>

namespace nn {

/// \brief How much text a token carries.
/// \implements{compression}
///
/// Domain: tokens ≥ 1. Error: ≤ 0.5 ulp.
// [snip:bytes-per-token]
template <class T>
T bytes_per_token(const T& bytes, const T& tokens) {
    return bytes / tokens;
}
// [snip:bytes-per-token]

/// \brief What a model pays for each character of a text, whatever its tokens are.
/// \implements{bits-per-character}
///
/// `nats` is the mean loss of a token, the natural logarithm of one over its
/// probability. Domain: characters ≥ 1. Error: ≤ 2.5 ulp.
// [snip:bits-per-character]
template <class T>
T bits_per_character(const T& nats, const T& tokens, const T& characters) {
    using std::log;
    const T nats_of_text = nats * tokens;
    return nats_of_text / characters / log(T(2));
}
// [snip:bits-per-character]

}  // namespace nn
