#include <algorithm>
#include <string>

#include "at_dimension.hpp"

namespace nn {

namespace {

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
    claim_overfit("overfits-often",
                  "Above the best dimension held-out text gets dearer.",
                  "a short text is read four times as often", often, report);
    report.value("best-often", "%.0f",
                 best_of(often, &AtDimension::held_out).dimension);
}
// [snip:claim-losses]

// [snip:claim-experiment]
void claim_experiment(const AtDimension& best_brief, const AtDimension& best,
                      Report& report) {
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
// [snip:claim-experiment]

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

}  // namespace

// [snip:claim-dimensions]
void claim_dimensions(const std::vector<AtDimension>& brief,
                      const std::vector<AtDimension>& often,
                      const std::vector<AtDimension>& full, Report& report) {
    claim_losses(brief, often, full, report);
    claim_experiment(best_of(brief, &AtDimension::held_out),
                     best_of(full, &AtDimension::held_out), report);
    claim_reading(brief, often, report);
}
// [snip:claim-dimensions]

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

}  // namespace nn
