#include <cmath>
#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Mistake;
using nn::exercise::Bin;
using Numbers = std::vector<double>;
using Bins = std::vector<Bin>;

struct Forecasts {
    std::string name;
    Numbers p, y;
    std::size_t bins;
};

// A bin as a message shows it, and compares it.
struct Shown {
    Bin bin;

    bool operator==(const Shown& other) const {
        return bin.examples == other.bin.examples &&
               Close{bin.said} == Close{other.bin.said} &&
               Close{bin.happened} == Close{other.bin.happened};
    }
};

std::string show(const Shown& shown) {
    const auto& [examples, said, happened] = shown.bin;
    return "(" + diagnosis::show(examples) + " examples, said " +
           show(Close{said}) + ", happened " + show(Close{happened}) + ")";
}

using ShownBins = std::vector<Shown>;

ShownBins shown(const Bins& bins) {
    ShownBins all;
    for (const Bin& bin : bins) all.push_back({bin});
    return all;
}

// The examples with all probabilities different, and no sure ones.
Forecasts random_forecasts(std::size_t n, std::size_t bins) {
    Forecasts f{diagnosis::show(n) + " examples", {}, {}, bins};
    nn::Rng rng(42);
    for (std::size_t i = 0; i < n; ++i) {
        f.p.push_back(std::pow(rng.uniform(), 3.0));
        f.y.push_back(rng.uniform() < std::sqrt(f.p.back()) ? 1.0 : 0.0);
    }
    return f;
}

std::vector<Forecasts> forecasts() {
    const Numbers p{0.9, 0.2, 0.4, 0.7}, y{1, 0, 1, 0};
    return {
        {"four examples, by hand", p, y, 2},
        {"four examples", p, y, 1},
        random_forecasts(10, 4),
        random_forecasts(1000, 7),
        {"four examples", p, y, 6},
    };
}

std::vector<std::size_t> sorted_places(const Numbers& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    return order;
}

// How the cutting can go wrong.
struct Cut {
    bool sorts = true;
    bool falling = false;
    bool labels_follow = true;
    bool loses_rest = false;     // n / bins in each bin, and no more
    bool last_has_rest = false;  // the last bin takes all of the rest
    bool divides = true;
    bool divides_by_zero = false;
};

std::vector<std::size_t> order_of(const Forecasts& f, const Cut& cut) {
    auto order = sorted_places(f.p);
    if (!cut.sorts) std::iota(order.begin(), order.end(), std::size_t{0});
    if (cut.falling) std::reverse(order.begin(), order.end());
    return order;
}

std::pair<std::size_t, std::size_t> places_of(std::size_t k, const Forecasts& f,
                                              const Cut& cut) {
    const std::size_t n = f.p.size(), each = n / f.bins;
    if (!cut.loses_rest && !cut.last_has_rest)
        return {n * k / f.bins, n * (k + 1) / f.bins};
    const bool takes_rest = cut.last_has_rest && k + 1 == f.bins;
    return {each * k, takes_rest ? n : each * (k + 1)};
}

Bins cut_into_bins(const Forecasts& f, const Cut& cut) {
    const auto order = order_of(f, cut);
    Bins bins(f.bins);
    for (std::size_t k = 0; k < f.bins; ++k) {
        const auto [from, to] = places_of(k, f, cut);
        for (std::size_t i = from; i < to; ++i) {
            bins[k].said += f.p[order[i]];
            bins[k].happened += f.y[cut.labels_follow ? order[i] : i];
        }
        bins[k].examples = to - from;
        const double count = static_cast<double>(to - from);
        if (!cut.divides || (to == from && !cut.divides_by_zero)) continue;
        bins[k].said /= count;
        bins[k].happened /= count;
    }
    return bins;
}

Bins of_equal_width(const Forecasts& f) {
    Bins bins(f.bins);
    const double width = static_cast<double>(f.bins);
    for (std::size_t i = 0; i < f.p.size(); ++i) {
        const auto k = static_cast<std::size_t>(f.p[i] * width);
        Bin& bin = bins[std::min(k, f.bins - 1)];
        ++bin.examples;
        bin.said += f.p[i];
        bin.happened += f.y[i];
    }
    for (Bin& bin : bins) {
        const double count = std::max(1.0, static_cast<double>(bin.examples));
        bin.said /= count;
        bin.happened /= count;
    }
    return bins;
}

