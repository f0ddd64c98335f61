#include "gpt2_file.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "byte_pair_files.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:gpt2-names]
/// \brief What a part is called here and in GPT-2's files.
struct PartName {
    const char *ours, *theirs;
};

constexpr std::array<PartName, 4> model_parts{{{"token_vectors", "wte.weight"},
                                               {"position_vectors", "wpe.weight"},
                                               {"norm.gain", "ln_f.weight"},
                                               {"norm.bias", "ln_f.bias"}}};

constexpr std::array<PartName, 12> block_parts{
    {{"norm_1.gain", "ln_1.weight"},
     {"norm_1.bias", "ln_1.bias"},
     {"attention.W_QKV", "attn.c_attn.weight"},
     {"attention.b_QKV", "attn.c_attn.bias"},
     {"attention.W_O", "attn.c_proj.weight"},
     {"attention.b_O", "attn.c_proj.bias"},
     {"norm_2.gain", "ln_2.weight"},
     {"norm_2.bias", "ln_2.bias"},
     {"feed_forward.W_1", "mlp.c_fc.weight"},
     {"feed_forward.b_1", "mlp.c_fc.bias"},
     {"feed_forward.W_2", "mlp.c_proj.weight"},
     {"feed_forward.b_2", "mlp.c_proj.bias"}}};
// [snip:gpt2-names]

// [snip:gpt2-name]
/// \brief "block.3.norm_1.gain" is "h.3.ln_1.weight".
std::string gpt2_name(const std::string& ours) {
    const auto among = [](const auto& parts, const std::string& name) {
        const auto found =
            std::find_if(parts.begin(), parts.end(),
                         [&](const PartName& part) { return part.ours == name; });
        return std::string(found->theirs);
    };
    const std::string block = "block.";
    if (!ours.starts_with(block)) return among(model_parts, ours);
    const std::size_t end = ours.find('.', block.size()) + 1;
    return "h." + ours.substr(block.size(), end - block.size()) +
           among(block_parts, ours.substr(end));
}

/// \brief A vector is a column in both; anything else is transposed.
bool is_vector(const std::string& theirs) {
    return theirs.ends_with(".bias") || theirs.find("ln_") != std::string::npos;
}
// [snip:gpt2-name]

}  // namespace

// [snip:gpt2-tensors]
std::set<std::string> gpt2_names(const ParameterLayout& layout) {
    std::set<std::string> names;
    for (const TensorPlace& place : layout.tensors())
        names.insert(gpt2_name(place.name));
    return names;
}

std::vector<NamedMatrix> gpt2_tensors(const Transformer<float>& model,
                                      std::span<const float> parameters) {
    const TransformerShape& shape = model.shape();
    const MultiHeadShape& attention = shape.block.attention;
    require(shape.block.norm == NormPlacement::before && shape.block.residual &&
                shape.block.feed_forward && shape.positions && attention.causal &&
                attention.positions == RelativePositions::none,
            "gpt2_tensors",
            "blocks that are not GPT-2's; save a model that normalises before, "
            "adds, thinks and learns its places");
    std::vector<NamedMatrix> tensors;
    for (std::size_t i = 0; i < model.layout().tensors().size(); ++i) {
        const std::string name = gpt2_name(model.layout().tensors()[i].name);
        const arma::fmat matrix = model.layout().matrix(parameters, i);
        tensors.push_back(
            {name, is_vector(name) ? matrix : arma::fmat(matrix.t())});
    }
    return tensors;
}
// [snip:gpt2-tensors]

// [snip:parameters-from-gpt2]
std::vector<float> parameters_from_gpt2(const ParameterLayout& layout,
                                        std::span<const NamedMatrix> tensors,
                                        const std::filesystem::path& path) {
    std::vector<float> parameters;
    for (const TensorPlace& place : layout.tensors()) {
        const std::string name = gpt2_name(place.name);
        const bool as_ours = is_vector(name);
        // [snip:gpt2-size]
        const arma::SizeMat size = as_ours
                                       ? arma::SizeMat(place.rows, place.columns)
                                       : arma::SizeMat(place.columns, place.rows);
        // [snip:gpt2-size]
        const arma::fmat& theirs = tensor_named(tensors, name, size, path);
        const arma::fmat matrix = as_ours ? theirs : arma::fmat(theirs.t());
        parameters.insert(parameters.end(), matrix.begin(), matrix.end());
    }
    return parameters;
}
// [snip:parameters-from-gpt2]

// [snip:gpt2-metadata]
Metadata gpt2_metadata(const TransformerShape& shape, const TokenCodec& codec) {
    Metadata metadata{{"format", "pt"},
                      {"n_head", std::to_string(shape.block.attention.heads)}};
    if (dynamic_cast<const CharacterCodec*>(&codec)) {
        std::vector<Token> all(codec.size());
        std::iota(all.begin(), all.end(), Token{0});
        metadata["characters"] = codec.decode(all);
    }
    return metadata;
}
// [snip:gpt2-metadata]

// [snip:save-gpt2]
void save_gpt2(const std::filesystem::path& path, const Transformer<float>& model,
               std::span<const float> parameters, const TokenCodec& codec,
               const std::string& option) {
    const std::vector<NamedMatrix> tensors = gpt2_tensors(model, parameters);
    if (const auto* const bytes = dynamic_cast<const BytePairCodec*>(&codec))
        write_byte_pairs(path.parent_path(), bytes->pairs());
    save_tensors(path, gpt2_metadata(model.shape(), codec), tensors, option);
}
// [snip:save-gpt2]

}  // namespace nn
