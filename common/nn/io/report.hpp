/// \file
/// \brief What a chapter's program says: sections, values, claims with verdicts,
/// data.
#pragma once

#include <filesystem>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "nn/io/csv.hpp"

namespace nn {

/// \brief A statement put to a test. The bounds are fixed before the run.
///
/// The claim holds if the measured quantity lies in [low, high]. With a condition
/// the verdict reads "holds when …": the run has then also shown where it fails.
// [snip:claim-type]
struct Claim {
    std::string id{};
    std::string statement{};
    std::string quantity{};  ///< what is measured, with its unit
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::string condition{};
};
// [snip:claim-type]

/// \brief Collects what a run prints, and leaves it in a folder for the book.
///
/// A section begins with the line "[id] Title". The folder receives output.txt (all
/// that was printed), values.csv (the numbers that the prose quotes), claims.csv
/// and the data of the figures. finish() writes them, so that a run that stops
/// early changes no file. A name of a section, value or claim stands for one thing:
/// std::invalid_argument if it is used twice.
// [snip:report]
class Report {
public:
    /// \brief An empty folder name means: print only.
    explicit Report(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// \brief Begins a section. Throws Interrupted after Ctrl-C.
    void section(const std::string& id, const std::string& title);

    /// \brief Prints like std::printf.
    [[gnu::format(printf, 2, 3)]] void print(const char* format, ...);

    /// \brief Formats a value, remembers it under its id for the prose, and
    /// returns it.
    [[gnu::format(printf, 3, 4)]] std::string value(const std::string& id,
                                                    const char* format, ...);

    /// \brief Compares the measured quantity with the claim's bounds and prints the
    /// verdict.
    void claim(const Claim& claim, double measured);

    /// \brief Keeps a table for a figure.
    void data(const std::string& file, const Csv& table);

    /// \brief Writes all files into the folder.
    void finish() const;

private:
    void say(const std::string& text);
    void name(const std::string& kind, const std::string& id);

    std::filesystem::path folder_;
    std::string output_;
    std::set<std::string> names_;
    std::vector<std::pair<std::string, std::string>> data_;  // file name, contents
    Csv values_{{"name", "value"}};
    Csv claims_{{"id", "claim", "quantity", "measured", "low", "high", "verdict",
                 "condition"}};
};
// [snip:report]

}  // namespace nn
