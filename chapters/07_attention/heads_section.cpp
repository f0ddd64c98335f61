#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "nn/attention.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:two-roles]
/// \brief A sentence of two words besides its verb: who does, and to whom.
///
/// A key says the part that its word plays, a value says the word.
struct Roles {
    arma::mat K{{1, 0}, {0, 1}};  ///< 2 × 2: does it, has it done
    arma::mat V;                  ///< 2 × 2: the words
};

/// \brief What a head fetches whose query asks for the doer by `doer` and for the
/// other by `done`.
arma::vec fetch(const Roles& roles, double doer, double done) {
    const arma::vec q{doer, done};
    const arma::mat S = roles.K.t() * q / std::sqrt(2.0);  // 2 × 1
    const arma::mat A = attention_weights<double>(S, {});  // 2 × 1
    return attention_output(roles.V, A);                   // 2
}

/// \brief Two heads, one for each part, stacked.
arma::vec fetch_by_two(const Roles& roles) {
    return arma::join_cols(fetch(roles, 50, 0), fetch(roles, 0, 50));  // 4
}
// [snip:two-roles]

// [snip:lost-share]
/// \brief How much of the two words no matrix W_O can bring back from what the
/// heads fetched: the share of their variance that is lost, for random words.
template <class Fetch>
double lost_share(const Fetch& fetched, std::uint32_t seed) {
    Rng rng(seed);
    constexpr arma::uword sentences = 2000;
    const arma::uword height = fetched(Roles{.V = arma::mat(2, 2)}).n_elem;
    arma::mat got(height, sentences), words(4, sentences);
    for (arma::uword s = 0; s < sentences; ++s) {
        rng.fill_normal({words.colptr(s), 4});
        const Roles roles{.V = arma::reshape(words.col(s), 2, 2)};  // 2 × 2
        got.col(s) = fetched(roles);
    }
    const arma::mat W_O = arma::solve(got.t(), words.t()).t();  // 4 × height
    const arma::mat missed = words - W_O * got;                 // 4 × sentences
    return arma::accu(missed % missed) / arma::accu(words % words);
}
// [snip:lost-share]

// [snip:print-roles]
/// \brief "dog bites man" and "man bites dog": what the verb gets.
void print_roles(Report& report) {
    const Roles dog_bites{.V = arma::mat{{1, 0}, {0, 1}}},
        man_bites{.V = arma::mat{{0, 1}, {1, 0}}};
    report.print("dog is (1, 0), man is (0, 1)\n");
    report.print("%-28s %-14s  %s\n", "the verb gets from", "dog bites man",
                 "man bites dog");
    for (const double doer : {0.0, 1.0, 50.0}) {
        const arma::vec a = fetch(dog_bites, doer, 0),
                        b = fetch(man_bites, doer, 0);
        report.print("one head, query (%4.1f, 0)      %.2f %.2f       %.2f %.2f\n",
                     doer, a(0), a(1), b(0), b(1));
    }
    report.value("one-head-weight", "%.2f", fetch(dog_bites, 1, 0)(0));
    const arma::vec a = fetch_by_two(dog_bites), b = fetch_by_two(man_bites);
    report.print(
        "two heads, (50, 0), (0, 50)    %.0f %.0f | %.0f %.0f      "
        "%.0f %.0f | %.0f %.0f\n",
        a(0), a(1), a(2), a(3), b(0), b(1), b(2), b(3));
}
// [snip:print-roles]

}  // namespace

// [snip:show-heads]
void show_heads(const Options& options, Report& report) {
    report.section("heads", "Two things to fetch, one softmax or two");
    print_roles(report);
    report.print("random words: the share of their variance that is lost\n");
    double least = 1.0;
    for (const double doer : {0.0, 0.5, 1.0, 2.0, 50.0}) {
        const double lost =
            lost_share([&](const Roles& roles) { return fetch(roles, doer, 0); },
                       options.seed);
        report.print("one head, query (%4.1f, 0)      %.4f\n", doer, lost);
        least = std::min(least, lost);
    }
    const double lost = lost_share(fetch_by_two, options.seed);
    report.print("two heads                      %.4f\n", lost);
    report.value("one-head-lost", "%.2f", least);
    report.claim({.id = "one-head",
                  .statement = "One softmax mixes: half of two words is lost.",
                  .quantity = "smallest share of variance lost, five queries",
                  .low = 0.45},
                 least);
    report.claim({.id = "two-heads",
                  .statement = "Two heads fetch two words apart.",
                  .quantity = "share of variance lost",
                  .high = 1e-6},
                 lost);
}
// [snip:show-heads]

}  // namespace nn
