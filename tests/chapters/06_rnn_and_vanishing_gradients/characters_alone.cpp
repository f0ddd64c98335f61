/// The character model of chapter 6's program without the sections around it:
/// reads, checks, trains, keeps. So a test can afford many runs.
#include "character_checks.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

int main(int argc, char** argv) {
    nn::CharacterOptions character;
    const auto run = [&](const nn::Options& options, nn::Report& report) {
        const nn::CharacterText text = nn::character_text(options);
        nn::require_trainable(options, character, text);
        const nn::CharacterStudy study =
            nn::learn_characters(options, character, text);
        for (const nn::CurvePoint& point : study.curve)
            report.print("%zu symbols: %.17g bits\n", point.symbols,
                         point.held_out);
        for (const nn::CharacterSample& sample : study.samples)
            report.print("%s: %s\n", sample.when.c_str(), sample.text.c_str());
    };
    return nn::run_program(argc, argv,
                           {.name = "characters_alone",
                            .summary = "The training of chapter 6's characters",
                            .run = run,
                            .add_options = [&](CLI::App& app) {
                                nn::add_character_options(app, character);
                            }});
}
