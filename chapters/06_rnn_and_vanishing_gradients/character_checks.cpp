#include "character_checks.hpp"

#include <cmath>
#include <string>

#include "character_checkpoint.hpp"
#include "nn/io/error.hpp"
#include "nn/io/number_option.hpp"
#include "nn/io/prompt.hpp"
#include "nn/io/training_state.hpp"

namespace nn {

namespace {

// [snip:require-bearable]
/// \brief Training holds some twelve numbers for each weight.
void require_bearable(const CharacterOptions& character,
                      const CharacterText& text) {
    constexpr std::size_t most = 20'000'000;
    const std::size_t parameters = parameters_of(
        {character.cell, text.alphabet.size(), character.hidden, character.layers});
    if (parameters <= most) return;
    throw InputError("--hidden " + std::to_string(character.hidden) + " --layers " +
                     std::to_string(character.layers) + " with " +
                     std::to_string(text.alphabet.size()) + " symbols make " +
                     std::to_string(parameters) +
                     " numbers to learn, the bound is " + std::to_string(most) +
                     "; ask for fewer units or layers");
}
// [snip:require-bearable]

// [snip:require-resumable]
void require_resumable(const Options& options, const CharacterOptions& character,
                       const CharacterText& text) {
    const std::size_t steps = steps_asked(options, character, text);
    const std::size_t done =
        load_training(character.resume, asked_of(options, character, text)).step;
    if (done < steps) return;
    const double enough = 2 * character.epochs * static_cast<double>(done) /
                          static_cast<double>(steps);
    throw InputError(character.resume + ": its training has done " +
                     std::to_string(done) + " steps, --epochs " +
                     number_text(character.epochs) + " asks for " +
                     std::to_string(steps) + "; ask for more: --epochs " +
                     number_text(std::ceil(10 * enough) / 10));
}
// [snip:require-resumable]

}  // namespace

// [snip:require-trainable]
void require_trainable(const Options& options, const CharacterOptions& character,
                       const CharacterText& text) {
    prompt_tokens(character.prompt, [&](std::string_view prompt) {
        return text.alphabet.encode(prompt);
    });
    require_bearable(character, text);
    if (!character.save.empty()) require_savable(character.save, text.name);
    if (!character.resume.empty()) require_resumable(options, character, text);
}
// [snip:require-trainable]

}  // namespace nn
