/// \file
/// \brief What every training asks of its files, and of its loss.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "nn/io/safetensors.hpp"
#include "nn/optimizer.hpp"
#include "nn/parameters.hpp"

namespace nn {

/// \brief Appends each matrix of a model under its name.
// [snip:training-state-declared]
void keep_parameters(const ParameterLayout& layout,
                     std::span<const float> parameters,
                     std::vector<NamedMatrix>& tensors);

/// \brief Takes them back. Throws InputError, which names the file, if one is
/// missing.
void take_parameters(std::span<const NamedMatrix> tensors,
                     const ParameterLayout& layout,
                     const std::filesystem::path& path,
                     std::span<float> parameters);

/// \brief Appends what Adam remembers, under names that begin with `prefix`.
void keep_adam(const AdamState<float>& state, std::vector<NamedMatrix>& tensors,
               const std::string& prefix = "adam.");

/// \brief Takes it back. Throws InputError if it is not of so many parameters.
AdamState<float> take_adam(std::span<const NamedMatrix> tensors,
                           std::size_t parameters,
                           const std::filesystem::path& path,
                           const std::string& prefix = "adam.");
// [snip:training-state-declared]

/// \brief Throws InputError unless a training on the text of that name can be kept
/// in the file: what is there must be weights or nothing, and it will hold the
/// text's name, which must be UTF-8 then.
// [snip:training-checks-declared]
void require_savable(const std::filesystem::path& path, const std::string& text);

/// \brief Refuses a loss that is no number, or a thousand times that of a guess
/// among the symbols: from there no training comes back. The remedy is a tenth of
/// the learning rate, at most `usual`.
void require_sensible(double bits, std::size_t steps, std::size_t symbols,
                      double learning_rate, double usual);
// [snip:training-checks-declared]

/// \brief How often a training is kept.
// [snip:looks-declared]
inline constexpr std::size_t steps_between_saves = 100;

/// \brief Where a curve has a point: at 1/32, 1/16 … of all steps, and at the end.
bool is_look(std::size_t step, std::size_t steps);
// [snip:looks-declared]

}  // namespace nn
