#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "attention_score.hpp"
#include "nn/attention.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"
#include "softmax_shape.hpp"

namespace nn {

namespace {

// [snip:hand-scores]
constexpr std::array all_scores{ScoreKind::dot, ScoreKind::scaled_dot,
                                ScoreKind::general, ScoreKind::additive};

/// \brief Parameters to work with by hand; a query's numbers change places in W.
std::vector<double> hand_parameters(ScoreKind kind) {
    if (kind == ScoreKind::general) return {0, 1, 1, 0};  // W
    if (kind == ScoreKind::additive)
        return {1, 0, 0, 1, -1, 0, 0, -1, 1, 1};  // W_K = 1, W_Q = −1, v = (1, 1)
    return {};
}
// [snip:hand-scores]

}  // namespace

// [snip:show-scores]
void show_scores(Report& report) {
    report.section("scores", "Four scores, the same keys, the same query");
    const arma::mat K{{1, 0, -1}, {0, 1, 2}};      // 2 × 3
    const arma::mat Q(std::vector<double>{2, 1});  // 2 × 1
    report.print("%-10s %23s  %20s %9s\n", "", "scores of three keys", "weights",
                 "numbers");
    for (const ScoreKind kind : all_scores) {
        const auto score = make_score<double>(kind, 2, 2, 2);
        const arma::mat S = score->scores(hand_parameters(kind), K, Q);  // 3 × 1
        const arma::mat A = attention_weights<double>(S, {});            // 3 × 1
        const std::size_t learnt =
            make_score<double>(kind, 64, 64, 64)->layout().size();
        std::string name = score_name(kind);
        report.print("%-10s %7.3f %7.3f %7.3f  %6.4f %6.4f %6.4f %9zu\n",
                     name.c_str(), S(0), S(1), S(2), A(0), A(1), A(2), learnt);
        std::replace(name.begin(), name.end(), ' ', '-');
        report.value("scores-" + name, "%.3f, %.3f and %.3f", S(0), S(1), S(2));
        report.value("score-numbers-" + name, "%zu", learnt);
    }
    report.print("numbers: to be learnt, at vectors of 64 and 64 units\n");
}
// [snip:show-scores]

namespace {

// [snip:scale-look]
/// \brief What softmax makes of scores: its entropy, and how much it moves.
struct Look {
    double entropy = 0.0;  ///< mean, in nats
    double moves = 0.0;    ///< median of \eqref{softmax-jacobian-size}
    double mean_moves = 0.0;
};

Look look_of(const arma::mat& S) {
    const arma::mat A = attention_weights<double>(S, {});  // keys × queries
    Look look;
    std::vector<double> moves;
    for (arma::uword q = 0; q < A.n_cols; ++q) {
        const std::span<const double> weights(A.colptr(q), A.n_rows);
        look.entropy += weights_entropy(weights) / double(A.n_cols);
        moves.push_back(softmax_jacobian_size(weights));
        look.mean_moves += moves.back() / double(A.n_cols);
    }
    const auto middle = moves.begin() + std::ptrdiff_t(moves.size() / 2);
    std::nth_element(moves.begin(), middle, moves.end());
    look.moves = *middle;
    return look;
}
// [snip:scale-look]

// [snip:scale-row]
constexpr arma::uword scale_keys = 16;

struct ScaleRow {
    std::size_t d = 0;
    double variance = 0.0;  ///< of q·k
    Look plain, divided;    ///< by nothing, by √d
};

/// \brief 1024 queries, 16 at a time before 16 keys; all numbers standard normal.
ScaleRow scale_row(std::size_t d, Rng& rng) {
    constexpr arma::uword rounds = 64;
    arma::mat S(scale_keys, scale_keys * rounds);  // keys × queries
    arma::mat K(d, scale_keys), Q(d, scale_keys);  // d × 16
    for (arma::uword i = 0; i < S.n_cols; i += scale_keys) {
        rng.fill_normal({K.memptr(), K.n_elem});
        rng.fill_normal({Q.memptr(), Q.n_elem});
        S.cols(i, i + scale_keys - 1) = K.t() * Q;
    }
    return {d, arma::accu(S % S) / double(S.n_elem), look_of(S),
            look_of(S / std::sqrt(double(d)))};
}
// [snip:scale-row]

// [snip:print-scale]
void print_scale(const std::vector<ScaleRow>& rows, Report& report) {
    Csv table({"d", "variance", "entropy", "entropy_divided", "moves",
               "moves_divided", "mean_moves", "mean_moves_divided"});
    report.print("%15s %17s %21s\n", "variance", "entropy, nats",
                 "softmax moves by");
    report.print("%5s %9s %8s %8s %12s %8s\n", "d", "of q.k", "q.k", "/ root",
                 "q.k", "/ root");
    for (const auto& [d, variance, plain, divided] : rows) {
        const std::string at = "-" + std::to_string(d);
        report.print(
            "%5zu %9s %8s %8s %12s %8s\n", d,
            report.value("variance" + at, "%.1f", variance).c_str(),
            report.value("entropy" + at, "%.3f", plain.entropy).c_str(),
            report.value("entropy-divided" + at, "%.3f", divided.entropy).c_str(),
            report.value("moves" + at, "%.2g", plain.moves).c_str(),
            report.value("moves-divided" + at, "%.2f", divided.moves).c_str());
        table.row({double(d), variance, plain.entropy, divided.entropy, plain.moves,
                   divided.moves, plain.mean_moves, divided.mean_moves});
    }
    report.data("scale.csv", table);
}
// [snip:print-scale]

// [snip:claim-scale]
void claim_variance(const std::vector<ScaleRow>& rows, Report& report) {
    double worst = 0.0, least = rows[0].divided.entropy, most = least;
    for (const ScaleRow& row : rows) {
        worst = std::max(worst, std::abs(row.variance / double(row.d) - 1.0));
        least = std::min(least, row.divided.entropy);
        most = std::max(most, row.divided.entropy);
    }
    report.claim({.id = "root-d",
                  .statement = "The variance of q·k is d; divided by √d, 1.",
                  .quantity = "worst share by which it is off, d = 4 … 1024",
                  .high = 0.1},
                 worst);
    report.claim({.id = "root-d-entropy",
                  .statement = "With the division the entropy stays.",
                  .quantity = "largest less smallest entropy, nats, d = 4 … 1024",
                  .high = 0.25},
                 most - least);
}

void claim_last(const ScaleRow& last, Report& report) {
    report.claim({.id = "root-d-one-key",
                  .statement = "Without the division one key gets nearly all.",
                  .quantity = "entropy, nats, of 16 keys at d = 1024",
                  .high = 0.3},
                 last.plain.entropy);
    report.claim(
        {.id = "root-d-gradient",
         .statement = "Without the division softmax hardly moves.",
         .quantity = "its slopes' median length at d = 1024, as a share of "
                     "that with the division",
         .high = 0.01},
        last.plain.moves / last.divided.moves);
}
// [snip:claim-scale]

}  // namespace

// [snip:show-scale]
void show_scale(const Options& options, Report& report) {
    report.section("scale", "Why the scores are divided by the root of d");
    Rng rng(options.seed);
    std::vector<ScaleRow> rows;
    for (std::size_t d = 4; d <= 1024; d *= 2) rows.push_back(scale_row(d, rng));
    print_scale(rows, report);
    const ScaleRow& last = rows.back();
    report.print("the mean of the moves at d = 1024: %s, / root %s\n",
                 report.value("mean-moves", "%.2g", last.plain.mean_moves).c_str(),
                 report.value("mean-moves-divided", "%.2f", last.divided.mean_moves)
                     .c_str());
    report.value("scale-log-keys", "%.3f", std::log(double(scale_keys)));
    claim_variance(rows, report);
    claim_last(last, report);
}
// [snip:show-scale]

}  // namespace nn
