#include "dates_sections.hpp"

#include <array>

#include "sections.hpp"
#include "sequence_training.hpp"

namespace nn {

namespace {

// [snip:print-forms]
/// \brief One day in all forms, the shortest first.
void print_forms(const DateTask& task, Report& report) {
    const Date date{1996, 9, 3};
    for (std::size_t form = 0; form < date_forms; ++form)
        report.print("%s\n", written_date(date, form).c_str());
    report.print("all of them: %s\n\n", iso_date(date).c_str());
    report.print("%s dates to learn from, %s unseen ones to judge by\n\n",
                 report.value("dates-learnt", "%zu", task.learnt().size()).c_str(),
                 report.value("dates-unseen", "%zu", task.unseen().size()).c_str());
}
// [snip:print-forms]

// [snip:print-date-curve]
void print_curve(const DateReading& without, const DateReading& with,
                 Report& report) {
    report.print("share of unseen dates right\n");
    report.print("updates     state alone   with attention\n");
    for (std::size_t i = 0; i < with.updates.size(); ++i)
        report.print("%7zu   %13.3f   %14.3f\n", with.updates[i], without.shares[i],
                     with.shares[i]);
}
// [snip:print-date-curve]

// [snip:date-bins]
/// \brief Lengths of the written form, from one number to below the next.
constexpr std::array<std::size_t, 6> bin_edges{8, 12, 18, 26, 42, 90};

/// \brief The unseen dates whose text is of such a length, and their answers.
double share_of_bin(const DateTask& task, const DateReading& reading,
                    std::size_t bin, std::size_t& count) {
    std::vector<WrittenDate> dates;
    std::vector<std::string> answers;
    for (std::size_t i = 0; i < task.unseen().size(); ++i) {
        const std::size_t length = task.unseen()[i].text.size();
        if (length < bin_edges[bin] || length >= bin_edges[bin + 1]) continue;
        dates.push_back(task.unseen()[i]);
        answers.push_back(reading.answers[i]);
    }
    count = dates.size();
    return share_of_dates(dates, answers);
}

void print_bins(const DateTask& task, const DateReading& without,
                const DateReading& with, Report& report) {
    report.print("\nat the end, by the length of the written form\n");
    report.print("characters   dates   state alone   with attention\n");
    for (std::size_t bin = 0; bin + 1 < bin_edges.size(); ++bin) {
        std::size_t count = 0;
        const double alone = share_of_bin(task, without, bin, count);
        const double looking = share_of_bin(task, with, bin, count);
        const std::string name = "dates-" + std::to_string(bin);
        report.print("%4zu to %2zu   %5zu   %11s   %14s\n", bin_edges[bin],
                     bin_edges[bin + 1] - 1, count,
                     report.value(name + "-alone", "%.3f", alone).c_str(),
                     report.value(name + "-looking", "%.3f", looking).c_str());
    }
}
// [snip:date-bins]

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

void print_parts(const DateTask& task, const DateReading& without,
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
// [snip:date-parts]

// [snip:print-mistakes]
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

void print_mistakes(const DateTask& task, const DateReading& reading,
                    Report& report) {
    const std::vector<std::size_t> found = mistakes(task, reading);
    for (const std::size_t i : found)
        report.print("  %s: %s, not %s\n", task.unseen()[i].text.c_str(),
                     reading.answers[i].c_str(),
                     iso_date(task.unseen()[i].date).c_str());
    if (found.empty()) report.print("  none in forms of up to 40 characters\n");
}
// [snip:print-mistakes]

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

/// \brief Of two forms the first date, and the first mistake if there is one.
void show_alignments(const DateTask& task, const DateReading& with,
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
// [snip:print-alignment]

// [snip:claim-dates]
void claim_dates(const DateTask& task, const DateReading& without,
                 const DateReading& with, Report& report) {
    const double alone = share_of_dates(task.unseen(), without.answers);
    const double looking = share_of_dates(task.unseen(), with.answers);
    report.value("dates-without", "%.1f", 100 * alone);
    report.value("dates-with", "%.1f", 100 * looking);
    report.claim(
        {.id = "dates-attention",
         .statement = "With attention a small network learns to read dates "
                      "in seconds.",
         .quantity = "share of unseen dates right in all ten characters",
         .low = 0.85},
        looking);
    report.claim({.id = "dates-state",
                  .statement = "In as many steps a network that may not look back "
                               "does not.",
                  .quantity = "share with attention less share without",
                  .low = 0.5},
                 looking - alone);
}

/// \brief Some updates, with 1, 2 and 3 threads.
void claim_date_bytes(const Options& options, const DateTask& task,
                      Report& report) {
    std::vector<std::vector<float>> learnt;
    for (const unsigned threads : {1U, 2U, 3U}) {
        Rng rng(options.seed);
        EncoderDecoder model = date_reader(task.alphabets(), 48, true, rng);
        train_sequences(
            model, {.updates = 5, .shards = 4, .threads = threads},
            [&] { return task.batch(12, rng); }, [] {});
        learnt.emplace_back(model.parameters().begin(), model.parameters().end());
    }
    report.claim(
        {.id = "same-bytes",
         .statement = "One, two or three threads learn the same numbers.",
         .quantity = "trainings of 2 that end in the same bits as with one",
         .low = 2,
         .high = 2},
        double(learnt[1] == learnt[0]) + double(learnt[2] == learnt[0]));
}
// [snip:claim-dates]

}  // namespace

// [snip:show-dates]
void show_dates(const Options& options, Report& report) {
    report.section("dates",
                   "Dates in many forms, read with and without looking back");
    Rng rng(options.seed);
    const DateTask task(20'000, (options.quick ? 10 : 100) * date_forms, rng);
    print_forms(task, report);
    const DateReading without = learn_dates(options, task, false);
    const DateReading with = learn_dates(options, task, true);
    print_curve(without, with, report);
    print_bins(task, without, with, report);
    print_parts(task, without, with, report);
    report.print("\nmistakes of the state alone\n");
    print_mistakes(task, without, report);
    report.print("mistakes with attention\n");
    print_mistakes(task, with, report);
    show_alignments(task, with, report);
    claim_dates(task, without, with, report);
    claim_date_bytes(options, task, report);
}
// [snip:show-dates]

}  // namespace nn
