#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "byte_spelling.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/shown.hpp"
#include "sections.hpp"
#include "small_training.hpp"
#include "token_measures.hpp"

namespace nn {

namespace {

// [snip:print-merges]
/// \brief The first merges and the last ones, as GPT-2 spells them.
void print_merges(const BytePairs& pairs, Report& report) {
    const auto& merges = pairs.merges();
    const auto line = [&](const char* name, std::size_t from, std::size_t to) {
        report.print("%s", name);
        for (std::size_t i = from; i < to; ++i)
            report.print(" %s", spelled(pairs.bytes(merges[i].whole)).c_str());
        report.print("\n");
    };
    const std::size_t n = merges.size();
    line("first merges:", 0, std::min<std::size_t>(n, 8));
    line("last merges: ", n - std::min<std::size_t>(n, 5), n);
}
// [snip:print-merges]

// [snip:print-cut]
/// \brief The first tokens of the text to judge by, as GPT-2 spells them.
void print_cut(const TransformerText& text, Report& report) {
    std::size_t left = 40;  // characters of the page
    for (const Token token : text.codec->encode(first_unseen_line(text))) {
        const std::string cut = spelled(text.codec->decode({&token, 1}));
        if (character_count(cut) > left) break;
        left -= character_count(cut);
        report.print("|%s", cut.c_str());
    }
    report.print("|\n");
}
// [snip:print-cut]

// [snip:bits-after-short-training]
/// \brief Bits a character after a training of the tiny preset: the same steps
/// whatever the tokens. No number for a text that is too short.
double bits_after_short_training(const Options& options,
                                 const TransformerText& text) {
    const TransformerPreset tiny = preset_asked(options, {.preset = 0});
    if (std::min(text.train.size(), text.held_out.size()) <= tiny.context)
        return std::nan("");
    const Transformer<float> model(preset_shape(tiny, text.codec->size()));
    Rng rng(options.seed);
    std::vector<float> parameters = beginning(model, rng);
    TransformerTrainer trainer(model, parameters, text.train,
                               training_asked(options, tiny, 0.0));
    Progress bar("Short training", "steps", tiny.steps);
    while (trainer.steps_done() < tiny.steps) {
        trainer.step();
        bar.step();
    }
    return held_out_bits(text, nats_of_text(model, parameters, text.held_out,
                                            tiny.context / 2, options.threads));
}
// [snip:bits-after-short-training]

// [snip:print-kinds]
/// \brief A measure of characters and of joined bytes.
void print_kinds(const char* name, const std::string& id,
                 const std::array<std::string, 2>& measures, Report& report) {
    report.print("%-26s", name);
    for (std::size_t kind = 0; kind < 2; ++kind)
        report.print("%13s", report
                                 .value("tokens-" + id + (kind == 0 ? "" : "-bpe"),
                                        "%s", measures[kind].c_str())
                                 .c_str());
    report.print("\n");
}

std::string three_digits(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", number);
    return text;
}
// [snip:print-kinds]

// [snip:bytes-per-token-held-out]
std::string bytes_a_token(const TransformerText& text) {
    return three_digits(bytes_per_token(double(text.parts.held_out.size()),
                                        double(text.held_out.size())));
}
// [snip:bytes-per-token-held-out]

}  // namespace

// [snip:show-tokens]
void show_tokens(const Options& options, const TransformerText& text,
                 Report& report) {
    report.section("tokens", "Characters against joined bytes");
    const TransformerText characters = retokenised(text.parts, false, 0);
    const TransformerText joined = retokenised(text.parts, true, 1000);
    print_merges(dynamic_cast<const BytePairCodec&>(*joined.codec).pairs(), report);
    print_cut(joined, report);
    report.print("\n%26s%13s%13s\n", "", "characters", "joined bytes");
    const auto row = [&](const char* name, const char* id, auto measure) {
        print_kinds(name, id, {measure(characters), measure(joined)}, report);
    };
    row("different tokens", "kinds",
        [](const TransformerText& kind) { return thousands(kind.codec->size()); });
    row("tokens to learn from", "learn",
        [](const TransformerText& kind) { return thousands(kind.train.size()); });
    row("bytes a token, held out", "bytes", bytes_a_token);
    const std::array<double, 2> bits{bits_after_short_training(options, characters),
                                     bits_after_short_training(options, joined)};
    print_kinds("bits a character", "bits",
                {three_digits(bits[0]), three_digits(bits[1])}, report);
    report.claim(
        {.id = "pairs-pay",
         .statement = "After as many steps a model of joined bytes foretells "
                      "a text better than one of characters.",
         .quantity = "bits a character, less those of the model of characters",
         .high = 0.0},
        bits[1] - bits[0]);
}
// [snip:show-tokens]

}  // namespace nn
