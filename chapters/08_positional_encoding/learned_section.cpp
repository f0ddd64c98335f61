#include <cmath>
#include <numbers>
#include <string>

#include "nn/positional_encoding.hpp"
#include "place_cosines.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:trained-places]
/// \brief The learned vectors of the places that training saw.
arma::mat trained_places(CausalModel& model) {
    const arma::fmat P = model.learned_positions();  // width × longest
    return arma::conv_to<arma::mat>::from(P.head_cols(trained_length));
}

double mean_length(const arma::fmat& P) {
    return double(arma::mean(arma::sqrt(arma::sum(arma::square(P), 0))));
}
// [snip:trained-places]

// [snip:print-cosines]
void print_cosines(CausalModel& model, Report& report) {
    const arma::vec learned = cosines_by_distance(trained_places(model)),
                    sines = cosines_by_distance(
                        sinusoidal_encoding(model.shape().width, trained_length));
    report.print("cosine of two places, mean, by their distance\n%-12s", "");
    for (const int k : {1, 2, 4, 8, 16, 32}) report.print(" %7d", k);
    for (const bool is_learned : {true, false}) {
        const std::string name = is_learned ? "learned" : "sinusoids";
        report.print("\n%-12s", name.c_str());
        for (const arma::uword k : {1, 2, 4, 8, 16, 32})
            report.print(" %7s",
                         report
                             .value("cosine-" + name + "-" + std::to_string(k),
                                    "%.3f", is_learned ? learned[k] : sines[k])
                             .c_str());
    }
    report.print("\n");
    Csv table({"distance", "learned", "sinusoidal"});
    for (arma::uword k = 0; k < trained_length; ++k)
        table.row({double(k), learned[k], sines[k]});
    report.data("learned.csv", table);
    report.claim(
        {.id = "learned-neighbours",
         .statement = "Learned vectors find out that neighbours are alike.",
         .quantity = "cosine, places 1 apart above those 32 apart",
         .low = 0.1},
        learned[1] - learned[32]);
}
// [snip:print-cosines]

// [snip:untrained-places]
/// \brief What stands in the columns that were never trained.
enum class Untrained { as_drawn, zero, from_start };

void fill_untrained(CausalModel& model, Untrained what) {
    arma::fmat P = model.learned_positions();  // width × longest
    for (arma::uword p = trained_length; p < P.n_cols; ++p)
        if (what == Untrained::zero)
            P.col(p).zeros();
        else if (what == Untrained::from_start)
            P.col(p) = P.col(p % trained_length);
}

double bits_beyond(const Options& options, const TrialText& text,
                   std::size_t length, CausalModel model, Untrained what) {
    fill_untrained(model, what);
    const arma::vec losses =
        losses_by_place(model, judged_pieces(options, text, length));
    return arma::mean(losses.tail(losses.n_elem - trained_length)) /
           std::numbers::ln2;
}
// [snip:untrained-places]

// [snip:print-untrained]
void print_untrained(const Options& options, const TrialText& text,
                     const CausalModel& model, Report& report) {
    report.print("\nbits a character at places        64 to 127   64 to 511\n");
    const auto beyond = [&](const std::string& id, const char* what,
                            Untrained rows) {
        report.print("%-29s", what);
        for (const std::size_t length : {std::size_t(128), std::size_t(512)})
            report.print(
                " %11s",
                report
                    .value("beyond-" + id + "-" + std::to_string(length), "%.3f",
                           bits_beyond(options, text, length, model, rows))
                    .c_str());
        report.print("\n");
    };
    beyond("drawn", "columns as they were drawn", Untrained::as_drawn);
    beyond("zero", "columns of zeros", Untrained::zero);
    beyond("again", "columns 0 to 63 again", Untrained::from_start);
}
// [snip:print-untrained]

// [snip:print-refusal]
/// \brief A table without rows to spare.
void print_refusal(const TrialText& text, Report& report) {
    Rng rng(1);
    const CausalModel model({.positions = PositionKind::learned,
                             .symbols = text.symbols,
                             .longest = trained_length},
                            rng);
    CausalPass pass;
    const std::vector<Token> symbols(trained_length + 1);
    try {
        model.read(symbols, 1, pass);
    } catch (const std::invalid_argument& refused) {
        std::string said = refused.what();
        said.replace(said.find("; "), 2, ";\n  ");
        report.print("\n%zu characters, a table of %zu columns:\n%s\n",
                     symbols.size(), trained_length, said.c_str());
    }
}
// [snip:print-refusal]

}  // namespace

// [snip:show-learned]
void show_learned(const Options& options, const TrialText& text, LengthTrial& trial,
                  Report& report) {
    report.section("learned", "What the learned vectors look like");
    CausalModel& model =
        trial.models[std::size_t(PositionKind::learned) * trial_seeds];
    const arma::fmat P = model.learned_positions();  // width × longest
    report.print("mean length: %s of 64 trained vectors, %s of 448 untrained\n",
                 report
                     .value("learned-length", "%.2f",
                            mean_length(P.head_cols(trained_length)))
                     .c_str(),
                 report
                     .value("untrained-length", "%.2f",
                            mean_length(P.tail_cols(P.n_cols - trained_length)))
                     .c_str());
    print_cosines(model, report);
    print_untrained(options, text, model, report);
    print_refusal(text, report);
}
// [snip:show-learned]

}  // namespace nn
