#include "nn/word_tests.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "nn/analogy_search.hpp"
#include "nn/rank_correlation.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:looked-at]
constexpr std::size_t most_looked_at = 300'000;

std::span<const std::string> looked_at(const WordSpace& space,
                                       std::span<const std::string> keys) {
    require(keys.size() == space.words().size(), "word_tests",
            std::to_string(keys.size()) + " keys and " +
                std::to_string(space.words().size()) + " words; give a key a word");
    return keys.first(std::min(keys.size(), most_looked_at));
}
// [snip:looked-at]

// [snip:rank-agreement]
std::optional<double> rank_agreement(const std::vector<double>& x,
                                     const std::vector<double>& y) {
    const auto have_order = [](const std::vector<double>& numbers) {
        return std::adjacent_find(numbers.begin(), numbers.end(),
                                  std::not_equal_to<>()) != numbers.end();
    };
    if (!have_order(x) || !have_order(y)) return std::nullopt;
    return spearman(x, y);
}

// [snip:rank-agreement]

}  // namespace

// [snip:score-similarity]
SimilarityScore score_similarity(const WordSpace& space,
                                 std::span<const std::string> keys,
                                 std::span<const WordPair> pairs) {
    const WordIndex index(looked_at(space, keys));
    std::vector<double> people, cosines;
    for (const WordPair& pair : pairs) {
        const auto first = index.find(pair.first), second = index.find(pair.second);
        if (!first || !second) continue;
        people.push_back(pair.score);
        cosines.push_back(space.cosine_of(*first, *second));
    }
    return {pairs.size(), people.size(), rank_agreement(people, cosines)};
}
// [snip:score-similarity]

namespace {

// [snip:asked-words]
/// \brief The different words that questions ask about, numbered as they come.
class AskedWords {
public:
    std::size_t number_of(std::size_t place) {
        const auto [entry, is_new] = numbers_.try_emplace(place, places_.size());
        if (is_new) places_.push_back(place);
        return entry->second;
    }
    bool has(std::size_t place) const { return numbers_.contains(place); }
    const std::vector<arma::uword>& places() const { return places_; }

private:
    std::unordered_map<std::size_t, std::size_t> numbers_;  // by the word's place
    std::vector<arma::uword> places_;                       // by its number
};
// [snip:asked-words]

// [snip:places-of]
/// \brief Where the four words stand, or nothing if one is unknown.
std::optional<std::array<std::size_t, 4>> places_of(const Analogy& words,
                                                    const WordIndex& index) {
    std::array<std::size_t, 4> places;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::optional<std::size_t> place = index.find(words[i]);
        if (!place) return std::nullopt;
        places[i] = *place;
    }
    return places;
}
// [snip:places-of]

// [snip:covered-questions]
std::vector<AnalogyQuestion> covered_questions(
    std::span<const AnalogySection> sections, const WordIndex& index,
    AskedWords& asked) {
    std::vector<AnalogyQuestion> covered;
    for (std::size_t section = 0; section < sections.size(); ++section)
        for (const Analogy& words : sections[section].questions) {
            const auto places = places_of(words, index);
            if (!places) continue;
            AnalogyQuestion question{{}, (*places)[3], section};
            for (std::size_t i = 0; i < 3; ++i)
                question.asked[i] = asked.number_of((*places)[i]);
            covered.push_back(question);
        }
    return covered;
}
// [snip:covered-questions]

// [snip:same-key]
/// \brief For each place the first place with its key, which stands for all of
/// them.
std::vector<std::size_t> first_places(std::span<const std::string> keys,
                                      const WordIndex& index) {
    std::vector<std::size_t> first;
    for (const std::string& key : keys) first.push_back(*index.find(key));
    return first;
}

SameKey places_with_key(const std::vector<std::size_t>& first, AskedWords& words) {
    SameKey places(words.places().size());
    for (std::size_t i = 0; i < first.size(); ++i)
        if (words.has(first[i])) places[words.number_of(first[i])].push_back(i);
    return places;
}
// [snip:same-key]

// [snip:count-right]
void count_right(const std::vector<AnalogyQuestion>& questions,
                 const std::vector<AnalogyAnswers>& answers,
                 const std::vector<std::size_t>& first,
                 std::vector<AnalogyScore>& scores) {
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto right = [&](const BestAnswer& best) {
            return best.found() && first[best.place] == questions[i].answer ? 1U
                                                                            : 0U;
        };
        AnalogyScore& score = scores[questions[i].section];
        ++score.covered;
        score.right_by_adding += right(answers[i].by_adding);
        score.right_by_multiplying += right(answers[i].by_multiplying);
    }
}
// [snip:count-right]

}  // namespace

// [snip:score-analogies]
std::vector<AnalogyScore> score_analogies(
    const WordSpace& space, std::span<const std::string> keys,
    std::span<const AnalogySection> sections) {
    keys = looked_at(space, keys);
    const WordIndex index(keys);
    const std::vector<std::size_t> first = first_places(keys, index);
    AskedWords words;
    const std::vector<AnalogyQuestion> questions =
        covered_questions(sections, index, words);
    const arma::fmat asked =
        space.directions().cols(arma::uvec(words.places()));  // d × words asked
    const std::vector<AnalogyAnswers> answers =
        search_answers(questions, space.directions(), keys.size(), asked,
                       places_with_key(first, words));
    // [snip:score-analogies]
    // [snip:scores-by-section]
    std::vector<AnalogyScore> scores;
    for (const AnalogySection& section : sections)
        scores.push_back({section.name, section.questions.size()});
    count_right(questions, answers, first, scores);
    return scores;
}
// [snip:scores-by-section]

// [snip:total-of]
AnalogyScore total_of(std::span<const AnalogyScore> scores) {
    AnalogyScore total{"total"};
    for (const AnalogyScore& score : scores) {
        total.given += score.given;
        total.covered += score.covered;
        total.right_by_adding += score.right_by_adding;
        total.right_by_multiplying += score.right_by_multiplying;
    }
    return total;
}
// [snip:total-of]

}  // namespace nn
