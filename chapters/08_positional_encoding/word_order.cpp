#include "word_order.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:bags]
/// \brief The words of a clause, sorted, and its number.
using Bag = std::pair<std::vector<Token>, std::size_t>;

std::vector<Bag> sorted_bags(std::span<const Clause> clauses,
                             std::size_t shortest) {
    std::vector<Bag> bags;
    for (std::size_t number = 0; number < clauses.size(); ++number) {
        std::vector<Token> words = clauses[number].words;
        if (words.size() < shortest) continue;
        std::sort(words.begin(), words.end());
        bags.emplace_back(std::move(words), number);
    }
    std::sort(bags.begin(), bags.end());
    return bags;
}
// [snip:bags]

}  // namespace

// [snip:same-words]
std::vector<ClausePair> same_words_other_order(std::span<const Clause> clauses,
                                               std::size_t shortest) {
    const std::vector<Bag> bags = sorted_bags(clauses, shortest);
    std::vector<ClausePair> pairs;
    for (std::size_t first = 0, next = 0; first < bags.size(); first = next) {
        std::set<std::vector<Token>> orders;
        for (; next < bags.size() && bags[next].first == bags[first].first; ++next)
            if (orders.insert(clauses[bags[next].second].words).second &&
                orders.size() > 1)
                pairs.push_back({bags[first].second, bags[next].second});
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const ClausePair& a, const ClausePair& b) {
                  return std::tie(a.one, a.other) < std::tie(b.one, b.other);
              });
    return pairs;
}
// [snip:same-words]

// [snip:exchange]
std::optional<Exchange> exchange_of(std::span<const Token> one,
                                    std::span<const Token> other) {
    if (one.size() != other.size()) return {};
    std::size_t before = 0, after = 0;
    const std::size_t n = one.size();
    while (before < n && one[before] == other[before]) ++before;
    while (after < n - before && one[n - 1 - after] == other[n - 1 - after])
        ++after;
    const auto a = one.subspan(before, n - before - after),
               b = other.subspan(before, n - before - after);
    const auto same = [](std::span<const Token> x, std::span<const Token> y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end());
    };
    for (std::size_t first = 1; first + 1 < a.size(); ++first) {
        if (!same(a.first(first), b.last(first))) continue;
        for (std::size_t second = 1; first + second < a.size(); ++second) {
            const std::size_t middle = a.size() - first - second;
            if (same(a.last(second), b.first(second)) &&
                same(a.subspan(first, middle), b.subspan(second, middle)))
                return Exchange{before, first, middle, second};
        }
    }
    return {};
}
// [snip:exchange]

// [snip:places]
std::vector<std::size_t> places_in(std::span<const Token> one,
                                   std::span<const Token> other) {
    std::vector<std::size_t> places;
    std::vector<bool> taken(other.size());
    for (const Token word : one) {
        std::size_t place = 0;
        while (place < other.size() && (taken[place] || other[place] != word))
            ++place;
        if (place == other.size()) break;
        taken[place] = true;
        places.push_back(place);
    }
    require(places.size() == one.size() && one.size() == other.size(), "places_in",
            std::to_string(one.size()) + " words and " +
                std::to_string(other.size()) + ", of which " +
                std::to_string(places.size()) +
                " are the same; give the same words in another order");
    return places;
}
// [snip:places]

}  // namespace nn
