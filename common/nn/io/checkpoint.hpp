/// \file
/// \brief A training that can be stopped and taken up again: all its numbers in one
/// file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "nn/io/safetensors.hpp"

namespace nn {

/// \brief The state of a training after a step.
// [snip:checkpoint-declared]
struct Checkpoint {
    Metadata options;        ///< what the training was asked for: "hidden" is "128"
    std::uint64_t step = 0;  ///< steps done
    std::vector<NamedMatrix> tensors;  ///< parameters, moments, carried states
    Metadata about{};  ///< what other programs may want to know of the file
};

/// \brief Writes the state as a safetensors file with a checksum over everything.
///
/// `program` names who may read it again. A kill at any moment leaves the file that
/// was there or the new one. Throws like save_tensors(), with `option` to change.
void save_checkpoint(const std::filesystem::path& path, const std::string& program,
                     const Checkpoint& checkpoint, const std::string& option);

/// \brief Reads the state that save_checkpoint() wrote for the same program.
///
/// Throws InputError if the file is no checkpoint, is another program's or another
/// version's, or if any of its bytes has changed.
Checkpoint load_checkpoint(const std::filesystem::path& path,
                           const std::string& program);

/// \brief Throws InputError, which names the first option that differs and both
/// values, unless the training was asked for the same.
void require_same_options(const std::filesystem::path& path,
                          const Metadata& of_checkpoint, const Metadata& asked);
// [snip:checkpoint-declared]

}  // namespace nn
