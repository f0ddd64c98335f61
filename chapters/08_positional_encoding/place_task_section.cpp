#include <algorithm>
#include <string>

#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "place_tasks.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:place-contest]
constexpr std::array<std::size_t, 3> task_lengths{32, 64, 128};

/// \brief What became of the trainings of one task.
struct PlaceContest {
    arma::cube right;   ///< lengths × kinds × seeds
    arma::mat learned;  ///< width × places of the first length, at the first seed
};

/// \brief Trains a kind on sequences of the first length; its share of right
/// answers in the second half of sequences of each length.
arma::vec places_right(const Options& options, PlaceTask task, PositionKind kind,
                       std::uint32_t seed, arma::mat& learned) {
    Rng beginning(seed), symbols(~seed);
    CausalModel model({.positions = kind,
                       .symbols = place_symbols,
                       .longest = task_lengths.back()},
                      beginning);
    train(model, {.updates = options.quick ? 24U : 240U},
          [&] { return task(task_lengths.front(), 8, symbols); });
    arma::vec right(task_lengths.size());
    for (std::size_t l = 0; l < right.n_elem; ++l) {
        const std::size_t steps = task_lengths[l];
        right[l] =
            share_right(model, task(steps, 4096 / steps, symbols), steps / 2);
    }
    if (kind == PositionKind::learned && seed == options.seed)
        learned = arma::conv_to<arma::mat>::from(
            model.learned_positions().head_cols(task_lengths.front()));
    return right;
}
// [snip:place-contest]

// [snip:place-shards]
/// \brief Each training is a shard.
PlaceContest place_contest(const Options& options, const char* id, PlaceTask task) {
    PlaceContest contest{
        arma::cube(task_lengths.size(), position_kinds.size(), trial_seeds), {}};
    const std::size_t trainings = position_kinds.size() * trial_seeds;
    Progress bar(id, "trainings", trainings);
    for_each_shard(trainings, options.threads, [&](std::size_t i) {
        const std::size_t kind = i / trial_seeds, s = i % trial_seeds;
        contest.right.slice(s).col(kind) =
            places_right(options, task, position_kinds[kind],
                         options.seed + std::uint32_t(s), contest.learned);
        bar.step();
    });
    return contest;
}
// [snip:place-shards]

// [snip:print-place-contest]
/// \brief The means over the seeds, lengths × kinds.
arma::mat print_contest(const PlaceContest& contest, const char* id,
                        const char* asks, Report& report) {
    const arma::mat means = arma::mean(contest.right, 2);  // lengths × kinds
    report.print("%s\n%-12s", asks, "");
    for (const std::size_t length : task_lengths) report.print(" %15zu", length);
    for (std::size_t k = 0; k < position_kinds.size(); ++k) {
        report.print("\n%-12s", name_of(position_kinds[k]));
        for (std::size_t l = 0; l < task_lengths.size(); ++l) {
            const arma::vec seeds = contest.right.tube(l, k);
            const std::string at = std::string(id) + "-" + std::to_string(k) + "-" +
                                   std::to_string(task_lengths[l]);
            report.print("    %s ±%.3f",
                         report.value(at, "%.3f", means(l, k)).c_str(),
                         arma::range(seeds) / 2);
        }
    }
    report.print("\n");
    return means;
}
// [snip:print-place-contest]

// [snip:claim-absolute]
double of(const arma::mat& means, std::size_t length, PositionKind kind) {
    return means(length, std::size_t(kind));
}

void claim_absolute(const arma::mat& means, Report& report) {
    using enum PositionKind;
    report.claim(
        {.id = "absolute-vectors",
         .statement = "Where the place decides, vectors of places learn it.",
         .quantity = "right at 32, the worse of sinusoidal and learned",
         .low = 0.95},
        std::min(of(means, 0, sinusoidal), of(means, 0, learned)));
    report.claim(
        {.id = "absolute-others",
         .statement = "Who knows distances alone does not.",
         .quantity = "right at 32, the better of rotary and linear bias; by "
                     "chance 0.125",
         .high = 0.5},
        std::max(of(means, 0, rotary), of(means, 0, linear_bias)));
}
// [snip:claim-absolute]

// [snip:claim-relative]
void claim_relative(const arma::mat& means, Report& report) {
    using enum PositionKind;
    const std::size_t longer = 1;
    report.claim(
        {.id = "relative-rotary",
         .statement = "Where the distance decides, rotary positions learn it.",
         .quantity = "right at 32",
         .low = 0.95},
        of(means, 0, rotary));
    report.claim(
        {.id = "relative-learned",
         .statement = "Learned vectors learn it place by place: beyond the "
                      "trained places they guess.",
         .quantity = "right at 64, places 32 to 63; by chance 0.125",
         .high = 0.25},
        of(means, longer, learned));
    report.claim(
        {.id = "sinusoidal-preferred",
         .statement = "There sinusoidal vectors are preferred: they keep a "
                      "part of it.",
         .quantity = "right at 64, places 32 to 63, above learned vectors",
         .low = 0.05},
        of(means, longer, sinusoidal) - of(means, longer, learned));
    report.claim(
        {.id = "relative-longer",
         .statement =
             "Any kind that learnt it goes on doing it beyond the length of "
             "training.",
         .quantity = "right at 64, the best of sinusoidal, learned and rotary",
         .low = 0.9},
        std::max({of(means, longer, sinusoidal), of(means, longer, learned),
                  of(means, longer, rotary)}));
}
// [snip:claim-relative]

// [snip:claim-flexible]
/// \brief What the tasks made of the learned vectors, seen by their lengths.
void claim_flexible(const arma::mat& absolute, const arma::mat& relative,
                    Report& report) {
    const auto lengths = [](const arma::mat& P) {
        return arma::rowvec(arma::sqrt(arma::sum(arma::square(P), 0)));
    };
    const arma::rowvec places = lengths(absolute), distances = lengths(relative);
    Csv table({"place", "absolute", "relative"});
    for (arma::uword p = 0; p < places.n_elem; ++p)
        table.row({double(p), places[p], distances[p]});
    report.data("task_places.csv", table);
    const double asked = places[asked_place],
                 others = (arma::accu(places) - asked) / double(places.n_elem - 1);
    report.print(
        "\nlearned vector of place 5, for the first task: length %s,\n"
        "those of the other places: %s\n",
        report.value("asked-length", "%.2f", asked).c_str(),
        report.value("others-length", "%.2f", others).c_str());
    report.claim({.id = "learned-flexible",
                  .statement = "Learned vectors adapt to the task.",
                  .quantity = "length of place 5's vector over that of the others",
                  .low = 2},
                 asked / others);
}
// [snip:claim-flexible]

}  // namespace

// [snip:show-place-tasks]
void show_place_tasks(const Options& options, Report& report) {
    report.section("place-tasks", "A place, and a distance");
    report.print("trained at 32; share right, second half of each sequence\n\n");
    const PlaceContest absolute = place_contest(options, "Places", absolute_batch),
                       relative =
                           place_contest(options, "Distances", relative_batch);
    const arma::mat places = print_contest(
        absolute, "absolute", "which symbol stood at place 5?", report);
    report.print("\n");
    const arma::mat distances =
        print_contest(relative, "relative", "which symbol stood 3 before?", report);
    claim_absolute(places, report);
    claim_relative(distances, report);
    claim_flexible(absolute.learned, relative.learned, report);
}
// [snip:show-place-tasks]

}  // namespace nn
