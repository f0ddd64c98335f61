#include <ctime>
#include <string>
#include <vector>

#include "nn/date_task.hpp"
#include "nn/io/progress.hpp"
#include "sections.hpp"
#include "translation_training.hpp"

namespace nn {

namespace {

// [snip:date-translator]
Translator<float> date_translator(const DateAlphabets& alphabets, Rng& rng) {
    return {{.source_symbols = alphabets.written.size(),
             .target_symbols = alphabets.iso.size(),
             .width = 32,
             .heads = 2},
            rng};
}

/// \brief A model that learnt to translate dates, how that went, and what it
/// answers.
struct TranslationStudy {
    Translator<float> model;
    std::vector<std::size_t> updates{};  ///< when it was asked some of the unseen
    std::vector<double> shares{};        ///< and what share of them was right
    std::vector<std::string> answers{};  ///< for all the unseen ones, at the end
    double seconds = 0;                  ///< of CPU time, for the training alone
};
// [snip:date-translator]

// [snip:learn-translation]
constexpr std::size_t dates_a_batch = 4, date_updates = 3000;

double cpu_seconds() {
    return double(std::clock()) / CLOCKS_PER_SEC;
}

TranslationStudy learn_translation(const Options& options, const DateTask& task) {
    Rng rng(options.seed);
    TranslationStudy study{date_translator(task.alphabets(), rng)};
    const std::size_t updates = options.quick ? date_updates / 10 : date_updates;
    const auto some = task.unseen().first(date_forms * (options.quick ? 2 : 15));
    Progress progress("translating dates", "updates", updates);
    std::size_t done = 0;
    double asking = 0;
    const double start = cpu_seconds();
    train_translator(
        study.model,
        {.rate =
             {.highest = 3e-3, .lowest = 3e-4, .warm_up = 150, .steps = updates},
         .threads = options.threads},
        [&] { return task.batch(dates_a_batch, rng); },
        [&] {
            progress.step();
            if (++done % (updates / 6) != 0) return;
            asking -= cpu_seconds();
            study.updates.push_back(done);
            study.shares.push_back(share_of_dates(
                some, read_dates(study.model, task.alphabets(), some)));
            asking += cpu_seconds();
        });
    study.seconds = cpu_seconds() - start - asking;
    study.answers = read_dates(study.model, task.alphabets(), task.unseen());
    return study;
}
// [snip:learn-translation]

// [snip:print-translation]
void print_translation(const DateTask& task, const TranslationStudy& study,
                       Report& report) {
    report.print(
        "%s numbers to learn, %s dates to learn from, %s s of CPU time\n\n",
        report.value("translation-parameters", "%zu", study.model.layout().size())
            .c_str(),
        report
            .value("translation-dates-read", "%zu",
                   4 * dates_a_batch * study.updates.back())
            .c_str(),
        report.value("translation-seconds", "%.1f", study.seconds).c_str());
    report.print("updates   share of unseen dates right\n");
    for (std::size_t i = 0; i < study.updates.size(); ++i)
        report.print("%7zu   %.3f\n", study.updates[i], study.shares[i]);
    report.print("\nat the end, by the length of the written form\n");
    report.print("characters   dates   right\n");
    for (const DateBin& bin : date_bins(task.unseen(), study.answers))
        report.print("%4zu to %2zu   %5zu   %s\n", bin.shortest, bin.longest,
                     bin.count,
                     report
                         .value("translation-" + std::to_string(bin.shortest),
                                "%.3f", bin.right)
                         .c_str());
}
// [snip:print-translation]

// [snip:print-cross-heads]
/// \brief For each character of the answer, where the heads of the last block
/// looked most: 1 and 2 for the heads, = for both at once.
void print_cross_heads(const TranslationStudy& study, const DateTask& task,
                       std::size_t place, Report& report) {
    const WrittenDate& date = task.unseen()[place];
    const SequencePairs pairs = task.alphabets().pairs({&date, 1});
    TranslatorPass<float> pass;
    study.model.write(pairs.source, 1, pairs.target_length(), pass);
    const CrossAttention<float>& cross = study.model.decoder().back().cross();
    const arma::fmat A = cross.weights(pass.decoder.back().cross, 0, 0);  // T × U
    const arma::fmat B = cross.weights(pass.decoder.back().cross, 0, 1);  // T × U
    report.print("\n               %s\n", date.text.c_str());
    for (std::size_t u = 0; u < A.n_cols; ++u) {
        const std::size_t a = A.col(u).index_max(), b = B.col(u).index_max();
        std::string row(date.text.size(), ' ');
        row[a] = '1', row[b] = a == b ? '=' : '2';
        row.erase(row.find_last_not_of(' ') + 1);
        report.print("%c  %.2f  %.2f  %s\n", study.answers[place][u],
                     double(A(a, u)), double(B(b, u)), row.c_str());
    }
}
// [snip:print-cross-heads]

// [snip:claim-translation]
void claim_translation(const DateTask& task, const TranslationStudy& study,
                       Report& report) {
    const double right = share_of_dates(task.unseen(), study.answers);
    report.value("translation-right", "%.1f", 100 * right);
    report.claim({.id = "translation-dates",
                  .statement = "Attention alone, with no recurrence, learns to "
                               "translate dates in seconds.",
                  .quantity = "share of unseen dates right in all ten characters",
                  .low = 0.85},
                 right);
    const std::vector<DateBin> bins = date_bins(task.unseen(), study.answers);
    report.claim({.id = "translation-lengths",
                  .statement = "A long sentence is no harder than a short one.",
                  .quantity = "share right of the longest forms less that of the "
                              "shortest",
                  .low = -0.1},
                 bins.back().right - bins.front().right);
}
// [snip:claim-translation]

// [snip:claim-translation-bytes]
/// \brief Some updates, with 1, 2 and 3 threads.
void claim_translation_bytes(const Options& options, const DateTask& task,
                             Report& report) {
    std::vector<std::vector<float>> learnt;
    for (const unsigned threads : {1U, 2U, 3U}) {
        Rng rng(options.seed);
        Translator<float> model = date_translator(task.alphabets(), rng);
        train_translator(
            model, {.rate = {.warm_up = 2, .steps = 5}, .threads = threads},
            [&] { return task.batch(dates_a_batch, rng); }, [] {});
        learnt.emplace_back(model.parameters().begin(), model.parameters().end());
    }
    report.claim(
        {.id = "translation-same-bytes",
         .statement = "One, two or three threads learn the same numbers.",
         .quantity = "trainings of 2 that end in the same bits as with one",
         .low = 2,
         .high = 2},
        double(learnt[1] == learnt[0]) + double(learnt[2] == learnt[0]));
}
// [snip:claim-translation-bytes]

}  // namespace

// [snip:show-translation]
void show_translation(const Options& options, Report& report) {
    report.section("translation", "Encoder and decoder on chapter 7's dates");
    Rng rng(options.seed);  // with the same seed the same dates as there
    const DateTask task(20'000, (options.quick ? 10 : 100) * date_forms, rng);
    const TranslationStudy study = learn_translation(options, task);
    print_translation(task, study, report);
    for (const std::size_t place : {9, 11})  // forms that fit into a line
        print_cross_heads(study, task, place, report);
    claim_translation(task, study, report);
    claim_translation_bytes(options, task, report);
}
// [snip:show-translation]

}  // namespace nn
