#include "transformer_checkpoint.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <filesystem>
#include <vector>

#include "byte_pair_files.hpp"
#include "gpt2_file.hpp"
#include "nn/io/error.hpp"
#include "nn/io/number_option.hpp"
#include "nn/io/training_state.hpp"

namespace nn {

namespace {

// [snip:transformer-checksum]
constexpr const char* program = "ch09_transformer";
constexpr const char* adam_names = "training.adam.";  // load_gpt2() knows them

/// \brief A number that another text, or other tokens, would hardly have.
std::string tokens_checksum(const TransformerText& text) {
    boost::crc_32_type crc;
    for (const auto* tokens : {&text.train, &text.held_out})
        crc.process_bytes(tokens->data(), tokens->size() * sizeof(Token));
    for (Token token = 0; token < text.codec->size(); ++token) {
        const std::string bytes = text.codec->decode({&token, 1}) + '\0';
        crc.process_bytes(bytes.data(), bytes.size());
    }
    return std::to_string(crc.checksum());
}
// [snip:transformer-checksum]

}  // namespace

// [snip:asked-of-transformer]
Metadata asked_of_transformer(const Options& options,
                              const TransformerOptions& transformer,
                              const TransformerText& text) {
    const TransformerPreset preset = preset_asked(options, transformer);
    return {{"preset", std::string(preset.name)},
            {"steps", std::to_string(preset.steps)},
            {"learning-rate", number_text(preset.highest)},
            {"dropout", number_text(transformer.dropout)},
            {"tokenizer", transformer.byte_pairs ? "bpe" : "characters"},
            {"vocabulary", std::to_string(text.codec->size())},
            {"split", number_text(transformer.split)},
            {"seed", std::to_string(options.seed)},
            {"text", text.parts.name},
            {"text-checksum", tokens_checksum(text)}};
}
// [snip:asked-of-transformer]

// [snip:save-transformer]
void TransformerCheckpoint::save(const std::string& path) const {
    if (path.empty()) return;
    const TransformerTrainingState state = trainer.state();
    Checkpoint checkpoint{asked, state.step, gpt2_tensors(model, parameters),
                          gpt2_metadata(model.shape(), codec)};
    keep_adam(state.adam, checkpoint.tensors, adam_names);
    if (const auto* const bytes = dynamic_cast<const BytePairCodec*>(&codec))
        write_byte_pairs(std::filesystem::absolute(path).parent_path(),
                         bytes->pairs());
    save_checkpoint(path, program, checkpoint, "--save FILE");
}
// [snip:save-transformer]

namespace {

// [snip:load-transformer]
Checkpoint load_asked(const std::string& path, const Metadata& asked) {
    Checkpoint checkpoint = load_checkpoint(path, program);
    for (const char* first : {"preset", "tokenizer"})  // others follow from them
        require_same_options(path, {{first, checkpoint.options[first]}},
                             {{first, asked.at(first)}});
    require_same_options(path, checkpoint.options, asked);
    return checkpoint;
}
// [snip:load-transformer]

}  // namespace

// [snip:resume-transformer]
void TransformerCheckpoint::resume(const std::string& path) const {
    if (path.empty()) return;
    const Checkpoint checkpoint = load_asked(path, asked);
    const std::vector<float> kept =
        parameters_from_gpt2(model.layout(), checkpoint.tensors, path);
    std::copy(kept.begin(), kept.end(), parameters.begin());
    trainer.resume({checkpoint.step,
                    take_adam(checkpoint.tensors, kept.size(), path, adam_names)});
}
// [snip:resume-transformer]

namespace {

// [snip:require-place]
/// \brief The state, and the tokens beside it, replace nothing of another kind.
void require_place(const std::string& save, const TransformerText& text) {
    require_savable(save, text.parts.name);
    if (const auto* const bytes =
            dynamic_cast<const BytePairCodec*>(text.codec.get()))
        require_no_other_tokens(std::filesystem::absolute(save).parent_path(),
                                bytes->pairs());
}
// [snip:require-place]

}  // namespace

// [snip:require-transformer]
void require_transformer(const Options& options,
                         const TransformerOptions& transformer,
                         const TransformerText& text) {
    if (!transformer.save.empty()) require_place(transformer.save, text);
    if (transformer.resume.empty()) return;
    const std::size_t steps = preset_asked(options, transformer).steps;
    const Metadata asked = asked_of_transformer(options, transformer, text);
    if (load_asked(transformer.resume, asked).step >= steps)
        throw InputError(
            transformer.resume + ": its training has done all of its " +
            std::to_string(steps) + " steps; begin a longer one: --steps " +
            std::to_string(2 * steps));
}
// [snip:require-transformer]

}  // namespace nn
