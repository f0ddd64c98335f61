#include <numeric>
#include <vector>

#include "lcg.hpp"
#include "nn/rng.hpp"
#include "python_random.hpp"
#include "sections.hpp"
#include "standard_library.hpp"

namespace nn {

namespace {

// [snip:print-numbers]
void print_numbers(Report& report, const char* what,
                   const std::vector<double>& numbers, const char* format) {
    report.print("%-17s", what);
    for (const double number : numbers) report.print(format, number);
    report.print("\n");
}

std::vector<double> numbered(std::size_t n) {
    std::vector<double> items(n);
    std::iota(items.begin(), items.end(), 0.0);
    return items;
}
// [snip:print-numbers]

// [snip:show-numpy]
void show_numpy(std::uint32_t seed, Report& report) {
    report.section("numpy",
                   "NumPy's legacy stream, afresh after its seed for each line");
    std::vector<double> numbers(3);
    Rng(seed).fill_uniform(numbers);
    report.value("first-uniform", "%.16f", numbers[0]);
    print_numbers(report, "rand()", numbers, "  %.16f");
    Rng(seed).fill_normal(numbers);
    print_numbers(report, "randn()", numbers, "  %.16f");
    Rng digits(seed);
    report.print("%-17s", "randint(0, 10)");
    for (int i = 0; i < 8; ++i)
        report.print(" %d", static_cast<int>(digits.integer(0, 10)));
    std::vector<double> order = numbered(10);
    Rng(seed).shuffle(std::span(order));
    report.print("\n");
    print_numbers(report, "permutation(10)", order, " %g");
}
// [snip:show-numpy]

// [snip:show-python]
void show_python(std::uint32_t seed, Report& report) {
    report.section("python",
                   "Python's random, afresh after its seed for each line");
    PythonRandom python(seed);
    std::vector<double> numbers;
    for (int i = 0; i < 3; ++i) numbers.push_back(python.random());
    print_numbers(report, "random()", numbers, "  %.16f");
    std::vector<double> order = numbered(10);
    PythonRandom(seed).shuffle(std::span(order));
    print_numbers(report, "shuffle of 0..9", order, " %g");
}
// [snip:show-python]

// [snip:print-draws]
void print_draws(const StandardDraws& draws, Report& report) {
    report.print("%s\n", draws.library);
    print_numbers(report, "  digits", {draws.integers, draws.integers + 8}, " %g");
    print_numbers(report, "  normal", {draws.normals, draws.normals + 3}, " %9.6f");
    print_numbers(report, "  shuffle", {draws.shuffled, draws.shuffled + 10},
                  " %g");
    print_numbers(report, "  f(draw(), draw())",
                  {draws.first_argument, draws.second_argument}, " %9.6f");
}
// [snip:print-draws]

}  // namespace

// [snip:show-tiny]
void show_tiny(Report& report) {
    report.section("tiny", "A book of sixteen numbers, opened at two pages");
    for (const std::uint32_t seed : {7u, 12u}) {
        report.print("seed %2u:", seed);
        std::uint32_t x = seed;
        for (int k = 0; k < 16; ++k) {
            x = tiny_step(x);
            report.print(" %2u", x);
        }
        report.print("\n");
    }
}
// [snip:show-tiny]

// [snip:show-streams]
void show_streams(const Options& options, Report& report) {
    show_numpy(options.seed, report);
    show_python(options.seed, report);
}
// [snip:show-streams]

// [snip:show-standard-library]
void show_standard_library(const Options& options, Report& report) {
    report.section("standard-library",
                   "One engine, std::mt19937, and std's distributions");
    StandardDraws draws{};
    nn_draws_default(options.seed, &draws);
    print_draws(draws, report);
#ifdef NN_HAVE_LIBCXX
    nn_draws_libcxx(options.seed, &draws);
    print_draws(draws, report);
#else
    report.print(
        "libc++ is not installed; to compare: apt-get install clang libc++-dev\n");
#endif
}
// [snip:show-standard-library]

}  // namespace nn
