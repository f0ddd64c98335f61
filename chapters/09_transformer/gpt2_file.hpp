/// \file
/// \brief Weights under GPT-2's names, so that they can go to other programs and
/// come from them.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "nn/io/safetensors.hpp"
#include "token_codec.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief A model with its weights, and the tokens it reads and writes.
// [snip:stored-model]
struct StoredModel {
    TransformerShape shape;
    std::vector<float> parameters;  ///< as the layout of a Transformer has them
    std::unique_ptr<TokenCodec> codec;
};
// [snip:stored-model]

/// \brief The matrices under GPT-2's names: wte.weight, wpe.weight,
/// h.0.ln_1.weight … ln_f.bias.
///
/// GPT-2 multiplies from the other side: its tokens are rows. Each matrix is the
/// transpose of ours. Throws std::invalid_argument for blocks that are not
/// GPT-2's: it normalises before, adds to a stream, thinks, and learns its places.
// [snip:gpt2-tensors-declared]
std::vector<NamedMatrix> gpt2_tensors(const Transformer<float>& model,
                                      std::span<const float> parameters);

/// \brief The names of all matrices of this layout.
std::set<std::string> gpt2_names(const ParameterLayout& layout);

/// \brief What the matrices do not tell: the heads, and the characters that are
/// tokens. Byte pairs have files of their own.
Metadata gpt2_metadata(const TransformerShape& shape, const TokenCodec& codec);

/// \brief The parameters of a model of this layout, from GPT-2's matrices.
///
/// Throws InputError, which names the file and the tensor, for one that is missing
/// or of another shape.
std::vector<float> parameters_from_gpt2(const ParameterLayout& layout,
                                        std::span<const NamedMatrix> tensors,
                                        const std::filesystem::path& path);
// [snip:gpt2-tensors-declared]

/// \brief Writes a model as GPT-2's files: the weights, and for byte pairs
/// vocab.json and merges.txt beside them. Throws as save_tensors() with `option`,
/// and as gpt2_tensors().
// [snip:gpt2-file-declared]
void save_gpt2(const std::filesystem::path& path, const Transformer<float>& model,
               std::span<const float> parameters, const TokenCodec& codec,
               const std::string& option);

/// \brief Reads what save_gpt2() wrote, or GPT-2's own file with vocab.json,
/// merges.txt and config.json beside it.
///
/// The shape is that of the matrices. The heads are what the file says of itself,
/// or config.json; else they are 64 wide, as in all published sizes. Names may
/// begin with "transformer."; masks (h.0.attn.bias) and what begins with
/// "training." are left out. Throws InputError for anything that does not fit
/// together.
StoredModel load_gpt2(const std::filesystem::path& path);
// [snip:gpt2-file-declared]

}  // namespace nn
