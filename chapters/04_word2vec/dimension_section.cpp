#include <algorithm>
#include <string>
#include <vector>

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
                {"often", "short text, read more often", 10'000, 20},
                {"long", "long text", 40'000, 5}};
    return {{"short", "short text", 25'000, 20},
            {"often", "short text, read more often", 25'000, 80},
            {"long", "long text", 120'000, 20}};
}
// [snip:dimension-settings]

// [snip:at-dimension]
/// \brief What a model of one dimension is worth.
struct AtDimension {
    double dimension = 0.0;
    double held_out = 0.0,
           read = 0.0;  ///< gain over the words' frequencies, in nats
    double score = 0.5;
};

/// \brief A text, the pairs that models are asked about, and the synonyms in it.
struct DimensionTask {
    HeldOutText text;
    SynonymTask synonyms;
    std::vector<TokenPair> held_out, read;
    std::vector<double> thinned;  ///< each word's count after subsampling
};
// [snip:at-dimension]

// [snip:dimension-task]
DimensionTask dimension_task(const Study& study, std::size_t words) {
    const std::vector<Token> first = first_lines(*study.corpus.tokens, words);
    DimensionTask task{
        hold_out(first, study.corpus.vocabulary, 5.0), {}, {}, {}, {}};
    const Vocabulary& vocabulary = task.text.vocabulary;
    task.synonyms = synonyms_of(study, vocabulary);
    Rng rng(study.options.seed);
    const auto pairs = [&](const std::vector<Token>& text) {
        return pairs_of(thinned_out(text, vocabulary, 1e-4, rng), 5, 20'000);
    };
    task.held_out = pairs(task.text.held_out);
    task.read = pairs(task.text.train);
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

// [snip:best-dimension]
const AtDimension& best_of(const std::vector<AtDimension>& all,
                           double AtDimension::*quantity) {
    return *std::max_element(all.begin(), all.end(),
                             [&](const AtDimension& a, const AtDimension& b) {
                                 return a.*quantity < b.*quantity;
                             });
}
// [snip:best-dimension]

// [snip:nats-lost]
/// \brief What the worst dimension above the best one loses against it.
double nats_lost(const std::vector<AtDimension>& found) {
    const AtDimension& best = best_of(found, &AtDimension::held_out);
    double lost = 0.0;
    for (const AtDimension& each : found)
        if (each.dimension > best.dimension)
            lost = std::max(lost, best.held_out - each.held_out);
    return lost;
}

void claim_overfit(const std::string& id, const std::string& statement,
                   const std::string& condition,
                   const std::vector<AtDimension>& found, Report& report) {
    report.claim(
        {.id = id,
         .statement = statement,
         .quantity = "nats lost, held out, by the worst dimension above the "
                     "best",
         .low = 0.02,
         .high = 20.0,
         .condition = condition},
        nats_lost(found));
}
// [snip:nats-lost]

// [snip:claim-losses]
void claim_losses(const std::vector<AtDimension>& brief,
                  const std::vector<AtDimension>& often,
                  const std::vector<AtDimension>& full, Report& report) {
    const AtDimension& best = best_of(full, &AtDimension::held_out);
    const AtDimension& best_brief = best_of(brief, &AtDimension::held_out);
    report.claim(
        {.id = "predicts",
         .statement = "The model learns to foretell the neighbours: held-out "
                      "text is less of a surprise.",
         .quantity = "nats gained over the words' frequencies, at best",
         .low = 0.1,
         .high = 20.0},
        best.held_out);
    report.claim({.id = "too-small",
                  .statement = "Too small a dimension loses expressiveness.",
                  .quantity = "nats that two dimensions lack, long text, held out",
                  .low = 0.05,
                  .high = 20.0},
                 best.held_out - full.front().held_out);
    claim_overfit("overfits-long", "Too large a dimension overfits: the long text.",
                  "", full, report);
    claim_overfit("overfits-short",
                  "Too large a dimension overfits: the short text.", "", brief,
                  report);
    claim_overfit("overfits-often", "Too large a dimension overfits.",
                  "a short text is read four times as often", often, report);
    report.value("best-long", "%.0f", best.dimension);
    report.value("best-short", "%.0f", best_brief.dimension);
    report.claim(
        {.id = "by-experiment",
         .statement = "Which dimension is best depends on the text: more text "
                      "bears more dimensions.",
         .quantity = "best dimension of the long text over the short one's",
         .low = 2.0,
         .high = 200.0},
        best.dimension / best_brief.dimension);
}
// [snip:claim-losses]

// [snip:claim-hundred]
const AtDimension& at_hundred(const std::vector<AtDimension>& found) {
    return *std::find_if(found.begin(), found.end(), [](const AtDimension& each) {
        return each.dimension == 100.0;
    });
}

void claim_reading(const std::vector<AtDimension>& brief,
                   const std::vector<AtDimension>& often, Report& report) {
    report.claim({.id = "read-too-often",
                  .statement = "What is read too often is learnt by heart.",
                  .quantity = "nats lost, held out, by the further readings, 100 "
                              "dimensions",
                  .low = 0.02,
                  .high = 20.0},
                 at_hundred(brief).held_out - at_hundred(often).held_out);
}
// [snip:claim-hundred]

// [snip:claim-scores]
void claim_scores(const std::vector<AtDimension>& full, Report& report) {
    report.claim({.id = "too-small-synonyms",
                  .statement = "Two dimensions are too few to tell synonyms by.",
                  .quantity = "score that two dimensions lack, long text",
                  .low = 0.05,
                  .high = 0.5},
                 best_of(full, &AtDimension::score).score - full.front().score);
    report.claim({.id = "wasted",
                  .statement = "Of 400 dimensions three quarters are wasted.",
                  .quantity = "score gained from 100 to 400 dimensions, long text",
                  .low = -0.5,
                  .high = 0.01},
                 full.back().score - at_hundred(full).score);
}
// [snip:claim-scores]

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
    claim_losses(found[0], found[1], found[2], report);
    claim_reading(found[0], found[1], report);
    if (has_synonyms(tasks[2].synonyms)) claim_scores(found[2], report);
}
// [snip:show-dimensions]

}  // namespace nn
