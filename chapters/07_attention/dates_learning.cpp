#include "dates_sections.hpp"
#include "nn/io/progress.hpp"
#include "sequence_training.hpp"

namespace nn {

// [snip:learn-dates]
DateReading learn_dates(const Options& options, const DateTask& task,
                        bool attention) {
    Rng rng(options.seed);
    DateReading reading{date_reader(task.alphabets(), 48, attention, rng)};
    const std::size_t updates = options.quick ? 120 : 1200;
    const auto some = task.unseen().first(date_forms * (options.quick ? 2 : 15));
    Progress progress(attention ? "dates, attention" : "dates", "updates", updates);
    std::size_t done = 0;
    train_sequences(
        reading.model,
        {.updates = updates, .shards = 4, .threads = options.threads},
        [&] { return task.batch(12, rng); },
        [&] {
            progress.step();
            if (++done % (updates / 6) != 0) return;
            reading.updates.push_back(done);
            reading.shares.push_back(share_of_dates(
                some, read_dates(reading.model, task.alphabets(), some)));
        });
    reading.answers = read_dates(reading.model, task.alphabets(), task.unseen());
    return reading;
}
// [snip:learn-dates]

// [snip:date-alignment]
arma::fmat date_alignment(const EncoderDecoder& model,
                          const DateAlphabets& alphabets, const WrittenDate& date) {
    const SequencePairs pairs = alphabets.pairs({&date, 1});
    EncoderDecoderPass pass;
    model.write(pairs.source, 1, pairs.target_length(), pass);
    return pass.weights[0];
}
// [snip:date-alignment]

}  // namespace nn
