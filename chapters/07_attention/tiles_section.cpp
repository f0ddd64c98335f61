#include <array>
#include <cmath>
#include <ctime>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tiled_attention.hpp"
#include "sections.hpp"
#include "streaming_mean.hpp"

namespace nn {

namespace {

// [snip:tiles-by-hand]
/// \brief Six scores, three at a time; the second tile has the largest.
void tiles_by_hand(Report& report) {
    const std::array<double, 6> scores{1, 2, 0, 4, 1, 3}, values{1, 2, 3, 4, 5, 6};
    StreamingMean<double> mean;
    report.print("tile  scores   fade      largest     sum      mix     mean\n");
    for (const std::size_t first : {0, 3}) {
        mean.absorb({&scores[first], 3}, {&values[first], 3});
        report.print("%4zu  %g, %g, %g  %.6f %6.0f  %8.6f %8.6f %8.6f\n",
                     first / 3 + 1, scores[first], scores[first + 1],
                     scores[first + 2], mean.fade, mean.largest, mean.sum, mean.mix,
                     mean.mean());
    }
    StreamingMean<double> whole;
    whole.absorb(scores, values);
    report.print("all six at once        %6.0f  %8.6f %8.6f %8.6f\n", whole.largest,
                 whole.sum, whole.mix, whole.mean());
    report.value("tiles-fade", "%.6f", mean.fade);
    report.value("tiles-mean", "%.6f", mean.mean());
}
// [snip:tiles-by-hand]

// [snip:random-heads]
constexpr arma::uword d = 32;  // numbers of a query, a key and a value

/// \brief What a head is given: Q, K, V and the slopes dO, each d × T.
template <class T>
struct RandomHead {
    RandomHead(arma::uword tokens, Rng& rng) {
        for (arma::Mat<T>* matrix : {&Q, &K, &V, &dO}) {
            matrix->set_size(d, tokens);
            for (T& x : *matrix) x = static_cast<T>(rng.normal());
        }
    }

