#include "talk.hpp"

#include <cstdio>
#include <utility>

#include "key_value_cache.hpp"
#include "nn/io/error.hpp"
#include "nn/io/file_option.hpp"
#include "nn/io/number_option.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/prompt.hpp"
#include "nn/io/typed_lines.hpp"
#include "nn/io/utf8_stream.hpp"

namespace nn {

// [snip:add-talk-options]
void add_talk_options(CLI::App& app, TalkOptions& options) {
    CLI::Option* const load = add_name_option(
        app, "--load", options.load,
        "talk instead of training: the model's file in GPT-2's layout, "
        ".safetensors; vocab.json and merges.txt are looked for beside it");
    const auto with_model = [&](CLI::Option* option) {
        return option->needs(load);
    };
    with_model(app.add_option_function<std::string>(
        "--prompt", [&](const std::string& text) { options.prompt = text; },
        "what the model goes on with (default: it asks)"));
    with_model(app.add_option("--length", options.length, "tokens to draw"))
        ->transform(whole_number("the length", 1, 1'000'000))
        ->capture_default_str();
    with_model(app.add_option("--temperature", options.sampling.temperature,
                              "below 1: likelier tokens yet more often"))
        ->transform(real_number("the temperature", 0.01, 100))
        ->capture_default_str();
    with_model(app.add_option("--top-k", options.sampling.top_k,
                              "draw from so many, the likeliest; 0: from all"))
        ->transform(whole_number("the number of tokens", 0, 1'000'000'000))
        ->capture_default_str();
    with_model(app.add_option("--nucleus", options.sampling.nucleus,
                              "draw from the fewest, the likeliest, that have this "
                              "share of the probability; 1: from all"))
        ->transform(real_number("the share", 0.001, 1))
        ->capture_default_str();
}
// [snip:add-talk-options]

namespace {

// [snip:end-of-text]
/// \brief The token with which GPT-2's texts end, if there is one.
std::optional<Token> end_of_text(const TokenCodec& codec) {
    const auto* const bytes = dynamic_cast<const BytePairCodec*>(&codec);
    return bytes ? bytes->pairs().find("<|endoftext|>") : std::nullopt;
}
// [snip:end-of-text]

// [snip:next-token]
Token next_token(GrowingText<float>& text, const SamplingSettings& settings,
                 Rng& rng) {
    const arma::fcolvec& scores = text.scores();
    if (!scores.is_finite())
        throw InputError(
            "--load: the model's scores are no numbers; its weights are damaged: "
            "fetch or train it again");
    return static_cast<Token>(
        draw_token<float>({scores.memptr(), scores.n_elem}, settings, rng));
}
// [snip:next-token]

}  // namespace

// [snip:go-on]
void go_on(const StoredModel& stored, const std::string& prompt,
           const TalkOptions& options, Rng& rng,
           const std::function<void(const std::string&)>& say) {
    if (prompt.empty())
        throw InputError(
            "--prompt: is empty; give at least 1 character to go on "
            "with");
    const Transformer<float> model(stored.shape);
    GrowingText<float> text(model, stored.parameters);
    text.append(prompt_tokens(prompt, [&](std::string_view typed) {
        return stored.codec->encode(typed);
    }));
    say(prompt);
    const std::optional<Token> end = end_of_text(*stored.codec);
    Utf8Stream characters;
    for (std::size_t i = 0; i < options.length; ++i) {
        stop_if_interrupted();
        const Token token = next_token(text, options.sampling, rng);
        if (token == end) break;
        text.append({&token, 1});
        say(characters.take(stored.codec->decode({&token, 1})));
    }
    say(characters.finish() + "\n");
}
// [snip:go-on]

namespace {

// [snip:talk-to-person]
void talk_to_person(const StoredModel& stored, const TalkOptions& talk, Rng& rng) {
    const auto say = [](const std::string& text) {
        std::fputs(text.c_str(), stdout);
        std::fflush(stdout);
    };
    const auto answer = [&](std::string_view line) {
        try {
            go_on(stored, std::string(line), talk, rng, say);
        } catch (const InputError& error) {
            const std::string said = error.what();  // "--prompt: character 5, …"
            say(said.substr(said.find(": ") + 2) + "\n");
        }
    };
    answer_typed("A beginning, and the model goes on; an empty line ends.", answer);
}
// [snip:talk-to-person]

}  // namespace

// [snip:run-talk]
void run_talk(const Options& options, const TalkOptions& talk, Report& report) {
    if (!talk.prompt && !person_may_type())
        throw InputError(
            "--load: there is nothing to go on with; add --prompt TEXT, "
            "or type at a terminal");
    const StoredModel stored = load_gpt2(talk.load);
    Rng rng(options.seed);
    if (!talk.prompt) return talk_to_person(stored, talk, rng);
    go_on(stored, *talk.prompt, talk, rng,
          [&](const std::string& text) { report.print("%s", text.c_str()); });
}
// [snip:run-talk]

}  // namespace nn
