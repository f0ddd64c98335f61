#include <array>
#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::exercise::Matrix;

struct Words {
    Matrix counts;
    std::size_t i, j, k;

    double row(std::size_t at) const {
        double sum = 0.0;
        for (const double x : counts[at]) sum += x;
        return sum;
    }
    double column(std::size_t at) const {
        double sum = 0.0;
        for (const auto& line : counts) sum += line[at];
        return sum;
    }
    double all() const {
        double sum = 0.0;
        for (std::size_t at = 0; at < counts.size(); ++at) sum += row(at);
        return sum;
    }
    double p(std::size_t word, std::size_t near) const {
        return counts[near][word] / row(near);
    }
    double share(std::size_t word) const { return column(word) / all(); }
};

std::vector<Words> words() {
    const Matrix ice{{8, 2}, {1, 9}};
    const Matrix four{
        {2, 5, 0.5, 1}, {3, 0, 6, 0.25}, {1.5, 4, 2, 0}, {7, 0.5, 1, 3}};
    std::vector<Words> all{{ice, 0, 1, 0}, {ice, 0, 1, 1}, {ice, 1, 0, 1}};
    for (const auto& [i, j, k] : {std::array<std::size_t, 3>{0, 1, 2},
                                  {2, 0, 1},
                                  {3, 2, 0},
                                  {0, 2, 3},
                                  {1, 3, 1},
                                  {2, 3, 3}})
        all.push_back({four, i, j, k});
    return all;
}

std::string describe(const Words& w) {
    return "counts " + show(w.counts) + ", i = " + show(w.i) +
           ", j = " + show(w.j) + ", k = " + show(w.k);
}

using Mistakes = std::vector<diagnosis::Mistake<Words, Close>>;

Mistakes mistakes_of_probability() {
    return {
        {"P(i|k): the condition is i, whose row is divided by its sum",
         [](const Words& w) { return Close{w.p(w.i, w.k)}; }},
        {"divided by the column of k: the condition is i, so its row counts",
         [](const Words& w) { return Close{w.counts[w.i][w.k] / w.column(w.k)}; }},
        {"divided by the whole table: that is the probability of the pair",
         [](const Words& w) { return Close{w.counts[w.i][w.k] / w.all()}; }},
        {"the count itself: divide it by the sum of the row",
         [](const Words& w) { return Close{w.counts[w.i][w.k]}; }},
    };
}

Mistakes mistakes_of_ratio() {
    return {
        {"the ratio is upside down: i stands above the line, j below it",
         [](const Words& w) { return Close{w.p(w.k, w.j) / w.p(w.k, w.i)}; }},
        {"a ratio of counts: a common word has large ones with everybody",
         [](const Words& w) {
             return Close{w.counts[w.i][w.k] / w.counts[w.j][w.k]};
         }},
        {"a difference of logarithms, and the ratio itself is asked for",
         [](const Words& w) {
             return Close{std::log(w.p(w.k, w.i)) - std::log(w.p(w.k, w.j))};
         }},
    };
}

Mistakes mistakes_of_information() {
    const auto exact = [](const Words& w) {
        return std::log(w.p(w.k, w.i) / w.share(w.k));
    };
    return {
        {"the logarithm to base 2: nats are asked for",
         [=](const Words& w) { return Close{exact(w) / std::log(2.0)}; }},
        {"the logarithm is missing",
         [=](const Words& w) { return Close{std::exp(exact(w))}; }},
        {"the sum of k's row is taken, and its share is in its column",
         [](const Words& w) {
             return Close{std::log(w.p(w.k, w.i) / (w.row(w.k) / w.all()))};
         }},
        {"the share of i is divided by once more: P(k|i) has taken it into account",
         [](const Words& w) {
             return Close{
                 std::log(w.p(w.k, w.i) / (w.share(w.k) * w.row(w.i) / w.all()))};
         }},
        {"the share of k is not divided by: a common word is near everybody",
         [](const Words& w) { return Close{std::log(w.p(w.k, w.i))}; }},
        {"k's sum is not divided by the whole table: its share is asked for",
         [](const Words& w) {
             return Close{std::log(w.p(w.k, w.i) / w.column(w.k))};
         }},
        {"words that never met have minus infinity",
         [=](const Words& w) {
             return Close{w.counts[w.i][w.k] == 0.0 ? 0.0 : exact(w)};
         }},
    };
}

}  // namespace

TEST_CASE("The probability of a neighbour") {
    diagnosis::check<Words, Close>(
        {.inputs = words(),
         .describe = describe,
         .right = [](const Words& w) { return Close{w.p(w.k, w.i)}; },
         .yours =
             [](const Words& w) {
                 return Close{nn::exercise::probability(w.counts, w.k, w.i)};
             },
         .mistakes = mistakes_of_probability()});
}

TEST_CASE("The ratio of two probabilities") {
    diagnosis::check<Words, Close>(
        {.inputs = words(),
         .describe = describe,
         .right =
             [](const Words& w) { return Close{w.p(w.k, w.i) / w.p(w.k, w.j)}; },
         .yours =
             [](const Words& w) {
                 return Close{nn::exercise::ratio(w.counts, w.k, w.i, w.j)};
             },
         .mistakes = mistakes_of_ratio()});
}

TEST_CASE("The mutual information of two words") {
    diagnosis::check<Words, Close>(
        {.inputs = words(),
         .describe = describe,
         .right =
             [](const Words& w) {
                 return Close{std::log(w.p(w.k, w.i) / w.share(w.k))};
             },
         .yours =
             [](const Words& w) {
                 return Close{nn::exercise::mutual_information(w.counts, w.i, w.k)};
             },
         .mistakes = mistakes_of_information()});
}
