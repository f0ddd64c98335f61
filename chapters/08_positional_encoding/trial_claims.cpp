#include "trial_claims.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace nn {

namespace {

// [snip:mean-bits]
/// \brief The mean of a kind's seeds.
double mean_bits(const LengthTrial& trial, std::size_t length, PositionKind kind) {
    return arma::mean(arma::vec(trial.bits.tube(length, std::size_t(kind))));
}
// [snip:mean-bits]

// [snip:claim-places]
/// \brief What the encodings are worth at the length of training.
void claim_within(const LengthTrial& trial, Report& report) {
    const auto at_64 = [&](PositionKind kind) { return mean_bits(trial, 0, kind); };
    const double none = at_64(PositionKind::none),
                 sines = at_64(PositionKind::sinusoidal),
                 learned = at_64(PositionKind::learned),
                 rotary = at_64(PositionKind::rotary),
                 bias = at_64(PositionKind::linear_bias);
    report.claim(
        {.id = "positions-necessary",
         .statement = "Without positions a causal model foretells worse.",
         .quantity = "bits a character lost to the worst of the other four, at 64",
         .low = 0.1},
        none - std::max({sines, learned, rotary, bias}));
    report.claim({.id = "vectors-necessary",
                  .statement = "Positional vectors are necessary for transformers "
                               "to understand word order.",
                  .quantity = "bits that the best of rotary and linear bias loses "
                              "to the best of sinusoidal and learned, at 64",
                  .low = 0.05},
                 std::min(rotary, bias) - std::min(sines, learned));
    report.claim({.id = "both-work",
                  .statement = "Sinusoidal and learned vectors both work.",
                  .quantity = "bits between them, at 64",
                  .high = 0.2},
                 std::abs(sines - learned));
}
// [snip:claim-places]

// [snip:claim-lengths]
/// \brief And what they are worth at eight times that length.
void claim_beyond(const LengthTrial& trial, Report& report) {
    const std::size_t last = judged_lengths.size() - 1;
    const auto lost = [&](PositionKind kind) {
        return mean_bits(trial, last, kind) - mean_bits(trial, 0, kind);
    };
    const std::string quantity = "bits a character, at 512 above those at 64";
    report.claim(
        {.id = "sinusoidal-extrapolates",
         .statement = "Sinusoidal vectors extrapolate well to long sequences.",
         .quantity = quantity,
         .high = 0.1},
        lost(PositionKind::sinusoidal));
    report.claim(
        {.id = "learned-overfits-length",
         .statement = "Learned vectors may overfit to the length of training.",
         .quantity = quantity,
         .low = 0.3},
        lost(PositionKind::learned));
    report.claim({.id = "learned-preferred",
                  .statement = "Far beyond the trained length learned vectors are "
                               "preferred to sinusoidal ones.",
                  .quantity = "bits a character saved at 512",
                  .low = 0.05},
                 mean_bits(trial, last, PositionKind::sinusoidal) -
                     mean_bits(trial, last, PositionKind::learned));
    report.claim({.id = "rotary-extrapolates",
                  .statement = "Rotary positions extrapolate.",
                  .quantity = quantity,
                  .high = 0.1},
                 lost(PositionKind::rotary));
    report.claim({.id = "linear-bias-extrapolates",
                  .statement = "A linear bias extrapolates.",
                  .quantity = quantity,
                  .high = 0.05},
                 lost(PositionKind::linear_bias));
}
// [snip:claim-lengths]

// [snip:claim-same-bytes]
void claim_same_bytes(const Options& options, const TrialText& text,
                      Report& report) {
    const std::vector<float> one = moment_of_training(text, options.seed, 1);
    double different = 0;
    for (const unsigned threads : {2U, 3U}) {
        const std::vector<float> more =
            moment_of_training(text, options.seed, threads);
        for (std::size_t i = 0; i < one.size(); ++i) different += one[i] != more[i];
    }
    report.claim({.id = "same-bytes",
                  .statement = "The five trainings leave the same bytes at any "
                               "number of threads.",
                  .quantity = "numbers that differ between 1, 2 and 3 threads",
                  .high = 0},
                 different);
}
// [snip:claim-same-bytes]

}  // namespace

// [snip:claim-trial]
void claim_trial(const Options& options, const TrialText& text,
                 const LengthTrial& trial, Report& report) {
    claim_within(trial, report);
    claim_beyond(trial, report);
    claim_same_bytes(options, text, report);
}
// [snip:claim-trial]

}  // namespace nn
