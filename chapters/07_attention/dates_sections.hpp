/// \file
/// \brief What was learnt from dates, for the sections that show it.
#pragma once

#include <string>
#include <vector>

#include "date_reader.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief A model that learnt to read dates, how that went, and what it answers.
// [snip:date-reading]
struct DateReading {
    EncoderDecoder model;
    std::vector<std::size_t> updates{};  ///< when it was asked some of the unseen
    std::vector<double> shares{};        ///< and what share of them was right
    std::vector<std::string> answers{};  ///< for all the unseen ones, at the end
};

DateReading learn_dates(const Options& options, const DateTask& task,
                        bool attention);

/// \brief Where a model looked on one date: keys × queries.
arma::fmat date_alignment(const EncoderDecoder& model,
                          const DateAlphabets& alphabets, const WrittenDate& date);
// [snip:date-reading]

/// \brief The share right by the length of the written form.
// [snip:date-tables]
void print_date_bins(const DateTask& task, const DateReading& without,
                     const DateReading& with, Report& report);

/// \brief The share of years, of months and of days that are right.
void print_date_parts(const DateTask& task, const DateReading& without,
                      const DateReading& with, Report& report);

/// \brief A few mistakes.
void print_date_mistakes(const DateTask& task, const DateReading& reading,
                         Report& report);

/// \brief Where the model looked: at a date of each of two forms, and at the first
/// of its mistakes.
void show_date_alignments(const DateTask& task, const DateReading& with,
                          Report& report);
// [snip:date-tables]

}  // namespace nn
