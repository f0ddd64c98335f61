#include <algorithm>
#include <vector>

#include "nn/rng.hpp"
#include "python_random.hpp"
#include "replay.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:python-uniforms]
std::vector<double> python_uniforms(std::uint32_t seed, std::size_t n) {
    PythonRandom python(seed);
    std::vector<double> u(n);
    for (double& value : u) value = python.random();
    return u;
}
// [snip:python-uniforms]

// [snip:claim-same-seed]
void claim_same_seed(std::uint32_t seed, std::size_t n, Report& report) {
    Rng first(seed), again(seed), normals_first(seed);
    const std::vector<double> u = uniforms(first, n);
    report.claim({.id = "same-seed",
                  .statement = "The same seed gives the same sequence.",
                  .quantity = "share of the draws that differ",
                  .low = 0.0,
                  .high = 0.0,
                  .condition = "engine, seeding, distribution and order of calls "
                               "are the same"},
                 share_differing(u, uniforms(again, n)));
    for (std::size_t i = 0; i < 4; ++i) normals_first.normal();
    report.print("  after four normal draws: %s of the draws differ\n",
                 report
                     .value("other-order", "%.0f %%",
                            100.0 * share_differing(u, uniforms(normals_first, n)))
                     .c_str());
}
// [snip:claim-same-seed]

// [snip:claim-same-everywhere]
void claim_same_everywhere(std::uint32_t seed, std::size_t n, Report& report) {
    Rng numpy(seed);
    report.claim(
        {.id = "same-everywhere",
         .statement = "The seed alone fixes the numbers: NumPy and Python, seeded "
                      "alike, draw alike.",
         .quantity = "share of the draws that differ",
         .low = 0.0,
         .high = 0.0},
        share_differing(uniforms(numpy, n), python_uniforms(seed, n)));
}
// [snip:claim-same-everywhere]

// [snip:claim-other-seed]
void claim_other_seed(std::uint32_t seeds, Report& report) {
    const NeighbourSeeds result = compare_neighbours(seeds, 1000);
    report.claim(
        {.id = "other-seed",
         .statement = "Another seed gives another sequence, even the next seed.",
         .quantity = "share of bits that differ between the streams of s and s + 1",
         .low = 0.499,
         .high = 0.501},
        result.share_of_bits);
    const std::string equal =
        report.value("equal-words", "%.0f", result.equal_words);
    const std::string of = report.value("compared-words", "%u", seeds * 1000);
    report.print("  equal words at equal places: %s of %s\n", equal.c_str(),
                 of.c_str());
}
// [snip:claim-other-seed]

// [snip:claim-extra-draw]
void claim_extra_draw(std::uint32_t seed, std::size_t n, Report& report) {
    Rng plain(seed), shifted(seed);
    const std::vector<double> u = uniforms(plain, n + 1);
    shifted.uniform();
    const std::vector<double> v = uniforms(shifted, n);
    report.claim({.id = "extra-draw",
                  .statement = "One extra draw changes everything after it.",
                  .quantity = "share of the draws that differ",
                  .low = 0.9999,
                  .high = 1.0},
                 share_differing(std::span(u).first(n), v));
    report.print("  compared one place further on, %s of them differ\n",
                 report
                     .value("shifted-back", "%.0f %%",
                            100.0 * share_differing(std::span(u).last(n), v))
                     .c_str());
}
// [snip:claim-extra-draw]

}  // namespace

// [snip:show-seed-claims]
void show_seed_claims(const Options& options, Report& report) {
    report.section("seed-claims", "What a seed decides");
    const std::size_t n = options.quick ? 100'000 : 1'000'000;
    claim_same_seed(options.seed, n, report);
    claim_same_everywhere(options.seed, n, report);
    claim_other_seed(options.quick ? 100 : 1000, report);
    claim_extra_draw(options.seed, n, report);
}
// [snip:show-seed-claims]

}  // namespace nn
