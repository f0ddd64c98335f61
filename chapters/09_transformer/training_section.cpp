#include <cstdio>
#include <string>

#include "character_peers.hpp"
#include "nn/io/shown.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:print-preset]
std::string megabytes(std::size_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

void print_preset(const TransformerStudy& study, Report& report) {
    const TransformerPreset& p = study.preset;
    const std::size_t parameters = study.parameters.size();
    report.print("%s: %zu layers, %zu heads, %zu wide, %zu tokens at most\n",
                 std::string(p.name).c_str(), p.layers, p.heads, p.width,
                 p.context);
    report.print(
        "%s numbers to learn, %s steps of %zu x %zu tokens\n",
        report.value("training-parameters", "%s", thousands(parameters).c_str())
            .c_str(),
        report.value("training-steps", "%s", thousands(p.steps).c_str()).c_str(),
        p.sequences, p.context);
    constexpr std::size_t copies = 4;  // weights, gradient, two moments
    const std::size_t held = copies * parameters * sizeof(float);
    report.print(
        "memory: %zu copies of them, %s, and %s for the way back\n\n", copies,
        report.value("training-memory-copies", "%s", megabytes(held).c_str())
            .c_str(),
        report
            .value("training-memory-passes", "%s",
                   megabytes(study.activations).c_str())
            .c_str());
}
// [snip:print-preset]

// [snip:print-transformer-curve]
/// \brief A line for each look at the held-out text.
void print_curve(const TransformerStudy& study, Report& report) {
    report.print("    tokens read    bits learning    bits held out\n");
    Csv table({"tokens", "learning", "held_out"});
    const std::size_t a_step = study.preset.sequences * study.preset.context;
    for (const TransformerPoint& point : study.curve) {
        const double learning = held_out_bits(study.text, point.learning);
        const double held_out = held_out_bits(study.text, point.held_out);
        report.print("%15s    ", thousands(point.step * a_step).c_str());
        point.learning > 0 ? report.print("%13.3f", learning)
                           : report.print("%13s", "");
        report.print("    %13.3f\n", held_out);
        table.row({double(point.step * a_step), learning, held_out});
    }
    report.data("training.csv", table);
}
// [snip:print-transformer-curve]

// [snip:print-result]
/// \brief What the whole training came to; the times are for the page alone, as no
/// two runs agree on them.
void print_result(const TransformerStudy& study, Report& report) {
    const std::size_t read =
        study.preset.steps * study.preset.sequences * study.preset.context;
    report.print(
        "\nheld out, half a context before each token: %s nats a token\n",
        report.value("training-held-out-nats", "%.3f", study.held_out).c_str());
    report.value("training-seconds", "%.1f", study.seconds);
    report.value("tokens-a-second", "%s",
                 thousands(std::size_t(double(read) / study.seconds)).c_str());
}
// [snip:print-result]

// [snip:at-quarter]
/// \brief The look at a quarter of the training.
const TransformerPoint& at_quarter(const TransformerStudy& study) {
    for (const TransformerPoint& point : study.curve)
        if (point.step >= study.preset.steps / 4) return point;
    return study.curve.back();
}
// [snip:at-quarter]

// [snip:claim-peers]
void claim_peers(const CharacterPeers& peers, double quarter, double whole,
                 Report& report) {
    if (peers.lstm_characters > 0)
        report.claim({.id = "better-than-lstm-in-time",
                      .statement = "In the same time a transformer learns more "
                                   "than an LSTM.",
                      .quantity = "bits of the transformer at about the time of "
                                  "the LSTM, less the LSTM's",
                      .high = 0.0},
                     quarter - peers.lstm);
    report.claim({.id = "better-than-counts",
                  .statement = "After all of its training it is better than counts "
                               "of six characters.",
                  .quantity = "its bits, less those of the counts",
                  .high = 0.0},
                 whole - peers.counted[6]);
}
// [snip:claim-peers]

// [snip:compare-peers]
void compare_peers(const Options& options, const TransformerStudy& study,
                   Report& report) {
    const TransformerText characters = retokenised(study.text.parts, false, 0);
    const CharacterPeers peers = character_peers(options, characters);
    const TransformerPoint& quarter = at_quarter(study);
    const auto line = [&](const char* name, const std::string& id, double bits) {
        report.print("%-46s%8s\n", name, report.value(id, "%.3f", bits).c_str());
    };
    report.print("\nbits a character, held out\n");
    line("all equally likely", "training-bits-guess", peers.counted[0]);
    line("unigram", "training-bits-unigram", peers.counted[1]);
    line("bigram", "training-bits-bigram", peers.counted[2]);
    line("n-gram of 6", "training-bits-sixgram", peers.counted[6]);
    if (peers.lstm_characters > 0)
        line("LSTM of chapter 6", "training-bits-lstm", peers.lstm);
    line("transformer after a quarter", "training-bits-quarter",
         held_out_bits(study.text, quarter.held_out));
    line("transformer", "training-bits", held_out_bits(study.text, study.held_out));
    report.value("training-lstm-seconds", "%.1f", peers.lstm_seconds);
    report.value("training-quarter-seconds", "%.1f", quarter.seconds);
    report.value("training-lstm-characters", "%s",
                 thousands(peers.lstm_characters).c_str());
    report.value(
        "training-quarter-characters", "%s",
        thousands(quarter.step * study.preset.sequences * study.preset.context)
            .c_str());
    Csv table({"unigram", "bigram", "sixgram", "lstm", "lstm_characters"});
    table.row({peers.counted[1], peers.counted[2], peers.counted[6], peers.lstm,
               double(peers.lstm_characters)});
    report.data("peers.csv", table);
    claim_peers(peers, held_out_bits(study.text, quarter.held_out),
                held_out_bits(study.text, study.held_out), report);
}
// [snip:compare-peers]

}  // namespace

// [snip:show-training]
void show_training(const Options& options, const TransformerStudy& study,
                   Report& report) {
    report.section("training", "A transformer that reads");
    print_preset(study, report);
    print_curve(study, report);
    print_result(study, report);
    compare_peers(options, study, report);
}
// [snip:show-training]

}  // namespace nn
