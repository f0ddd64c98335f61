/// \file
/// \brief Matrices with names in one file: safetensors, as Hugging Face and PyTorch
/// know it.
#pragma once

#include <armadillo>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace nn {

/// \brief A matrix of floats and what it is called.
// [snip:safetensors-declared]
struct NamedMatrix {
    std::string name;
    arma::fmat matrix;
};

/// \brief What a file says about itself: any text under any name.
using Metadata = std::map<std::string, std::string>;

/// \brief All that a safetensors file holds, the matrices in the order of their
/// bytes (without any: by name).
struct TensorFile {
    Metadata metadata;
    std::vector<NamedMatrix> tensors;
};

/// \brief Writes the matrices in their order; `option` is what a complaint says to
/// change.
///
/// A matrix of one column has the shape [rows], any other [rows, columns], its
/// numbers row by row, as PyTorch expects them; the numbers are F32. The file is
/// the old one or the whole new one at any moment. Throws std::invalid_argument if
/// two matrices share a name, InputError if a text is not UTF-8 or the file cannot
/// be written.
void save_tensors(const std::filesystem::path& path, const Metadata& metadata,
                  std::span<const NamedMatrix> tensors, const std::string& option);

/// \brief Whether the tensor of that name should be read. Empty: all should.
using TensorChoice = std::function<bool(const std::string& name)>;

/// \brief Reads a file of at most 16 GiB whose tensors are F32 of at most two
/// dimensions; those that are not wanted may be of any kind.
///
/// Whatever the header claims, the matrices take no more memory than the file has
/// bytes. Throws InputError with the byte or the tensor if the file is no
/// safetensors, is cut off, or says things that do not fit together.
TensorFile load_tensors(const std::filesystem::path& path,
                        const TensorChoice& is_wanted = {});

/// \brief The matrix of that name and size; InputError, which names the file, if
/// there is none.
const arma::fmat& tensor_named(std::span<const NamedMatrix> tensors,
                               const std::string& name, const arma::SizeMat& size,
                               const std::filesystem::path& path);
// [snip:safetensors-declared]

}  // namespace nn
