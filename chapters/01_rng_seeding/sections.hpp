/// \file
/// \brief The sections of chapter 1's program, in the order of the chapter.
#pragma once

#include "monte_carlo.hpp"
#include "nn/io/corpus.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief A generator of sixteen numbers, from two seeds.
// [snip:sections]
void show_tiny(Report& report);

/// \brief NumPy's legacy stream, and Python's, after the seed.
void show_streams(const Options& options, Report& report);

/// \brief What std's distributions make of the same engine.
void show_standard_library(const Options& options, Report& report);

/// \brief Counter-based streams, at several numbers of threads.
void show_threads(const Options& options, Report& report);

/// \brief Three tests of randomness on a good generator and on a bad one.
void show_randomness_tests(const Options& options, Report& report);

/// \brief The error of a Monte Carlo estimate against the number of darts.
void show_monte_carlo(const Options& options, Report& report);

/// \brief The verses, shuffled and split.
void show_split(const Options& options, const Corpus& corpus, Report& report);

/// \brief Words drawn from the text's own distribution, in two ways.
void show_words(const Options& options, const Corpus& corpus, Report& report);

/// \brief What was claimed about seeds, and what was measured.
void show_seed_claims(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
