#include "transformer_study.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numbers>

#include "key_value_cache.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/stopwatch.hpp"
#include "nn/io/training_state.hpp"
#include "nn/io/utf8_stream.hpp"
#include "transformer_checkpoint.hpp"

namespace nn {

// [snip:transformer-training-of]
TransformerTraining training_asked(const Options& options,
                                   const TransformerPreset& preset,
                                   double dropout) {
    TransformerTraining training;
    training.sequences = preset.sequences;
    training.rate = {preset.highest, preset.lowest, preset.warm_up, preset.steps};
    training.dropout = dropout;
    training.seed = options.seed;
    training.threads = options.threads;
    return training;
}
// [snip:transformer-training-of]

namespace {

// [snip:transformer-judge]
/// \brief Judges a model on its way, and refuses one that is lost.
struct TransformerJudge {
    const Options& options;
    const TransformerStudy& study;
    const TransformerTrainer& trainer;

    double sensible(double nats) const {
        const double usual = transformer_presets.back().highest;
        require_sensible(nats / std::numbers::ln2, trainer.steps_done(),
                         study.text.codec->size(), study.preset.highest, usual);
        return nats;
    }

    /// \brief Over at most so many tokens from the front of the held-out text.
    double held_out(std::size_t most, std::size_t stride) const {
        const std::span<const Token> text = study.text.held_out;
        return sensible(nats_of_text(study.model, study.parameters,
                                     text.first(std::min(most, text.size())),
                                     stride, options.threads));
    }
};
// [snip:transformer-judge]

// [snip:transformer-title]
std::string title_of(double nats, std::size_t tokens) {
    char text[64];
    std::snprintf(text, sizeof text, "Learning, loss %.3f",
                  nats / static_cast<double>(std::max<std::size_t>(tokens, 1)));
    return text;
}
// [snip:transformer-title]

// [snip:transformer-walk]
constexpr std::size_t tried_on = 1'600;  // tokens of the held-out text

/// \brief Steps to the end; looks at the held-out text now and then. What is kept
/// in the file has been judged by a part of it.
void walk(TransformerTrainer& trainer, const TransformerJudge& judge,
          const std::function<void()>& keep, TransformerStudy& study) {
    constexpr std::size_t all = std::size_t(-1);
    const std::size_t context = study.model.shape().context;
    const std::size_t steps = study.preset.steps, a_step = trainer.tokens_a_step();
    const auto look = [&](double learning) {
        study.curve.push_back({trainer.steps_done(), learning,
                               judge.held_out(all, context), study.seconds});
    };
    look(0.0);
    Progress bar(title_of(study.curve[0].held_out, 1), "tokens",
                 (steps - trainer.steps_done()) * a_step);
    double nats = 0.0, sum = 0.0;
    for (std::size_t since = 1; trainer.steps_done() < steps; ++since) {
        study.seconds += seconds_of([&] { nats = trainer.step(); });
        sum += judge.sensible(nats);
        const std::size_t done = trainer.steps_done();
        if (done == steps || done % steps_between_saves == 0) {
            judge.held_out(tried_on, context);
            keep();
        }
        bar.rename(title_of(sum, since));
        bar.step(a_step);
        if (!is_look(done, steps)) continue;
        look(sum / static_cast<double>(since));
        sum = 0.0, since = 0;
    }
}
// [snip:transformer-walk]

// [snip:transformer-interrupted]
/// \brief After Ctrl-C: what becomes of the training.
void tell_interrupted(const std::string& save, std::size_t step) {
    const std::string told =
        save.empty() ? "is lost; to be able to go on, begin with --save FILE"
                     : "is kept; to go on, add --resume " + save;
    std::fprintf(stderr, "the training, after %zu steps, %s\n", step, told.c_str());
}
// [snip:transformer-interrupted]

}  // namespace

// [snip:learn-transformer]
TransformerStudy learn_transformer(const Options& options,
                                   const TransformerOptions& transformer,
                                   const TransformerText& text) {
    const TransformerPreset preset = preset_asked(options, transformer);
    TransformerStudy study{
        .preset = preset,
        .text = text,
        .model = Transformer<float>(preset_shape(preset, text.codec->size()))};
    study.parameters.resize(study.model.layout().size());
    Rng rng(options.seed);
    study.model.begin(study.parameters, rng);
    study.before = transformer_sample(study, 130, {});
    TransformerTrainer trainer(
        study.model, study.parameters, study.text.train,
        training_asked(options, preset, transformer.dropout));
    const TransformerCheckpoint checkpoint{
        asked_of_transformer(options, transformer, text), study.model,
        *study.text.codec, study.parameters, trainer};
    checkpoint.resume(transformer.resume);
    const TransformerJudge judge{options, study, trainer};
    const auto keep = [&] { checkpoint.save(transformer.save); };
    try {
        walk(trainer, judge, keep, study);
    } catch (const Interrupted&) {
        judge.held_out(tried_on, preset.context);
        keep();
        tell_interrupted(transformer.save, trainer.steps_done());
        throw;
    }
    const std::size_t half = std::max<std::size_t>(preset.context / 2, 1);
    study.held_out = judge.held_out(text.held_out.size(), half);
    study.activations = trainer.bytes_of_passes();
    return study;
}
// [snip:learn-transformer]

// [snip:transformer-sample]
std::string transformer_sample(const TransformerStudy& study, std::size_t count,
                               const SamplingSettings& settings) {
    Rng rng(1);
    GrowingText<float> text(study.model, study.parameters);
    text.append({&study.text.train.back(), 1});
    Utf8Stream characters;
    std::string sample;
    for (std::size_t i = 0; i < count; ++i) {
        const arma::fcolvec& scores = text.scores();
        const auto token = static_cast<Token>(
            draw_token<float>({scores.memptr(), scores.n_elem}, settings, rng));
        text.append({&token, 1});
        sample += characters.take(study.text.codec->decode({&token, 1}));
    }
    return sample + characters.finish();
}
// [snip:transformer-sample]

}  // namespace nn
