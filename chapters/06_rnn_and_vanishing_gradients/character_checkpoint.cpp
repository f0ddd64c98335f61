#include "character_checkpoint.hpp"

#include <boost/crc.hpp>
#include <string>
#include <utility>

#include "nn/io/number_option.hpp"
#include "nn/io/training_state.hpp"

namespace nn {

namespace {

// [snip:checkpoint-names]
constexpr const char* program = "ch06_rnn_and_vanishing_gradients";

std::string state_name(std::size_t number) {
    return "state." + std::to_string(number);
}
// [snip:checkpoint-names]

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
    Checkpoint checkpoint{asked, state.step, {}};
    keep_parameters(model.layout(), model.parameters(), checkpoint.tensors);
    keep_adam(state.adam, checkpoint.tensors);
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
    take_parameters(checkpoint.tensors, model.layout(), path, model.parameters());
    TrainingState state = trainer.state();  // for the sizes
    state.step = checkpoint.step;
    state.adam = take_adam(checkpoint.tensors, model.layout().size(), path);
    for (std::size_t i = 0; i < state.states.size(); ++i)
        if (!state.states[i].is_empty())
            state.states[i] = tensor_named(checkpoint.tensors, state_name(i),
                                           arma::size(state.states[i]), path);
    trainer.resume(state);
}
// [snip:resume-training]

}  // namespace nn
