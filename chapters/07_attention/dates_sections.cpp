#include "dates_sections.hpp"

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
// [snip:claim-dates]

// [snip:claim-date-bytes]
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
// [snip:claim-date-bytes]

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
    print_date_bins(task, without, with, report);
    print_date_parts(task, without, with, report);
    report.print("\nmistakes of the state alone\n");
    print_date_mistakes(task, without, report);
    report.print("mistakes with attention\n");
    print_date_mistakes(task, with, report);
    show_date_alignments(task, with, report);
    claim_dates(task, without, with, report);
    claim_date_bytes(options, task, report);
}
// [snip:show-dates]

}  // namespace nn
