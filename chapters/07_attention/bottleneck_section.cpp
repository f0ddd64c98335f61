#include <array>
#include <string>
#include <vector>

#include "copy_task.hpp"
#include "encoder_decoder.hpp"
#include "nn/io/progress.hpp"
#include "sections.hpp"
#include "sequence_training.hpp"

namespace nn {

namespace {

// [snip:copy-lengths]
constexpr std::size_t copy_symbols = 10, copy_units = 48, longest_copy = 40;
constexpr std::array<std::size_t, 7> copy_lengths{2, 5, 10, 15, 20, 30, 40};
// [snip:copy-lengths]

// [snip:learn-copying]
/// \brief The share of symbols right, for each of the lengths, after training on
/// all lengths up to the longest.
std::vector<double> learn_copying(const Options& options, bool attention) {
    Rng rng(options.seed);
    EncoderDecoder model({.source_symbols = copy_symbols,
                          .target_symbols = copy_symbols,
                          .hidden = copy_units,
                          .attention = attention},
                         rng);
    const std::size_t updates = options.quick ? 40 : 400;
    Progress progress(attention ? "copying, attention" : "copying", "updates",
                      updates);
    train_sequences(
        model, {.updates = updates, .shards = 4, .threads = options.threads},
        [&] {
            const std::size_t length = 2 + rng.interval(longest_copy - 2);
            return copy_pairs(copy_symbols, length, 16, rng);
        },
        [&] { progress.step(); });
    std::vector<double> right;
    EncoderDecoderPass pass;
    for (const std::size_t length : copy_lengths) {
        const SequencePairs unseen = copy_pairs(copy_symbols, length, 200, rng);
        right.push_back(share_right(model.write(unseen.source, 200, length, pass),
                                    unseen.target));
    }
    return right;
}
// [snip:learn-copying]

// [snip:claim-bottleneck]
void claim_bottleneck(const std::vector<double>& alone,
                      const std::vector<double>& looking, Report& report) {
    report.claim(
        {.id = "bottleneck",
         .statement = "What goes through one state is copied the worse, the "
                      "longer it is.",
         .quantity = "share copied right at length 40 with no way to look "
                     "back; by chance 0.1",
         .high = 0.35},
        alone.back());
    report.claim({.id = "bottleneck-short",
                  .statement = "What is short goes through.",
                  .quantity = "the same at length 2, less that at length 40",
                  .low = 0.4},
                 alone.front() - alone.back());
    report.claim({.id = "no-bottleneck",
                  .statement = "With attention the length matters little.",
                  .quantity = "share copied right at length 40",
                  .low = 0.85},
                 looking.back());
}
// [snip:claim-bottleneck]

}  // namespace

// [snip:show-bottleneck]
void show_bottleneck(const Options& options, Report& report) {
    report.section("bottleneck", "Copying through a state of fixed size");
    report.print("%zu symbols, GRUs of %zu units that learn to copy up to %zu\n\n",
                 copy_symbols, copy_units, longest_copy);
    const std::vector<double> alone = learn_copying(options, false);
    const std::vector<double> looking = learn_copying(options, true);
    report.print("share of symbols right\nlength   state alone   with attention\n");
    Csv table({"length", "alone", "looking"});
    for (std::size_t i = 0; i < copy_lengths.size(); ++i) {
        const std::string length = std::to_string(copy_lengths[i]);
        report.print(
            "%6s   %11s   %14s\n", length.c_str(),
            report.value("copy-alone-" + length, "%.3f", alone[i]).c_str(),
            report.value("copy-looking-" + length, "%.3f", looking[i]).c_str());
        table.row({double(copy_lengths[i]), alone[i], looking[i]});
    }
    report.data("bottleneck.csv", table);
    claim_bottleneck(alone, looking, report);
}
// [snip:show-bottleneck]

}  // namespace nn
