#include "character_checkpoint.hpp"

#include <algorithm>
#include <array>
#include <boost/crc.hpp>
#include <string>
#include <utility>
#include <vector>

#include "nn/io/number_option.hpp"

namespace nn {

namespace {

// [snip:checkpoint-names]
constexpr const char* program = "ch06_rnn_and_vanishing_gradients";

std::string state_name(std::size_t number) {
    return "state." + std::to_string(number);
}
// [snip:checkpoint-names]

// [snip:column-of]
arma::fmat column_of(std::span<const float> values) {
    arma::fmat column(values.size(), 1);
    std::copy(values.begin(), values.end(), column.begin());
    return column;
}
// [snip:column-of]

// [snip:text-checksum]
/// \brief A number that another text would hardly have: CRC-32 of all its symbols
/// and of what they stand for.
std::string text_checksum(const CharacterText& text) {
    boost::crc_32_type crc;
    for (const auto* symbols : {&text.train, &text.held_out})
        crc.process_bytes(symbols->data(), symbols->size() * sizeof(Token));
    for (Token symbol = 0; symbol < text.alphabet.size(); ++symbol) {
        const char32_t character = text.alphabet.character(symbol);
        crc.process_bytes(&character, sizeof character);
    }
    return std::to_string(crc.checksum());
}
// [snip:text-checksum]

}  // namespace

// [snip:asked-of]
Metadata asked_of(const Options& options, const CharacterOptions& character,
                  const CharacterText& text) {
    return {{"cell", name_of(character.cell)},
            {"hidden", std::to_string(character.hidden)},
            {"layers", std::to_string(character.layers)},
            {"learning-rate", number_text(character.learning_rate)},
            {"seed", std::to_string(options.seed)},
            {"text", text.name},
            {"text-checksum", text_checksum(text)}};
}
// [snip:asked-of]

// [snip:save-training]
void save_training(const std::string& path, const Metadata& asked,
                   const CharacterModel& model, const CharacterTrainer& trainer) {
    if (path.empty()) return;
    const TrainingState state = trainer.state();
    const std::array<float, 2> fades{state.adam.fade1, state.adam.fade2};
    Checkpoint checkpoint{asked, state.step, {}};
    const ParameterLayout& layout = model.layout();
    for (std::size_t i = 0; i < layout.tensors().size(); ++i)
        checkpoint.tensors.push_back(
            {layout.tensors()[i].name, layout.matrix(model.parameters(), i)});
    checkpoint.tensors.push_back({"adam.mean", column_of(state.adam.mean)});
    checkpoint.tensors.push_back(
        {"adam.mean_square", column_of(state.adam.mean_square)});
    checkpoint.tensors.push_back({"adam.fades", column_of(fades)});
    for (std::size_t i = 0; i < state.states.size(); ++i)
        if (!state.states[i].is_empty())
            checkpoint.tensors.push_back({state_name(i), state.states[i]});
    save_checkpoint(path, program, checkpoint, "--save FILE");
}
// [snip:save-training]

// [snip:load-training]
Checkpoint load_training(const std::string& path, const Metadata& asked) {
    Checkpoint checkpoint = load_checkpoint(path, program);
    require_same_options(path, checkpoint.options, asked);
    return checkpoint;
}
// [snip:load-training]

// [snip:resume-training]
void resume_training(const std::string& path, const Metadata& asked,
                     CharacterModel& model, CharacterTrainer& trainer) {
    if (path.empty()) return;
    const Checkpoint checkpoint = load_training(path, asked);
    const auto named = [&](const std::string& name, const arma::SizeMat& size) {
        return tensor_named(checkpoint.tensors, name, size, path);
    };
    const ParameterLayout& layout = model.layout();
    for (std::size_t i = 0; i < layout.tensors().size(); ++i) {
        arma::fmat matrix = layout.matrix(model.parameters(), i);
        matrix = named(layout.tensors()[i].name, arma::size(matrix));
    }
    const arma::fmat mean = named("adam.mean", arma::size(layout.size(), 1));
    const arma::fmat mean_square =
        named("adam.mean_square", arma::size(layout.size(), 1));
    const arma::fmat fades = named("adam.fades", arma::size(2, 1));
    TrainingState state = trainer.state();  // for the sizes
    state.step = checkpoint.step;
    state.adam = {{mean.begin(), mean.end()},
                  {mean_square.begin(), mean_square.end()},
                  fades(0),
                  fades(1)};
    for (std::size_t i = 0; i < state.states.size(); ++i)
        if (!state.states[i].is_empty())
            state.states[i] = named(state_name(i), arma::size(state.states[i]));
    trainer.resume(state);
}
// [snip:resume-training]

}  // namespace nn
