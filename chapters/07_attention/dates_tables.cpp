#include "dates_sections.hpp"

namespace nn {

// [snip:print-date-bins]
void print_date_bins(const DateTask& task, const DateReading& without,
                     const DateReading& with, Report& report) {
    report.print("\nat the end, by the length of the written form\n");
    report.print("characters   dates   state alone   with attention\n");
    const std::vector<DateBin> alone = date_bins(task.unseen(), without.answers),
                               looking = date_bins(task.unseen(), with.answers);
    for (std::size_t bin = 0; bin < alone.size(); ++bin) {
        const std::string name = "dates-" + std::to_string(bin);
        report.print(
            "%4zu to %2zu   %5zu   %11s   %14s\n", alone[bin].shortest,
            alone[bin].longest, alone[bin].count,
            report.value(name + "-alone", "%.3f", alone[bin].right).c_str(),
            report.value(name + "-looking", "%.3f", looking[bin].right).c_str());
    }
}
// [snip:print-date-bins]

namespace {

// [snip:date-parts]
/// \brief The share of the answers that are right from one character to another.
double share_of_part(const DateTask& task, const DateReading& reading,
                     std::size_t first, std::size_t count) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < reading.answers.size(); ++i)
        right += reading.answers[i].substr(first, count) ==
                 iso_date(task.unseen()[i].date).substr(first, count);
    return double(right) / double(reading.answers.size());
}
// [snip:date-parts]

}  // namespace

// [snip:print-date-parts]
void print_date_parts(const DateTask& task, const DateReading& without,
                      const DateReading& with, Report& report) {
    struct Part {
        const char* name;
        std::size_t first, count;
    };
    report.print("\nits parts       state alone   with attention\n");
    for (const Part& part : {Part{"year", 0, 4}, {"month", 5, 2}, {"day", 8, 2}}) {
        const std::string name = part.name;
        const double alone = share_of_part(task, without, part.first, part.count);
        const double looking = share_of_part(task, with, part.first, part.count);
        report.print("%-15s %11s   %14s\n", part.name,
                     report.value(name + "-alone", "%.3f", alone).c_str(),
                     report.value(name + "-looking", "%.3f", looking).c_str());
    }
}
// [snip:print-date-parts]

namespace {

// [snip:date-mistakes]
/// \brief The first mistakes in forms short enough for a line.
std::vector<std::size_t> mistakes(const DateTask& task,
                                  const DateReading& reading) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < reading.answers.size() && found.size() < 3; ++i)
        if (reading.answers[i] != iso_date(task.unseen()[i].date) &&
            task.unseen()[i].text.size() <= 40)
            found.push_back(i);
    return found;
}
// [snip:date-mistakes]

}  // namespace

// [snip:print-date-mistakes]
void print_date_mistakes(const DateTask& task, const DateReading& reading,
                         Report& report) {
    const std::vector<std::size_t> found = mistakes(task, reading);
    for (const std::size_t i : found)
        report.print("  %s: %s, not %s\n", task.unseen()[i].text.c_str(),
                     reading.answers[i].c_str(),
                     iso_date(task.unseen()[i].date).c_str());
    if (found.empty()) report.print("  none in forms of up to 40 characters\n");
}
// [snip:print-date-mistakes]

namespace {

// [snip:print-alignment]
/// \brief For each character of the answer, where the model looked most.
void print_alignment(const std::string& text, const std::string& answer,
                     const arma::fmat& weights, Report& report) {
    report.print("\n        %s\n", text.c_str());
    for (std::size_t q = 0; q < weights.n_cols; ++q) {
        const std::size_t most = weights.col(q).index_max();
        report.print("%c %.2f  %s^\n", answer[q], double(weights(most, q)),
                     std::string(most, ' ').c_str());
    }
}

/// \brief The table of the figure: each weight, with the characters it joins.
void keep_alignment(const std::string& text, const std::string& answer,
                    const arma::fmat& weights, Report& report) {
    Csv table({"key", "query", "weight", "written", "iso"});
    for (std::size_t q = 0; q < weights.n_cols; ++q)
        for (std::size_t k = 0; k < weights.n_rows; ++k)
            table.row({double(k), double(q), double(weights(k, q)),
                       std::string(1, text[k]), std::string(1, answer[q])});
    report.data("alignment.csv", table);
}
// [snip:print-alignment]

}  // namespace

// [snip:show-date-alignments]
void show_date_alignments(const DateTask& task, const DateReading& with,
                          Report& report) {
    constexpr std::size_t drawn = 9;  // of a form that fits into a figure
    std::vector<std::size_t> shown{drawn, 11};
    for (const std::size_t i : mistakes(task, with))
        if (shown.size() < 3) shown.push_back(i);
    for (const std::size_t i : shown) {
        const WrittenDate& date = task.unseen()[i];
        const arma::fmat weights =
            date_alignment(with.model, task.alphabets(), date);  // keys × queries
        print_alignment(date.text, with.answers[i], weights, report);
        if (i == drawn) keep_alignment(date.text, with.answers[i], weights, report);
    }
}
// [snip:show-date-alignments]

}  // namespace nn
