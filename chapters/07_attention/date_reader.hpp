/// \file
/// \brief A recurrent model that reads dates.
#pragma once

#include <cstddef>

#include "encoder_decoder.hpp"
#include "nn/date_task.hpp"

namespace nn {

/// \brief A model that reads dates and writes them as ISO 8601 does.
// [snip:date-reader-declared]
EncoderDecoder date_reader(const DateAlphabets& alphabets, std::size_t hidden,
                           bool attention, Rng& rng);
// [snip:date-reader-declared]

}  // namespace nn
