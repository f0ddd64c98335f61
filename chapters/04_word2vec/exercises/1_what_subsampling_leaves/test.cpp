#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Near;
using diagnosis::show;
using Numbers = std::vector<double>;

struct Word {
    double count, total, sample;

    double over() const { return count / total / sample; }   // f/t
    double under() const { return sample * total / count; }  // t/f
};

double kept(Word w) {
    if (w.sample == 0.0) return 1.0;
    return std::min(1.0, std::sqrt(w.under()) + w.under());
}

std::vector<Word> words() {
    return {{1000, 10000, 0.001}, {40, 10000, 0.001}, {10, 10000, 0.001},
            {3, 10000, 0.001},    {500, 1000, 1e-4},  {26, 10000, 0.001},
            {27, 10000, 0.001},   {5, 100, 0.0},      {1, 1, 1e-5}};
}

std::vector<diagnosis::Mistake<Word, Near>> mistakes_of_chance() {
    return {
        {"the chance to be left out: asked for is the chance to stay",
         [](Word w) { return Near{1.0 - kept(w)}; }},
        {"the rule of the paper, √(t/f) alone: word2vec's program adds t/f to it",
         [](Word w) {
             return Near{w.sample == 0 ? 1 : std::min(1.0, std::sqrt(w.under()))};
         }},
        {"a chance above 1: a rare word stays, and more than that it cannot",
         [](Word w) {
             return Near{w.sample == 0 ? 1 : std::sqrt(w.under()) + w.under()};
         }},
        {"the count is taken for the share: f is count / total",
         [](Word w) {
             return Near{kept({w.count, 1.0, w.sample})};
         }},
        {"f/t and t/f are exchanged: so the common words stay",
         [](Word w) {
             return Near{
                 w.sample == 0 ? 1 : std::min(1.0, std::sqrt(w.over()) + w.over())};
         }},
        {"sample 0 removes every word: it stands for no subsampling",
         [](Word w) { return Near{w.sample == 0.0 ? 0.0 : kept(w)}; }},
        {"sample 0 divides by 0: it stands for no subsampling",
         [](Word w) {
             return Near{w.sample == 0.0 ? std::numeric_limits<double>::quiet_NaN()
                                         : kept(w)};
         }},
        {"the square root is missing: √(t/f) + t/f",
         [](Word w) {
             return Near{w.sample == 0 ? 1 : std::min(1.0, 2.0 * w.under())};
         }},
    };
}

struct Text {
    Numbers counts;
    double sample;

    double total() const {
        return std::accumulate(counts.begin(), counts.end(), 0.0);
    }
    double left(std::size_t word) const {
        return counts[word] * kept({counts[word], total(), sample});
    }
    double left() const {
        double sum = 0.0;
        for (std::size_t i = 0; i < counts.size(); ++i) sum += left(i);
        return sum;
    }
};

std::vector<Text> texts() {
    return {{{900, 100}, 0.025},
            {{5000, 1000, 300, 20, 20, 3, 1}, 1e-3},
            {{8, 8, 8, 8}, 1e-2},
            {{64, 32, 4}, 0.0},
            {{7}, 1e-4}};
}

std::vector<diagnosis::Mistake<Text, Close>> mistakes_of_share() {
    return {
        {"each word of the vocabulary counts the same: weigh its chance with its "
         "count",
         [](const Text& t) {
             double sum = 0.0;
             for (std::size_t i = 0; i < t.counts.size(); ++i)
                 sum += t.left(i) / t.counts[i];
             return Close{sum / static_cast<double>(t.counts.size())};
         }},
        {"the number of words that are left: divide it by the number of all",
         [](const Text& t) { return Close{t.left()}; }},
        {"the share that is left out: asked for is the one that stays",
         [](const Text& t) { return Close{1.0 - t.left() / t.total()}; }},
        {"the total grows while the chances are taken: add the counts up first",
         [](const Text& t) {
             double total = 0.0, left = 0.0;
             for (const double count : t.counts) {
                 total += count;
                 left += count * kept({count, total, t.sample});
             }
             return Close{left / total};
         }},
    };
}

}  // namespace

TEST_CASE("The chance of an occurrence to stay") {
    diagnosis::check<Word, Near>(
        {.inputs = words(),
         .describe =
             [](Word w) {
                 return "count " + show(w.count) + " of " + show(w.total) +
                        ", sample = " + show(w.sample);
             },
         .right = [](Word w) { return Near{kept(w)}; },
         .yours =
             [](Word w) {
                 return Near{
                     nn::exercise::keep_probability(w.count, w.total, w.sample)};
             },
         .mistakes = mistakes_of_chance()});
}

TEST_CASE("The share of the text that is left") {
    diagnosis::check<Text, Close>(
        {.inputs = texts(),
         .describe =
             [](const Text& t) {
                 return "counts " + show(t.counts) + ", sample = " + show(t.sample);
             },
         .right = [](const Text& t) { return Close{t.left() / t.total()}; },
         .yours =
             [](const Text& t) {
                 return Close{nn::exercise::share_left(t.counts, t.sample)};
             },
         .mistakes = mistakes_of_share()});
}
