/// \file
/// \brief The front of a safetensors file: a length and a line of JSON.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/io/safetensors.hpp"

namespace nn {

/// \brief Where a matrix lies: its shape, and its bytes counted from the end of the
/// header.
// [snip:tensor-header-declared]
struct TensorEntry {
    std::string name;
    std::uint64_t rows, columns, begin, end;
    bool is_wanted = true;  ///< if not, rows and columns are 0
};

/// \brief What a header says, the entries in the order of their bytes.
struct TensorHeader {
    Metadata metadata;
    std::vector<TensorEntry> entries;
};

/// \brief All bytes before the first number: eight for the length, then the JSON.
///
/// `path` is the file that a complaint names. Throws like save_tensors().
std::string tensor_header(const Metadata& metadata,
                          std::span<const NamedMatrix> tensors,
                          const std::string& path);

/// \brief What the JSON says of a file that has `data_bytes` bytes after it.
///
/// Throws InputError unless the entries fill these bytes without a hole.
TensorHeader read_tensor_header(std::string_view json, std::uint64_t data_bytes,
                                const std::string& path,
                                const TensorChoice& is_wanted = {});
// [snip:tensor-header-declared]

}  // namespace nn
