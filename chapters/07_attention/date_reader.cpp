#include "date_reader.hpp"

namespace nn {

// [snip:date-reader]
EncoderDecoder date_reader(const DateAlphabets& alphabets, std::size_t hidden,
                           bool attention, Rng& rng) {
    return EncoderDecoder({.source_symbols = alphabets.written.size(),
                           .target_symbols = alphabets.iso.size(),
                           .hidden = hidden,
                           .attention = attention},
                          rng);
}
// [snip:date-reader]

}  // namespace nn
