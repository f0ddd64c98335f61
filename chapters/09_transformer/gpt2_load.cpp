#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <utility>

#include "byte_pair_files.hpp"
#include "gpt2_file.hpp"
#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/text.hpp"
#include "nn/io/text_pieces.hpp"

namespace nn {

namespace {

// [snip:gpt2-wanted]
namespace fs = std::filesystem;

const std::string prefix = "transformer.";  // of a model with a head for words

/// \brief Masks are known to us, and what begins with "training." is for training.
bool is_weight(const std::string& name) {
    return !name.ends_with(".attn.bias") && !name.ends_with(".attn.masked_bias") &&
           !name.starts_with("training.");
}

TensorFile gpt2_weights(const fs::path& path) {
    TensorFile file = load_tensors(path, is_weight);
    for (NamedMatrix& tensor : file.tensors)
        if (tensor.name.starts_with(prefix)) tensor.name.erase(0, prefix.size());
    return file;
}

const arma::fmat* find_tensor(const TensorFile& file, const std::string& name) {
    const auto found = std::find_if(
        file.tensors.begin(), file.tensors.end(),
        [&](const NamedMatrix& tensor) { return tensor.name == name; });
    return found == file.tensors.end() ? nullptr : &found->matrix;
}
// [snip:gpt2-wanted]

// [snip:gpt2-said]
/// \brief What a file says of itself; a checkpoint says it as an option.
std::string said(const TensorFile& file, const std::string& key) {
    for (const std::string& name : {key, "option." + key})
        if (const auto found = file.metadata.find(name);
            found != file.metadata.end())
            return found->second;
    return "";
}

std::size_t head_count(const std::string& digits, std::size_t width,
                       const std::string& where) {
    std::size_t heads = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, heads);
    if (error != std::errc() || stop != end || heads == 0 || width % heads != 0)
        throw InputError(where + ": n_head is " + shortened(digits, 40) +
                         ", and must be a number that divides the width, " +
                         std::to_string(width) +
                         "; take both files from one model");
    return heads;
}
// [snip:gpt2-said]

// [snip:gpt2-config]
/// \brief What config.json says of the heads, or nothing without the file.
std::string heads_in_config(const fs::path& path) {
    if (!fs::exists(path)) return "";
    constexpr std::uint64_t bound = 1'000'000;
    const auto config =
        nlohmann::json::parse(read_file(path, bound), nullptr, false);
    if (!config.is_object())
        throw InputError(path.string() +
                         ": is no JSON object; fetch it again with its model");
    const auto told = [&](const char* key, const nlohmann::json& ours) {
        const auto theirs = config.find(key);
        if (theirs != config.end() && *theirs != ours)
            throw InputError(path.string() + ": its " + key + " is " +
                             shortened(theirs->dump(), 40) + ", the book's is " +
                             ours.dump() + "; take a model that is GPT-2's");
    };
    told("activation_function", "gelu_new");
    told("layer_norm_epsilon", LayerNorm<double>::epsilon);
    const auto heads = config.find("n_head");
    return heads == config.end() ? "" : heads->dump();
}

std::size_t heads_of(const TensorFile& file, const fs::path& path,
                     std::size_t width) {
    const fs::path config = path.parent_path() / "config.json";
    if (const std::string heads = said(file, "n_head"); !heads.empty())
        return head_count(heads, width, path.string());
    if (const std::string heads = heads_in_config(config); !heads.empty())
        return head_count(heads, width, config.string());
    constexpr std::size_t published = 64;  // the width of a head, in all four sizes
    if (width % published != 0)
        throw InputError(path.string() +
                         ": nothing says how many heads it has; put its "
                         "config.json beside it");
    return width / published;
}
// [snip:gpt2-config]

// [snip:gpt2-shape]
TransformerShape shape_of(const TensorFile& file, const fs::path& path) {
    const arma::fmat* const tokens = find_tensor(file, "wte.weight");
    const arma::fmat* const places = find_tensor(file, "wpe.weight");
    if (!tokens || !places || tokens->empty() || places->empty())
        throw InputError(path.string() +
                         ": has no tensors 'wte.weight' and 'wpe.weight' with "
                         "numbers in them; is it a model in GPT-2's layout?");
    TransformerShape shape{.vocabulary = tokens->n_rows, .context = places->n_rows};
    const auto is_there = [&](std::size_t layer) {
        return find_tensor(file, "h." + std::to_string(layer) + ".ln_1.weight");
    };
    shape.layers = 1;
    while (is_there(shape.layers)) ++shape.layers;
    const std::size_t width = tokens->n_cols;
    shape.block.attention = {.width = width, .heads = heads_of(file, path, width)};
    return shape;
}
// [snip:gpt2-shape]

// [snip:gpt2-nothing-else]
/// \brief Refuses a tensor that the model would ignore: the model is another then.
void require_nothing_else(const TensorFile& file, const ParameterLayout& layout,
                          const fs::path& path) {
    std::set<std::string> names = gpt2_names(layout);
    const arma::fmat* const scores = find_tensor(file, "lm_head.weight");
    if (scores && arma::approx_equal(*scores, *find_tensor(file, "wte.weight"),
                                     "absdiff", 0.0F))
        names.insert("lm_head.weight");  // the same once more: tied
    for (const NamedMatrix& tensor : file.tensors)
        if (!names.contains(tensor.name))
            throw InputError(path.string() + ": tensor '" +
                             shortened(tensor.name, 80) +
                             "' is none of a GPT-2 of " +
                             std::to_string((names.size() - 4) / 12) +
                             " layers with tied scores; was another model meant?");
}
// [snip:gpt2-nothing-else]

// [snip:codec-of]
std::unique_ptr<TokenCodec> character_codec(const std::string& characters,
                                            const fs::path& path) {
    try {
        return std::make_unique<CharacterCodec>(Alphabet::in_order(characters));
    } catch (const std::invalid_argument& error) {
        throw InputError(path.string() + ": " + error.what());
    }
}

std::unique_ptr<TokenCodec> codec_of(const TensorFile& file, const fs::path& path,
                                     std::size_t vocabulary) {
    const std::string characters = said(file, "characters");
    std::unique_ptr<TokenCodec> codec;
    if (characters.empty())
        codec = std::make_unique<BytePairCodec>(read_byte_pairs(path.parent_path()),
                                                text_pieces);
    else
        codec = character_codec(characters, path);
    if (codec->size() != vocabulary)
        throw InputError(path.string() + ": 'wte.weight' has " +
                         std::to_string(vocabulary) + " rows, and there are " +
                         std::to_string(codec->size()) +
                         (characters.empty() ? " tokens in vocab.json"
                                             : " characters in its header") +
                         "; take all files from one model");
    return codec;
}
// [snip:codec-of]

}  // namespace

// [snip:load-gpt2]
StoredModel load_gpt2(const fs::path& path) {
    const TensorFile file = gpt2_weights(path);
    StoredModel model{shape_of(file, path), {}, nullptr};
    const ParameterLayout layout = Transformer<float>(model.shape).layout();
    model.parameters = parameters_from_gpt2(layout, file.tensors, path);
    require_nothing_else(file, layout, path);
    model.codec = codec_of(file, path, model.shape.vocabulary);
    return model;
}
// [snip:load-gpt2]

}  // namespace nn
