/// \file
/// \brief The sections of chapter 5's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "nn/word_vectors.hpp"
#include "sense_study.hpp"
#include "study.hpp"

namespace nn {

/// \brief The table of one line, counted by hand.
// [snip:sections]
void show_one_line(Report& report);

/// \brief The table of the text: its size, and how empty it is.
void show_table(const GloveStudy& study, Report& report);

/// \brief Does the table know the order of the lines?
void show_line_order(const Options& options, const GloveStudy& study,
                     Report& report);

/// \brief Whose company is whose: probabilities, and their ratios.
void show_ratios(const GloveStudy& study, Report& report);

/// \brief The slopes of a cell's cost against 50 digits.
void show_gradient_check(const Options& options, Report& report);

/// \brief AdaGrad against one rate for all.
void show_adagrad(const Options& options, const GloveStudy& study, Report& report);

/// \brief The fast trainer against the simple one, and at other numbers of threads.
void show_twins(const Options& options, const GloveStudy& study, Report& report);

/// \brief Cells a second, the simple way and the fast one. It alone prints times.
void show_speed(const Options& options, const GloveStudy& study, Report& report);

/// \brief Learns the whole table.
void learn_table(const Options& options, GloveStudy& study, Report& report);

/// \brief What the vectors say of each cell, against its logarithm.
void show_log_x(const GloveStudy& study, Report& report);

/// \brief Do differences of vectors know the ratios?
void show_recovered_ratios(const GloveStudy& study, Report& report);

/// \brief Neighbours and analogies.
void show_neighbours(const GloveStudy& study, Report& report);

/// \brief w, c and their sum, by synonyms.
void show_sides(const SynonymTask& task, const GloveStudy& study, Report& report);

/// \brief GloVe and word2vec in the same time. Prints times.
void show_equal_time(const Options& options, const SynonymTask& task,
                     const GloveStudy& study, Report& report);

/// \brief What happens if every cell counts fully.
void show_no_weighting(const Options& options, const GloveStudy& study,
                       Report& report);

/// \brief Two words under one name, in equal and in unequal parts.
void show_mixtures(const SenseStudy& senses, Report& report);

/// \brief Words that have several senses, told apart by their company.
void show_senses(const SenseStudy& senses, Report& report);
// [snip:sections]

}  // namespace nn
