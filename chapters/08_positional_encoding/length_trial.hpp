/// \file
/// \brief The trial of the five encodings: trained on short pieces of a text,
/// judged on longer ones.
#pragma once

#include <armadillo>
#include <array>
#include <string>
#include <vector>

#include "causal_training.hpp"
#include "nn/io/program.hpp"

namespace nn {

/// \brief A text as symbols, case folded; its last tenth is there to judge by.
// [snip:trial-text]
struct TrialText {
    std::string name;
    std::size_t symbols;  ///< of the alphabet
    std::vector<Token> train, held_out;
};

/// \brief Lines become one text, each with its end; of the alphabet the 63 most
/// common characters stay, the others count as one.
///
/// Throws InputError if the last tenth does not fill the longest sequence, or all
/// characters are the same.
TrialText trial_text(const Corpus& corpus);
// [snip:trial-text]

// [snip:length-trial]
inline constexpr std::size_t trained_length = 64, trial_seeds = 3;
inline constexpr std::array<std::size_t, 4> judged_lengths{64, 128, 256, 512};

/// \brief Five encodings, each trained from trial_seeds seeds.
struct LengthTrial {
    std::vector<CausalModel> models;  ///< number k trial_seeds + s: kind k, seed s
    arma::cube bits;                  ///< a character: lengths × kinds × seeds
    arma::mat by_place;  ///< the same at each place of the longest: places × kinds
};

/// \brief Trains and judges them; a training is a shard.
LengthTrial length_trial(const Options& options, const TrialText& text);

/// \brief How many symbols of the held-out text judge: whole sequences of the
/// longest kind, at most 12,288, or 4,096.
std::size_t judged_symbols(const Options& options, const TrialText& text);

/// \brief They, as pieces of a length.
CausalBatch judged_pieces(const Options& options, const TrialText& text,
                          std::size_t length);

/// \brief All numbers of five models that were trained for a moment.
std::vector<float> moment_of_training(const TrialText& text, std::uint32_t seed,
                                      unsigned threads);
// [snip:length-trial]

/// \brief Bits a character of the first `judged` held-out ones for who counts: how
/// common each is, or each behind the one before it.
// [snip:counted-bits]
double counted_bits(const TrialText& text, std::size_t judged, bool looks_back);
// [snip:counted-bits]

}  // namespace nn
