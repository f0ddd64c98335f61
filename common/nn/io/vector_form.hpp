/// \file
/// \brief What reading and writing of vector files have in common.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace nn {

/// \brief The three forms of a vector file.
// [snip:vector-form]
enum class VectorForm { word2vec_binary, word2vec_text, glove_text };

/// \brief The form that the file's name ends in. Throws InputError for any other
/// end.
VectorForm form_of(const std::filesystem::path& path);

/// \brief The first line of word2vec's forms: "V d".
struct VectorHeader {
    std::uint64_t words = 0, dimension = 0;
};

/// \brief The header that a line is, if it is one. Numbers beyond 64 bits count as
/// the largest.
std::optional<VectorHeader> header_of(std::string_view line);
// [snip:vector-form]

}  // namespace nn
