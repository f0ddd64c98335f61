/// \file
/// \brief Vector files, read and checked: the text forms and the binary one.
#pragma once

#include <cstdint>
#include <filesystem>

#include "nn/word_vectors.hpp"

namespace nn {

/// \brief The vectors of a text file of `bytes` bytes, word2vec's or GloVe's form.
// [snip:vector-reading]
WordVectors load_text_vectors(const std::filesystem::path& path,
                              std::uint64_t bytes);

/// \brief The vectors of a file of `bytes` bytes in word2vec's binary form.
WordVectors load_binary_vectors(const std::filesystem::path& path,
                                std::uint64_t bytes);
// [snip:vector-reading]

}  // namespace nn
