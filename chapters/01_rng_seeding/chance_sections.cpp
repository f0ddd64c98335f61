#include <algorithm>
#include <vector>

#include "lcg.hpp"
#include "nn/io/progress.hpp"
#include "nn/power_law.hpp"
#include "randomness_tests.hpp"
#include "replay.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:p-text]
std::string p_text(double p) {
    constexpr double tiny = 1e-6;
    if (p < tiny) return "below 0.000001";
    if (p > 1.0 - tiny) return "above 0.999999";
    return "= " + std::to_string(p);
}
// [snip:p-text]

// [snip:three-tests]
/// \brief The distance of the worst p-value from the nearer end of [0, 1].
double worst_of_three_tests(const char* generator, std::span<const double> u,
                            Report& report) {
    const TestResult results[] = {uniformity_test(u, 1024),
                                  serial_pairs_test(u, 100),
                                  birthday_spacings_test(u)};
    const char* names[] = {"uniformity", "serial pairs", "birthday spacings"};
    double worst = 1.0;
    report.print("%s\n", generator);
    for (int i = 0; i < 3; ++i) {
        const double p = results[i].p_value;
        report.print("  %-18s statistic %10.1f   p %s\n", names[i],
                     results[i].statistic, p_text(p).c_str());
        worst = std::min({worst, p, 1.0 - p});
    }
    return worst;
}
// [snip:three-tests]

// [snip:figure-data]
void write_lattice(std::span<const double> good, std::span<const double> bad,
                   Report& report) {
    Csv table({"good_x", "good_y", "bad_x", "bad_y"});
    for (std::size_t i = 0; i + 1 < 2048; i += 2)
        table.row({good[i], good[i + 1], bad[i], bad[i + 1]});
    report.data("lattice.csv", table);
}

void write_curve(const ErrorCurve& curve, Report& report) {
    Csv table({"darts", "error", "expected"});
    for (std::size_t i = 0; i < curve.darts.size(); ++i)
        table.row({curve.darts[i], curve.error[i], expected_error(curve.darts[i])});
    report.data("monte_carlo.csv", table);
}
// [snip:figure-data]

// [snip:claim-threads]
void claim_threads(std::uint32_t seed, std::size_t repeats, Report& report) {
    const ErrorCurve alone = error_curve(seed, repeats, 14, 1);
    double differing = 0.0;
    for (const unsigned threads : {2u, 3u, 8u}) {
        const ErrorCurve curve = error_curve(seed, repeats, 14, threads);
        differing = std::max(differing, share_differing(alone.error, curve.error));
    }
    report.claim(
        {.id = "any-threads",
         .statement = "Streams by counter give the same bytes on 1, 2, 3 and 8 "
                      "threads.",
         .quantity = "largest share of results that differ from one thread's",
         .low = 0.0,
         .high = 0.0},
        differing);
}
// [snip:claim-threads]

// [snip:measured-curve]
/// \brief The bar is gone from the terminal before anything is printed.
ErrorCurve measured_curve(const Options& options) {
    const std::size_t streams = options.quick ? 64 : 512;
    Progress progress("Darts", "streams", streams);
    return error_curve(options.seed, streams, options.quick ? 14 : 18,
                       options.threads, [&] { progress.step(); });
}
// [snip:measured-curve]

}  // namespace

// [snip:show-threads]
void show_threads(const Options& options, Report& report) {
    report.section("threads-wrong", "π from 2^20 darts, a stream for each thread");
    for (const unsigned threads : {1u, 2u, 3u, 8u})
        report.print("threads %u   %.6f\n", threads,
                     pi_cut_by_threads(options.seed, threads));
    report.section("threads", "π from 2^20 darts, a stream for each shard");
    for (const unsigned threads : {1u, 2u, 3u, 8u})
        report.print("threads %u   %.6f\n", threads,
                     pi_cut_by_shards(options.seed, threads));
    claim_threads(options.seed, options.quick ? 64 : 640, report);
}
// [snip:show-threads]

// [snip:show-randomness-tests]
void show_randomness_tests(const Options& options, Report& report) {
    report.section("randomness", "Three tests, two generators");
    const std::size_t n = options.quick ? 100'000 : 1'000'000;
    Rng rng(options.seed);
    const std::vector<double> good = uniforms(rng, n);
    LowBitsLcg lcg(options.seed);
    const std::vector<double> bad = uniforms(lcg, n);
    const double good_worst =
        worst_of_three_tests("Mersenne Twister", good, report);
    const double bad_worst =
        worst_of_three_tests("low bits of an LCG", bad, report);
    report.claim({.id = "good-passes",
                  .statement = "The book's generator passes the three tests.",
                  .quantity = "distance of the worst p-value from 0 or 1",
                  .low = 0.001,
                  .high = 0.5},
                 good_worst);
    report.claim(
        {.id = "bad-fails",
         .statement = "The low bits of an LCG are caught by the same tests.",
         .quantity = "distance of the worst p-value from 0 or 1",
         .low = 0.0,
         .high = 1e-6},
        bad_worst);
    write_lattice(good, bad, report);
}
// [snip:show-randomness-tests]

// [snip:show-monte-carlo]
void show_monte_carlo(const Options& options, Report& report) {
    report.section("monte-carlo", "The error of π from darts");
    const ErrorCurve curve = measured_curve(options);
    report.print("%10s %12s %12s\n", "darts", "error", "expected");
    for (std::size_t i = 0; i < curve.darts.size(); i += 2)
        report.print("%10.0f %12.6f %12.6f\n", curve.darts[i], curve.error[i],
                     expected_error(curve.darts[i]));
    const double slope = log_log_slope(curve.darts, curve.error);
    report.value("slope", "%.3f", slope);
    report.claim(
        {.id = "one-over-root-n",
         .statement =
             "The error falls as one over the root of the number of darts.",
         .quantity = "slope of log error against log darts",
         .low = -0.55,
         .high = -0.45},
        slope);
    write_curve(curve, report);
}
// [snip:show-monte-carlo]

}  // namespace nn
