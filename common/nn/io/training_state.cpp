#include "nn/io/training_state.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/number_option.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:keep-parameters]
void keep_parameters(const ParameterLayout& layout,
                     std::span<const float> parameters,
                     std::vector<NamedMatrix>& tensors) {
    for (std::size_t i = 0; i < layout.tensors().size(); ++i)
        tensors.push_back({layout.tensors()[i].name, layout.matrix(parameters, i)});
}

void take_parameters(std::span<const NamedMatrix> tensors,
                     const ParameterLayout& layout,
                     const std::filesystem::path& path,
                     std::span<float> parameters) {
    for (std::size_t i = 0; i < layout.tensors().size(); ++i) {
        arma::fmat matrix = layout.matrix(parameters, i);
        matrix = tensor_named(tensors, layout.tensors()[i].name, arma::size(matrix),
                              path);
    }
}
// [snip:keep-parameters]

namespace {

// [snip:column-of]
arma::fmat column_of(std::span<const float> values) {
    arma::fmat column(values.size(), 1);
    std::copy(values.begin(), values.end(), column.begin());
    return column;
}
// [snip:column-of]

}  // namespace

// [snip:keep-adam]
void keep_adam(const AdamState<float>& state, std::vector<NamedMatrix>& tensors,
               const std::string& prefix) {
    const std::array<float, 2> fades{state.fade1, state.fade2};
    tensors.push_back({prefix + "mean", column_of(state.mean)});
    tensors.push_back({prefix + "mean_square", column_of(state.mean_square)});
    tensors.push_back({prefix + "fades", column_of(fades)});
}

AdamState<float> take_adam(std::span<const NamedMatrix> tensors,
                           std::size_t parameters,
                           const std::filesystem::path& path,
                           const std::string& prefix) {
    const auto named = [&](const std::string& name, std::size_t size) {
        return tensor_named(tensors, prefix + name, arma::size(size, 1), path);
    };
    const arma::fmat mean = named("mean", parameters);
    const arma::fmat mean_square = named("mean_square", parameters);
    const arma::fmat fades = named("fades", 2);
    return {{mean.begin(), mean.end()},
            {mean_square.begin(), mean_square.end()},
            fades(0),
            fades(1)};
}
// [snip:keep-adam]

namespace {

// [snip:require-replaceable]
/// \brief Another program's file stays: safetensors have a { behind 8 bytes.
void require_replaceable(const std::filesystem::path& path) {
    std::error_code unknown;  // a closed folder is refused later
    if (!std::filesystem::exists(path, unknown) || size_of_file(path) == 0) return;
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse_unreadable(path);
    in.seekg(8);
    if (in.peek() != '{')
        throw InputError(path.string() +
                         ": is no file of weights, and --save would replace it; "
                         "choose another name: --save FILE");
}
// [snip:require-replaceable]

}  // namespace

// [snip:require-savable]
void require_savable(const std::filesystem::path& path, const std::string& text) {
    require_replaceable(path);
    require_writable_folder(std::filesystem::absolute(path).parent_path(),
                            "--save FILE");
    if (valid_utf8(text) != text.size())
        throw InputError(text +
                         ": the text's name is not UTF-8, and --save keeps it; "
                         "rename the text, or do not save");
}
// [snip:require-savable]

// [snip:require-sensible]
void require_sensible(double bits, std::size_t steps, std::size_t symbols,
                      double learning_rate, double usual) {
    const double guess = std::log2(static_cast<double>(symbols));
    if (bits <= 1000 * guess) return;  // both are 0 where all symbols are one
    const std::string loss =
        std::isfinite(bits) ? number_text(bits) + " bits a symbol" : "no number";
    const double smaller = std::min(learning_rate / 10, usual);
    throw InputError(
        "training: after " + std::to_string(steps) + " steps the loss is " + loss +
        ", with a learning rate of " + number_text(learning_rate) +
        "; try a smaller one: --learning-rate " + number_text(smaller));
}
// [snip:require-sensible]

// [snip:steps-to-look-at]
bool is_look(std::size_t step, std::size_t steps) {
    for (std::size_t part = 32; part > 0; part /= 2)
        if (step == steps / part) return true;
    return false;
}
// [snip:steps-to-look-at]

}  // namespace nn
