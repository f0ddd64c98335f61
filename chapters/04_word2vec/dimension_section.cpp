#include <string>
#include <vector>

#include "at_dimension.hpp"
#include "held_out_loss.hpp"
#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "nn/subsampling.hpp"
#include "sections.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:dimension-settings]
const std::vector<std::size_t>& dimensions() {
    static const std::vector<std::size_t> all{2, 5, 10, 25, 50, 100, 200, 400};
    return all;
}

/// \brief A length of text, and how often it is read.
struct Reading {
    std::string id, name;
    std::size_t words, epochs;
};

std::vector<Reading> readings(bool quick) {
    if (quick)
        return {{"short", "short text", 10'000, 5},
                {"often", "short text, more often", 10'000, 20},
                {"long", "long text", 40'000, 5}};
    return {{"short", "short text", 25'000, 20},
            {"often", "short text, more often", 25'000, 80},
            {"long", "long text", 120'000, 20}};
}
// [snip:dimension-settings]

// [snip:dimension-task-declared]
/// \brief A text, the pairs that models are asked about, and the synonyms in it.
struct DimensionTask {
    HeldOutText text;
    SynonymTask synonyms;
    std::vector<TokenPair> held_out, read;
    std::vector<double> thinned;  ///< each word's count after subsampling
};
// [snip:dimension-task-declared]

// [snip:dimension-task]
DimensionTask dimension_task(const Study& study, std::size_t words) {
    DimensionTask task{part_of(study, words, 5.0), {}, {}, {}, {}};
    const Vocabulary& vocabulary = task.text.vocabulary;
    task.synonyms = synonyms_of(study, vocabulary);
    Rng rng(study.options.seed);
    const auto pairs = [&](const std::vector<Token>& text) {
        return pairs_of(thinned_out(text, vocabulary, 1e-4, rng), 5, 20'000);
    };
    task.held_out = pairs(task.text.held_out);
    task.read = pairs(task.text.train);
    if (task.held_out.empty() || task.read.empty()) refuse_short_text(study);
    for (const double count : vocabulary.counts())
        task.thinned.push_back(count *
                               keep_probability(count, vocabulary.total(), 1e-4));
    return task;
}
// [snip:dimension-task]

// [snip:measure-dimension]
AtDimension at_dimension(const Study& study, const DimensionTask& task,
                         std::size_t epochs, std::size_t dimension) {
    TokenArray tokens(task.text.train);
    const Word2VecOptions options{.dimension = dimension,
                                  .epochs = epochs,
                                  .learning_rate = 0.025,
                                  .seed = study.options.seed};
    const WordEmbedding embedding =
        train_word2vec(tokens, task.text.vocabulary, options);
    const std::vector<double> prior =
        noise_weights(task.text.vocabulary.counts(), options.noise_power);
    const auto gain = [&](const std::vector<TokenPair>& pairs) {
        return unigram_loss(task.thinned, pairs) -
               held_out_loss(embedding, prior, pairs, 1);
    };
    AtDimension here{static_cast<double>(dimension), gain(task.held_out),
                     gain(task.read)};
    if (has_synonyms(task.synonyms))
        here.score = synonym_score(task.synonyms, embedding.centre);
    return here;
}
// [snip:measure-dimension]

// [snip:sweep]
/// \brief All dimensions on all readings. A model is a shard; the largest ones
/// begin.
std::vector<std::vector<AtDimension>> sweep(
    const Study& study, const std::vector<Reading>& all,
    const std::vector<DimensionTask>& tasks) {
    const std::size_t n = dimensions().size(), models = n * all.size();
    std::vector<std::vector<AtDimension>> found(all.size(),
                                                std::vector<AtDimension>(n));
    Progress bar("Dimensions", "models", models);
    for_each_shard(models, study.options.threads, [&](std::size_t shard) {
        const std::size_t which = shard % all.size();
        const std::size_t d = n - 1 - shard / all.size();
        found[which][d] =
            at_dimension(study, tasks[which], all[which].epochs, dimensions()[d]);
        bar.step();
    });
    return found;
}
// [snip:sweep]

// [snip:print-reading]
void print_reading(const Reading& reading, const DimensionTask& task,
                   const std::vector<AtDimension>& found, Report& report) {
    report.print(
        "the %s: %s words, %zu different, read %zu times\n", reading.name.c_str(),
        report.value("words-" + reading.id, "%.0f", task.text.vocabulary.total())
            .c_str(),
        task.text.vocabulary.size(), reading.epochs);
    report.print("%10s %18s %18s %10s\n", "dimension", "gain, held out",
                 "gain, read", "score");
    Csv table({"dimension", "held_out", "read", "score"});
    for (const AtDimension& here : found) {
        report.print("%10.0f %18.4f %18.4f %10.4f\n", here.dimension, here.held_out,
                     here.read, here.score);
        table.row({here.dimension, here.held_out, here.read, here.score});
    }
    report.data("dimension_" + reading.id + ".csv", table);
    report.print("\n");
}
// [snip:print-reading]

}  // namespace

// [snip:show-dimensions]
void show_dimensions(const Study& study, Report& report) {
    report.section("dimensions", "From 2 dimensions to 400");
    const std::vector<Reading> all = readings(study.options.quick);
    std::vector<DimensionTask> tasks;
    for (const Reading& reading : all)
        tasks.push_back(dimension_task(study, reading.words));
    const auto found = sweep(study, all, tasks);
    for (std::size_t i = 0; i < all.size(); ++i)
        print_reading(all[i], tasks[i], found[i], report);
    claim_dimensions(found[0], found[1], found[2], report);
    if (has_synonyms(tasks[2].synonyms)) claim_scores(found[2], report);
}
// [snip:show-dimensions]

}  // namespace nn
