#include <algorithm>
#include <cmath>
#include <string>

#include "sections.hpp"
#include "trial_claims.hpp"

namespace nn {

namespace {

// [snip:trial-cells]
/// \brief How a value or a column of data is called: "linear-bias".
std::string id_of(PositionKind kind) {
    std::string id = name_of(kind);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

/// \brief A kind's bits at one length, a seed each.
arma::vec seeds_of(const LengthTrial& trial, std::size_t length, std::size_t kind) {
    return trial.bits.tube(length, kind);
}
// [snip:trial-cells]

// [snip:print-trial]
void print_trial(const LengthTrial& trial, Report& report) {
    report.print("%-12s", "characters");
    for (const std::size_t length : judged_lengths) report.print(" %13zu", length);
    for (const PositionKind kind : position_kinds) {
        report.print("\n%-12s", name_of(kind));
        for (std::size_t l = 0; l < judged_lengths.size(); ++l) {
            const arma::vec bits = seeds_of(trial, l, std::size_t(kind));
            const std::string at =
                id_of(kind) + "-" + std::to_string(judged_lengths[l]);
            const std::string mean =
                report.value("trial-" + at, "%.3f", arma::mean(bits));
            const std::string spread =
                report.value("spread-" + at, "%.3f", arma::range(bits) / 2);
            report.print("  %s ±%s", mean.c_str(), spread.c_str());
        }
    }
    report.print("\n");
}
// [snip:print-trial]

// [snip:print-places]
constexpr std::array<std::size_t, 5> part_ends{0, 64, 128, 256, 512};

/// \brief Means of numbers by place, places × kinds, over parts of the sequences.
void print_parts(const char* id, const char* title, const arma::mat& by_place,
                 Report& report) {
    report.print("\n%s\n%-12s", title, "places");
    for (std::size_t part = 1; part < part_ends.size(); ++part)
        report.print(" %13s", (std::to_string(part_ends[part - 1]) + " to " +
                               std::to_string(part_ends[part] - 1))
                                  .c_str());
    for (const PositionKind kind : position_kinds) {
        report.print("\n%-12s", name_of(kind));
        for (std::size_t part = 1; part < part_ends.size(); ++part) {
            const std::size_t from = part_ends[part - 1];
            const arma::vec numbers = by_place.col(std::size_t(kind));
            report.print(
                " %13s",
                report
                    .value(std::string(id) + "-" + id_of(kind) + "-" +
                               std::to_string(from),
                           "%.2f",
                           arma::mean(numbers.subvec(from, part_ends[part] - 1)))
                    .c_str());
        }
    }
    report.print("\n");
}

/// \brief How much each kind looks at what is near, on two long sequences.
arma::mat nearby_weights(const LengthTrial& trial, const TrialText& text) {
    const std::size_t longest = judged_lengths.back(),
                      sequences = text.held_out.size() > 2 * longest ? 2 : 1;
    const CausalBatch batch = first_pieces(text.held_out, longest, sequences);
    arma::mat weights(longest, position_kinds.size());  // places × kinds
    for (std::size_t k = 0; k < position_kinds.size(); ++k)
        weights.col(k) = nearby_weight(trial.models[k * trial_seeds], batch);
    return weights;
}
// [snip:print-places]

// [snip:keep-trial]
/// \brief A table of numbers, a row of the matrix each.
Csv table_of(const std::vector<CsvCell>& header, const arma::mat& numbers) {
    Csv table(header);
    for (arma::uword r = 0; r < numbers.n_rows; ++r) {
        const arma::rowvec row = numbers.row(r);
        table.row(std::vector<CsvCell>(row.begin(), row.end()));
    }
    return table;
}

void keep_trial(const LengthTrial& trial, Report& report) {
    std::vector<CsvCell> header{"length"}, place_header{"place"};
    arma::mat lengths(judged_lengths.size(), 1);
    for (std::size_t l = 0; l < lengths.n_rows; ++l)
        lengths(l, 0) = double(judged_lengths[l]);
    for (const PositionKind kind : position_kinds) {
        const std::string id = id_of(kind);
        for (const char* end : {"", "-low", "-high"}) header.emplace_back(id + end);
        place_header.emplace_back(id);
        const arma::mat bits =
            trial.bits.col(std::size_t(kind));  // lengths × seeds
        lengths = arma::join_rows(lengths, arma::mean(bits, 1), arma::min(bits, 1),
                                  arma::max(bits, 1));
    }
    constexpr arma::uword bin = 16;  // places: less noise
    arma::mat places(trial.by_place.n_rows / bin, 1 + position_kinds.size());
    for (arma::uword b = 0; b < places.n_rows; ++b) {
        places(b, 0) = (double(b) + 0.5) * bin;
        places.row(b).tail(position_kinds.size()) =
            arma::mean(trial.by_place.rows(b * bin, (b + 1) * bin - 1));
    }
    report.data("trial.csv", table_of(header, lengths));
    report.data("places.csv", table_of(place_header, places));
}
// [snip:keep-trial]

}  // namespace

// [snip:show-trial]
LengthTrial show_trial(const Options& options, const TrialText& text,
                       Report& report) {
    const LengthTrial trial = length_trial(options, text);
    report.section("trial", "Trained at 64 characters, judged at 64 to 512");
    report.print(
        "%s symbols; bits a character of %s unseen ones, mean of 3 seeds\n"
        "± half of what lies between the best and the worst\n",
        report.value("trial-symbols", "%zu", text.symbols).c_str(),
        report.value("judged-characters", "%zu", judged_symbols(options, text))
            .c_str());
    print_trial(trial, report);
    print_parts("places", "the sequences of 512 alone, bits by place",
                trial.by_place, report);
    print_parts("nearby",
                "there: weight on the last 4 characters, mean over the heads",
                nearby_weights(trial, text), report);
    const auto counted = [&](const char* name, bool looks_back) {
        return report.value(
            name, "%.3f",
            counted_bits(text, judged_symbols(options, text), looks_back));
    };
    report.print("\nwho counts letters: %s, and pairs: %s\n",
                 counted("counted-letters", false).c_str(),
                 counted("counted-pairs", true).c_str());
    keep_trial(trial, report);
    claim_trial(options, text, trial, report);
    return trial;
}
// [snip:show-trial]

}  // namespace nn
