#include <array>
#include <string>

#include "nn/io/shown.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:sample-kinds]
struct SampleKind {
    const char* name;
    SamplingSettings settings;
};

constexpr std::array<SampleKind, 6> sample_kinds{
    {{"at temperature 0.5", {.temperature = 0.5}},
     {"at temperature 0.8", {.temperature = 0.8}},
     {"at temperature 1", {}},
     {"at temperature 1.5", {.temperature = 1.5}},
     {"at temperature 1, of the 5 likeliest", {.top_k = 5}},
     {"at temperature 1, from the nucleus of 0.9", {.nucleus = 0.9}}}};
// [snip:sample-kinds]

}  // namespace

// [snip:show-transformer-samples]
void show_transformer_samples(const TransformerStudy& study, Report& report) {
    report.section("samples", "What it writes");
    report.print("before, at temperature 1\n");
    print_wrapped(study.before, report);
    constexpr std::size_t tokens = 190;
    for (const auto& [name, settings] : sample_kinds) {
        report.print("after, %s\n", name);
        print_wrapped(transformer_sample(study, tokens, settings), report);
    }
}
// [snip:show-transformer-samples]

}  // namespace nn
