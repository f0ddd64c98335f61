#include <algorithm>
#include <cmath>
#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using Numbers = std::vector<double>;

std::vector<Numbers> lists() {
    return {{3, 1, 3, 7},
            {10, 20, 30, 40},
            {5, 4, 4, 4, -2, 5, 0},
            {0.5, 2, 1.5, 1},
            {2, 2, 2},
            {-1},
            {},
            {9, 1, 8, 1, 7, 1, 6, 1}};
}

// How many numbers are smaller, and how many are as large.
struct Place {
    double smaller = 0.0, equal = 0.0, equal_before = 0.0;
};

Place place_of(const Numbers& numbers, std::size_t i) {
    Place place;
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        place.smaller += numbers[k] < numbers[i];
        place.equal += numbers[k] == numbers[i];
        place.equal_before += numbers[k] == numbers[i] && k < i;
    }
    return place;
}

template <class Rank>
Numbers ranked(const Numbers& numbers, Rank rank) {
    Numbers all;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        all.push_back(rank(place_of(numbers, i)));
    return all;
}

Numbers right_ranks(const Numbers& numbers) {
    return ranked(numbers,
                  [](Place p) { return p.smaller + (p.equal + 1.0) / 2.0; });
}

Numbers dense_ranks(const Numbers& numbers) {
    Numbers sorted = numbers, all;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (const double x : numbers)
        all.push_back(
            static_cast<double>(std::lower_bound(sorted.begin(), sorted.end(), x) -
                                sorted.begin() + 1));
    return all;
}

Numbers order_of(const Numbers& numbers) {
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return numbers[a] < numbers[b];
    });
    return {order.begin(), order.end()};
}

Numbers plus_one(Numbers numbers) {
    for (double& x : numbers) x += 1.0;
    return numbers;
}

std::vector<diagnosis::Mistake<Numbers, Numbers>> mistakes_of_ranks() {
    using Mistake = diagnosis::Mistake<Numbers, Numbers>;
    const auto by = [](const std::string& name, double (*rank)(Place)) {
        return Mistake{name, [=](const Numbers& all) { return ranked(all, rank); }};
    };
    return {
        by("equal numbers have ranks one after the other: they share the mean",
           [](Place p) { return p.smaller + p.equal_before + 1.0; }),
        by("equal numbers have the lowest of their ranks: they share the mean",
           [](Place p) { return p.smaller + 1.0; }),
        by("equal numbers have the highest of their ranks: they share the mean",
           [](Place p) { return p.smaller + p.equal; }),
        by("the ranks begin with 0: the smallest number has 1",
           [](Place p) { return p.smaller + (p.equal - 1.0) / 2.0; }),
        {"after equal numbers the ranks go on as if there had been one: two "
         "numbers take "
         "up two ranks",
         dense_ranks},
        {"the order is not the ranks: at place k it has the place of a number, and "
         "the "
         "rank of that number is k + 1",
         [](const Numbers& all) { return plus_one(order_of(all)); }},
        {"the order is not the ranks: at place k it has the place of a number, and "
         "the "
         "rank of that number is k + 1",
         order_of},
        {"the largest number has rank 1: it is the smallest",
         [](const Numbers& all) {
             Numbers turned = all;
             for (double& x : turned) x = -x;
             return right_ranks(turned);
         }},
        {"the ranks stand in rising order: each belongs at its number's place",
         [](const Numbers& all) {
             Numbers ranks = right_ranks(all);
             std::sort(ranks.begin(), ranks.end());
             return ranks;
         }},
    };
}

struct Lists {
    Numbers x, y;
};

std::vector<Lists> pairs() {
    return {{{3, 1, 3, 7}, {10, 20, 30, 40}},
            {{1, 2, 3, 4, 5}, {2, 4, 8, 16, 32}},
            {{5, 4, 4, 4, -2, 5, 0}, {1, 0, 7, 7, 3, 3, 3}},
            {{1, 2, 3}, {30, 2, 1}},
            {{1, 1, 2, 2, 9}, {0.5, 4, -1, 4, 4}}};
}

double mean_of(const Numbers& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) /
           static_cast<double>(numbers.size());
}

struct Sums {
    double ab = 0.0, aa = 0.0, bb = 0.0;
};

Sums sums_of(const Numbers& a, const Numbers& b, double mean_a, double mean_b) {
    Sums sums;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sums.ab += (a[i] - mean_a) * (b[i] - mean_b);
        sums.aa += (a[i] - mean_a) * (a[i] - mean_a);
        sums.bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return sums;
}

Sums sums_of(const Numbers& a, const Numbers& b) {
    return sums_of(a, b, mean_of(a), mean_of(b));
}

Close right(const Lists& lists) {
    const auto [ab, aa, bb] = sums_of(right_ranks(lists.x), right_ranks(lists.y));
    return {ab / std::sqrt(aa * bb)};
}

Close shortcut(const Lists& lists) {
    const Numbers a = right_ranks(lists.x), b = right_ranks(lists.y);
    double dd = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) dd += (a[i] - b[i]) * (a[i] - b[i]);
    const auto n = static_cast<double>(a.size());
    return {1.0 - 6.0 * dd / (n * (n * n - 1.0))};
}

std::vector<diagnosis::Mistake<Lists, Close>> mistakes_of_correlation() {
    return {
        {"the short formula, which holds where there are no ties", shortcut},
        {"the numbers are correlated, and not their ranks",
         [](const Lists& l) {
             const auto [ab, aa, bb] = sums_of(l.x, l.y);
             return Close{ab / std::sqrt(aa * bb)};
         }},
        {"the mean rank is not taken away first",
         [](const Lists& l) {
             const auto [ab, aa, bb] =
                 sums_of(right_ranks(l.x), right_ranks(l.y), 0.0, 0.0);
             return Close{ab / std::sqrt(aa * bb)};
         }},
        {"the root is missing below the line: √(Σa² · Σb²)",
         [](const Lists& l) {
             const auto [ab, aa, bb] = sums_of(right_ranks(l.x), right_ranks(l.y));
             return Close{ab / (aa * bb)};
         }},
        {"divided by the spread of the first list alone: √(Σa² · Σb²)",
         [](const Lists& l) {
             const auto [ab, aa, bb] = sums_of(right_ranks(l.x), right_ranks(l.y));
             return Close{ab / aa};
         }},
        {"the covariance of the ranks: divide by their spreads",
         [](const Lists& l) {
             const auto n = static_cast<double>(l.x.size());
             return Close{sums_of(right_ranks(l.x), right_ranks(l.y)).ab / n};
         }},
    };
}

}  // namespace

TEST_CASE("The ranks of numbers") {
    diagnosis::check<Numbers, Numbers>(
        {.inputs = lists(),
         .describe = [](const Numbers& numbers) { return show(numbers); },
         .right = right_ranks,
         .yours =
             [](const Numbers& numbers) { return nn::exercise::ranks(numbers); },
         .mistakes = mistakes_of_ranks()});
}

TEST_CASE("The correlation of ranks") {
    diagnosis::check<Lists, Close>(
        {.inputs = pairs(),
         .describe =
             [](const Lists& lists) {
                 return show(lists.x) + " and " + show(lists.y);
             },
         .right = right,
         .yours =
             [](const Lists& lists) {
                 return Close{nn::exercise::rank_correlation(lists.x, lists.y)};
             },
         .mistakes = mistakes_of_correlation()});
}