std::vector<Mistake<Forecasts, ShownBins>> mistakes_of_bins() {
    const auto mistake = [](const std::string& name, const Cut& cut) {
        return Mistake<Forecasts, ShownBins>{
            name, [=](const Forecasts& f) { return shown(cut_into_bins(f, cut)); }};
    };
    return {
        mistake("the examples are not sorted by their probability",
                {.sorts = false}),
        mistake("the probabilities fall: the first bin has the smallest ones",
                {.falling = true}),
        mistake("the labels stay behind: sorted by probability, each example takes "
                "its label along",
                {.labels_follow = false}),
        mistake(
            "the rest is lost: 10 examples in 4 bins are 2, 3, 2 and 3, and not "
            "2 in each",
            {.loses_rest = true}),
        mistake(
            "the last bin takes the whole rest: 10 examples in 4 bins are 2, 3, "
            "2 and 3",
            {.last_has_rest = true}),
        mistake(
            "these are sums: said and happened are means over the bin's examples",
            {.divides = false}),
        mistake("an empty bin divides 0 by 0: it is to have zeros",
                {.divides_by_zero = true}),
        {"bins of equal width: these are to be of equal number",
         [](const Forecasts& f) { return shown(of_equal_width(f)); }},
    };
}

// Bins as they are given to the second function.
struct Given {
    Bins bins;
};

double count_of(const Bin& bin) {
    return static_cast<double>(bin.examples);
}

double gap(const Bin& bin) {
    return bin.said - bin.happened;
}

template <class Term>
double sum_over(const Given& given, Term term) {
    double sum = 0.0;
    for (const Bin& bin : given.bins) sum += term(bin);
    return sum;
}

// The mean of a term over all examples.
template <class Term>
Close mean_over_examples(const Given& given, Term term) {
    return {sum_over(given, [&](const Bin& b) { return count_of(b) * term(b); }) /
            sum_over(given, count_of)};
}

std::vector<Mistake<Given, Close>> mistakes_of_error() {
    const auto size = [](const Bin& b) { return std::abs(gap(b)); };
    const auto filled = [](const Bin& b) { return b.examples > 0 ? 1.0 : 0.0; };
    return {
        {"each bin counts the same: it is to count by its examples",
         [=](const Given& g) {
             return Close{sum_over(g, size) / static_cast<double>(g.bins.size())};
         }},
        {"each bin counts the same: it is to count by its examples",
         [=](const Given& g) {
             return Close{sum_over(g, size) / sum_over(g, filled)};
         }},
        {"too much in one bin makes up for too little in another: take the "
         "absolute "
         "value in each",
         [](const Given& g) { return mean_over_examples(g, gap); }},
        {"too much in one bin makes up for too little in another: take the "
         "absolute "
         "value in each",
         [](const Given& g) {
             return Close{std::abs(mean_over_examples(g, gap).value)};
         }},
        {"the distances are squared: their absolute value is asked for",
         [](const Given& g) {
             return mean_over_examples(
                 g, [](const Bin& b) { return gap(b) * gap(b); });
         }},
        {"not divided by the number of all examples",
         [=](const Given& g) {
             return Close{
                 sum_over(g, [&](const Bin& b) { return count_of(b) * size(b); })};
         }},
    };
}

std::vector<Given> given_bins() {
    return {{{{2, 0.3, 0.5}, {2, 0.8, 0.5}}},
            {{{1, 0.25, 0.0}, {7, 0.5, 0.75}, {0, 0.0, 0.0}}},
            {{{3, 0.1, 0.0}, {1, 0.5, 1.0}, {4, 0.875, 1.0}}},
            {{{10, 0.5, 0.5}}}};
}

}  // namespace

TEST_CASE("Bins with as many examples in each as can be") {
    diagnosis::check<Forecasts, ShownBins>(
        {.inputs = forecasts(),
         .describe =
             [](const Forecasts& f) {
                 return f.name + ", bins = " + diagnosis::show(f.bins);
             },
         .right = [](const Forecasts& f) { return shown(cut_into_bins(f, {})); },
         .yours =
             [](const Forecasts& f) {
                 return shown(nn::exercise::bins_of_equal_count(f.p, f.y, f.bins));
             },
         .mistakes = mistakes_of_bins()});
}

TEST_CASE("Examples with the same probability keep their order") {
    Forecasts f{"", Numbers(100, 0.5), {}, 4};
    for (std::size_t i = 0; i < 100; ++i) f.y.push_back(i % 3 == 0 ? 1.0 : 0.0);
    const ShownBins expected = shown(cut_into_bins(f, {}));
    const ShownBins yours =
        shown(nn::exercise::bins_of_equal_count(f.p, f.y, f.bins));
    if (!(expected == yours))
        FAIL(
            "examples with the same probability change places: is the sort stable, "
            "and does it leave the labels out?"
            << "\n    for       100 examples with p = 0.5, bins = 4"
            << diagnosis::show_difference(expected, yours));
    SUCCEED();
}

TEST_CASE("The calibration error is a mean over examples") {
    diagnosis::check<Given, Close>(
        {.inputs = given_bins(),
         .describe =
             [](const Given& given) { return diagnosis::show(shown(given.bins)); },
         .right =
             [](const Given& given) {
                 return mean_over_examples(
                     given, [](const Bin& b) { return std::abs(gap(b)); });
             },
         .yours =
             [](const Given& given) {
                 return Close{nn::exercise::calibration_error_of(given.bins)};
             },
         .mistakes = mistakes_of_error()});
}
