#include <cmath>
#include <map>
#include <set>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using Sample = std::vector<std::string>;

constexpr int samples = 40000;

std::string line(std::size_t number) {
    return "line " + diagnosis::show(number);
}

Sample sample_of(std::size_t lines, std::size_t k, nn::Rng& rng) {
    std::size_t read = 0;
    const auto next_line = [&]() -> std::optional<std::string> {
        if (read == lines) return std::nullopt;
        return line(++read);
    };
    return nn::exercise::reservoir_sample(
        k, next_line, [&](std::uint64_t max) { return rng.interval(max); });
}

// How often each line is in a sample of k, and each set of k lines the sample.
struct Counts {
    std::size_t lines, k;
    std::map<std::string, int> of_line;
    std::map<std::set<std::string>, int> of_set;
};

Counts count(std::size_t lines, std::size_t k) {
    nn::Rng rng(42);
    Counts counts{lines, k, {}, {}};
    for (int i = 0; i < samples; ++i) {
        const Sample sample = sample_of(lines, k, rng);
        const std::set<std::string> set(sample.begin(), sample.end());
        if (sample.size() != k)
            FAIL("a sample of " << k << " from " << lines << " lines has "
                                << sample.size());
        if (set.size() != k)
            FAIL("a line is in one sample twice: " << diagnosis::show(sample));
        for (const std::string& member : set) ++counts.of_line[member];
        ++counts.of_set[set];
    }
    return counts;
}

// How many standard deviations a count is above what is expected of it.
double surprise(int count, double probability) {
    const double expected = samples * probability;
    return (count - expected) / std::sqrt(expected * (1.0 - probability));
}

constexpr double limit = 5.0;  // by chance once in two million counts

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", 100.0 * share);
    return text;
}

std::string shares(const Counts& counts) {
    std::string text =
        "\n    for       k = " + diagnosis::show(counts.k) + " of " +
        diagnosis::show(counts.lines) + " lines, " + diagnosis::show(samples) +
        " samples\n    expected  each line in " +
        percent(static_cast<double>(counts.k) / static_cast<double>(counts.lines)) +
        " of them\n    yours    ";
    for (std::size_t i = 1; i <= counts.lines; ++i) {
        const auto found = counts.of_line.find(line(i));
        const int count = found == counts.of_line.end() ? 0 : found->second;
        text += " " + percent(1.0 * count / samples);
    }
    return text;
}

// The surprises of lines 1 to n.
std::vector<double> surprises(Counts counts) {
    std::vector<double> result;
    for (std::size_t i = 1; i <= counts.lines; ++i)
        result.push_back(surprise(
            counts.of_line[line(i)],
            static_cast<double>(counts.k) / static_cast<double>(counts.lines)));
    return result;
}

std::string mistake_in(Counts counts, const std::vector<double>& surprises) {
    const auto old_end = surprises.begin() + static_cast<std::ptrdiff_t>(counts.k);
    const auto old_lines = [&](auto condition) {
        return std::count_if(surprises.begin(), old_end, condition);
    };
    const auto k = static_cast<std::ptrdiff_t>(counts.k);
    const auto rare = old_lines([](double x) { return x < -limit; });
    const auto frequent = old_lines([](double x) { return x > limit; });
    if (counts.of_line[line(counts.k + 1)] == 0)
        return "line k + 1 is never in the sample: is it read, and then not used, "
               "when the "
               "reservoir has just become full?";
    if (counts.of_line[line(counts.lines)] == samples)
        return "the last line is in every sample: line i enters with probability k "
               "/ i, and "
               "not always";
    if (frequent == k)
        return "the first k lines stay too often: how many outcomes has your draw, "
               "and how "
               "many lines are there, this one included?";
    if (rare == k)
        return "the first k lines are pushed out too often: how many outcomes has "
               "your draw, "
               "and how many lines are there, this one included?";
    if (rare > 0 && frequent > 0)
        return "one place of the reservoir is replaced more often than the others";
    return "not every line is equally likely to be in the sample";
}

void check_lines(const Counts& counts) {
    const std::vector<double> of_lines = surprises(counts);
    for (const double x : of_lines)
        if (std::abs(x) > limit)
            FAIL(mistake_in(counts, of_lines) << shares(counts));
}

double sets_of(std::size_t k, std::size_t lines) {
    double sets = 1.0;
    for (std::size_t i = 1; i <= k; ++i)
        sets *= static_cast<double>(lines - k + i) / static_cast<double>(i);
    return sets;
}

void check_sets(const Counts& counts) {
    const double sets = sets_of(counts.k, counts.lines);
    for (const auto& [set, count] : counts.of_set)
        if (std::abs(surprise(count, 1.0 / sets)) > limit)
            FAIL(
                "each line comes as often as it should, but not each set of lines: "
                << diagnosis::show(set) << " is the sample in "
                << percent(1.0 * count / samples) << ", expected "
                << percent(1.0 / sets));
}

}  // namespace

TEST_CASE("A stream shorter than k gives all its lines") {
    nn::Rng rng(42);
    for (const std::size_t lines : {0u, 1u, 2u, 3u}) {
        Sample sample = sample_of(lines, 3, rng);
        std::sort(sample.begin(), sample.end());
        Sample expected;
        for (std::size_t i = 1; i <= lines; ++i) expected.push_back(line(i));
        if (sample != expected)
            FAIL("a stream shorter than k is to give its lines, and nothing else"
                 << "\n    for       " << lines << " lines, k = 3"
                 << diagnosis::show_difference(expected, sample));
    }
    SUCCEED();
}

TEST_CASE("Each line, and each set of k lines, is the sample equally often") {
    for (const auto& [lines, k] : {std::pair{6, 2}, {5, 1}, {5, 3}}) {
        const Counts counts =
            count(static_cast<std::size_t>(lines), static_cast<std::size_t>(k));
        check_lines(counts);
        check_sets(counts);
    }
    SUCCEED();
}
