#include <algorithm>
#include <string>
#include <vector>

#include "held_out_loss.hpp"
#include "nn/io/progress.hpp"
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
struct TextLength {
    std::string name;
    std::size_t words, epochs;
};

std::vector<TextLength> text_lengths(bool quick) {
    if (quick) return {{"short", 20'000, 4}, {"long", 80'000, 1}};
    return {{"short", 40'000, 20}, {"long", 400'000, 2}};
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
                         const TextLength& length, std::size_t dimension) {
    TokenArray tokens(task.text.train);
    Word2VecOptions options{.dimension = dimension};
    options.epochs = length.epochs;
    const WordEmbedding embedding = trained(
        std::to_string(dimension) + " dimensions, the " + length.name + " text",
        study, tokens, task.text.vocabulary, options);
    const std::vector<double> prior =
        noise_weights(task.text.vocabulary.counts(), options.noise_power);
    const auto gain = [&](const std::vector<TokenPair>& pairs) {
        return unigram_loss(task.thinned, pairs) -
               held_out_loss(embedding, prior, pairs, study.options.threads);
    };
    AtDimension here{static_cast<double>(dimension), gain(task.held_out),
                     gain(task.read)};
    if (has_synonyms(task.synonyms))
        here.score = synonym_score(task.synonyms, embedding.centre);
    return here;
}
// [snip:measure-dimension]

// [snip:sweep]
std::vector<AtDimension> sweep(const Study& study, const TextLength& length,
                               Report& report) {
    const DimensionTask task = dimension_task(study, length.words);
    report.print(
        "the %s text: %s words, %zu different, %zu times\n", length.name.c_str(),
        report.value("words-" + length.name, "%.0f", task.text.vocabulary.total())
            .c_str(),
        task.text.vocabulary.size(), length.epochs);
    report.print("%10s %18s %18s %10s\n", "dimension", "gain, held out",
                 "gain, read", "score");
    std::vector<AtDimension> all;
    Csv table({"dimension", "held_out", "read", "score"});
    for (const std::size_t dimension : dimensions()) {
        all.push_back(at_dimension(study, task, length, dimension));
        const AtDimension& here = all.back();
        report.print("%10.0f %18.4f %18.4f %10.4f\n", here.dimension, here.held_out,
                     here.read, here.score);
        table.row({here.dimension, here.held_out, here.read, here.score});
    }
    report.data("dimension_" + length.name + ".csv", table);
    report.print("\n");
    return all;
}
// [snip:sweep]

// [snip:best-dimension]
const AtDimension& best_of(const std::vector<AtDimension>& all,
                           double AtDimension::*quantity) {
    return *std::max_element(all.begin(), all.end(),
                             [&](const AtDimension& a, const AtDimension& b) {
                                 return a.*quantity < b.*quantity;
                             });
}
// [snip:best-dimension]

// [snip:claim-losses]
void claim_losses(const std::vector<AtDimension>& brief,
                  const std::vector<AtDimension>& full, Report& report) {
    const AtDimension& best = best_of(full, &AtDimension::held_out);
    const AtDimension& best_brief = best_of(brief, &AtDimension::held_out);
    report.value("best-long", "%.0f", best.dimension);
    report.value("best-short", "%.0f", best_brief.dimension);
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
    report.claim({.id = "overfits-long",
                  .statement = "Too large a dimension overfits: the long text.",
                  .quantity = "nats that 400 dimensions lose, held out",
                  .low = 0.02,
                  .high = 20.0},
                 best.held_out - full.back().held_out);
    report.claim({.id = "overfits-short",
                  .statement = "Too large a dimension overfits: the short text.",
                  .quantity = "nats that 400 dimensions lose, held out",
                  .low = 0.02,
                  .high = 20.0},
                 best_brief.held_out - brief.back().held_out);
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

// [snip:claim-scores]
void claim_scores(const std::vector<AtDimension>& full, Report& report) {
    report.claim({.id = "too-small-synonyms",
                  .statement = "Two dimensions are too few to tell synonyms by.",
                  .quantity = "score that two dimensions lack, long text",
                  .low = 0.05,
                  .high = 0.5},
                 best_of(full, &AtDimension::score).score - full.front().score);
    const auto hundred = std::find_if(
        full.begin(), full.end(),
        [](const AtDimension& each) { return each.dimension == 100.0; });
    report.claim({.id = "wasted",
                  .statement = "Of 400 dimensions three quarters are wasted.",
                  .quantity = "score gained from 100 to 400 dimensions, long text",
                  .low = -0.5,
                  .high = 0.01},
                 full.back().score - hundred->score);
}
// [snip:claim-scores]

}  // namespace

// [snip:show-dimensions]
void show_dimensions(const Study& study, Report& report) {
    report.section("dimensions", "From 2 dimensions to 400");
    const std::vector<TextLength> lengths = text_lengths(study.options.quick);
    const std::vector<AtDimension> brief = sweep(study, lengths[0], report);
    const std::vector<AtDimension> full = sweep(study, lengths[1], report);
    claim_losses(brief, full, report);
    if (has_synonyms(study.synonyms)) claim_scores(full, report);
}
// [snip:show-dimensions]

}  // namespace nn
