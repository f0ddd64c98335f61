/// The training of chapter 9's program without the sections around it: reads,
/// checks, trains, keeps. So a test can afford many runs.
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "transformer_checkpoint.hpp"
#include "transformer_study.hpp"

int main(int argc, char** argv) {
    nn::TransformerOptions transformer;
    const auto run = [&](const nn::Options& options, nn::Report& report) {
        const nn::TransformerText text = nn::transformer_text(options, transformer);
        nn::require_transformer(options, transformer, text);
        const nn::TransformerStudy study =
            nn::learn_transformer(options, transformer, text);
        report.print("%zu tokens to learn from, %zu to judge by, %zu kinds\n",
                     study.text.train.size(), study.text.held_out.size(),
                     study.text.codec->size());
        for (const nn::TransformerPoint& point : study.curve)
            report.print("step %zu: %.17g nats\n", point.step, point.held_out);
        report.print("end: %.17g nats, %.17g bits a character\n", study.held_out,
                     nn::held_out_bits(study.text, study.held_out));
        report.print("%s\n", nn::transformer_sample(study, 100, {}).c_str());
    };
    return nn::run_program(argc, argv,
                           {.name = "transformer_alone",
                            .summary = "The training of chapter 9's transformer",
                            .run = run,
                            .add_options = [&](CLI::App& app) {
                                nn::add_transformer_options(app, transformer);
                            }});
}