    arma::Mat<T> Q, K, V, dO;
};

/// \brief What it gives: its output, and the slopes in what it was given.
template <class T>
struct HeadResult {
    arma::Mat<T> O, dQ, dK, dV;
};
// [snip:random-heads]

// [snip:by-table]
/// \brief There and back by the table of all weights.
template <class T>
HeadResult<T> by_table(const RandomHead<T>& head, const AttentionRule& rule) {
    const T scale = 1 / std::sqrt(T(d));
    const arma::Mat<T> scores = scale * (head.K.t() * head.Q);  // T × T
    const arma::Mat<T> A = attention_weights(scores, rule);     // T × T
    const AttentionSlopes<T> slopes = attention_back(head.V, A, head.dO);
    // forward: S = KᵀQ / √d
    return {attention_output(head.V, A), scale * (head.K * slopes.scores),
            scale * (head.Q * slopes.scores.t()), slopes.V};
}

/// \brief The same by tiles.
template <class T>
HeadResult<T> by_tiles(const RandomHead<T>& head, const AttentionRule& rule) {
    const TiledPass<T> pass = tiled_attention(head.Q, head.K, head.V, rule);
    TiledSlopes<T> slopes =
        tiled_attention_back(head.Q, head.K, head.V, pass, head.dO, rule);
    return {pass.O, slopes.Q, slopes.K, slopes.V};
}
// [snip:by-table]

// [snip:ulp-apart]
/// \brief The largest difference of two matrices, in units in the last place of the
/// largest number.
template <class T>
double ulp_apart(const arma::Mat<T>& one, const arma::Mat<T>& other) {
    const T largest = arma::abs(other).max();
    const T ulp =
        std::nextafter(largest, std::numeric_limits<T>::infinity()) - largest;
    return static_cast<double>(arma::abs(one - other).max() / ulp);
}

/// \brief The worst of the output and the three slopes.
template <class T>
double worst_apart(arma::uword tokens, const AttentionRule& rule, Rng& rng) {
    const RandomHead<T> head(tokens, rng);
    const HeadResult<T> table = by_table(head, rule), tiles = by_tiles(head, rule);
    return std::max({ulp_apart(tiles.O, table.O), ulp_apart(tiles.dQ, table.dQ),
                     ulp_apart(tiles.dK, table.dK), ulp_apart(tiles.dV, table.dV)});
}
// [snip:ulp-apart]

// [snip:show-agreement]
void show_agreement(const Options& options, Report& report) {
    report.print(
        "\ntable and tiles apart, in ulp of the largest number\n"
        "tokens             float   double\n");
    Rng rng(options.seed);
    double worst = 0;
    for (const arma::uword tokens : {64, 300, 1000})
        for (const bool causal : {false, true}) {
            const AttentionRule rule{.causal = causal};
            const double in_float = worst_apart<float>(tokens, rule, rng),
                         in_double = worst_apart<double>(tokens, rule, rng);
            report.print("%6d  %-9s %6.1f   %6.1f\n", int(tokens),
                         causal ? "causal" : "all", in_float, in_double);
            worst = std::max({worst, in_float, in_double});
        }
    report.claim({.id = "tiles-agree",
                  .statement = "Tiles give what the table gives, there and back.",
                  .quantity = "largest difference in ulp of the largest number",
                  .high = 64},
                 worst);
}
// [snip:show-agreement]

// [snip:tile-bytes]
/// \brief What tiled_attention takes, in floats: the output, the logarithm of each
/// sum, and of a tile its scores, its queries and their mix.
double tile_bytes(std::size_t tokens) {
    constexpr std::size_t tile = 64;
    return double(sizeof(float)) *
           double((d + 1) * tokens + tile * tile + 2 * d * tile);
}

std::string in_mebibytes(double bytes) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f MiB", bytes / (1 << 20));
    return text.data();
}

/// \brief One head: the table of its scores against the tiles.
void show_memory(Report& report) {
    report.print("\ntokens          table         tiles\n");
    for (std::size_t tokens = 64; tokens <= 65536; tokens *= 4)
        report.print(
            "%6zu %14s %13s\n", tokens,
            report
                .value("table-bytes-" + std::to_string(tokens), "%s",
                       in_mebibytes(table_bytes(tokens, tokens, sizeof(float)))
                           .c_str())
                .c_str(),
            report
                .value("tile-bytes-" + std::to_string(tokens), "%s",
                       in_mebibytes(tile_bytes(tokens)).c_str())
                .c_str());
    try {
        require_table(1'000'000, 1'000'000, sizeof(float));
    } catch (const std::invalid_argument&) {
        report.print("a million tokens: a table is refused, tiles take %s\n",
                     in_mebibytes(tile_bytes(1'000'000)).c_str());
    }
}
// [snip:tile-bytes]

// [snip:show-times]
/// \brief The least CPU time of a few, in milliseconds.
template <class Work>
double milliseconds_of(const Work& work) {
    double least = std::numeric_limits<double>::infinity();
    for (int again = 0; again < 3; ++again) {
        const std::clock_t start = std::clock();
        work();
        least = std::min(least, double(std::clock() - start));
    }
    return 1000.0 * least / CLOCKS_PER_SEC;
}

/// \brief Times of a causal head there and back. They differ from run to run: what
/// is printed must not.
void time_tiles(const Options& options, Report& report) {
    const AttentionRule causal{.causal = true};
    Rng rng(options.seed);
    Csv times({"tokens", "table_ms", "tiles_ms", "table_mib", "tiles_mib"});
    double table = 0, tiles = 0;
    for (std::size_t tokens = 64; tokens <= (options.quick ? 512U : 2048U);
         tokens *= 2) {
        const RandomHead<float> head(tokens, rng);
        table = milliseconds_of([&] { by_table(head, causal); });
        tiles = milliseconds_of([&] { by_tiles(head, causal); });
        times.row({double(tokens), table, tiles,
                   table_bytes(tokens, tokens, sizeof(float)) / (1 << 20),
                   tile_bytes(tokens) / (1 << 20)});
    }
    report.data("tiles.csv", times);
    report.value("tiles-table-ms", "%.0f", table);
    report.value("tiles-ms", "%.0f", tiles);
    report.value("tiles-speed", "%.1f", table / tiles);
}
// [snip:show-times]

}  // namespace

// [snip:show-tiles]
void show_tiles(const Options& options, Report& report) {
    report.section("tiles", "The softmax in tiles, and attention without a table");
    tiles_by_hand(report);
    show_agreement(options, report);
    show_memory(report);
    time_tiles(options, report);
}
// [snip:show-tiles]

}  // namespace nn
