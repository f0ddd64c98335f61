#include "nn/analogy_search.hpp"

#include <algorithm>

#include "nn/vector_math.hpp"
#include "nn/word_vectors.hpp"

namespace nn {

namespace {

// [snip:best-answer]
constexpr std::size_t block = 256;  // words; with 1,000 asked words 1 MB of cosines
static_assert(block % vector_lanes == 0);
using BlockScores = std::array<float, block>;
constexpr float never = -std::numeric_limits<float>::infinity();

/// \brief Looks at the words from place `begin` on; of equal scores the first
/// stays.
void look(BestAnswer& best, const BlockScores& scores, std::size_t begin) {
    std::array<float, vector_lanes> highest;
    highest.fill(never);
    for (std::size_t i = 0; i < block; i += vector_lanes)
        for (std::size_t lane = 0; lane < vector_lanes; ++lane)
            highest[lane] = std::max(highest[lane], scores[i + lane]);
    const float top = *std::max_element(highest.begin(), highest.end());
    if (top <= best.score) return;
    const auto* const at = std::find(scores.begin(), scores.end(), top);
    best = {top, begin + static_cast<std::size_t>(at - scores.begin())};
}
// [snip:best-answer]

// [snip:block-scores]
/// \brief The scores of a block of words as answers, from their cosines with the
/// words asked about.
template <class Score>
BlockScores block_scores(const arma::fmat& cosines, const AnalogyQuestion& q,
                         Score score) {
    const float* const a = cosines.colptr(q.asked[0]);
    const float* const b = cosines.colptr(q.asked[1]);
    const float* const c = cosines.colptr(q.asked[2]);
    BlockScores scores;
    scores.fill(never);
    for (std::size_t i = 0; i < cosines.n_rows; ++i)
        scores[i] = score(a[i], b[i], c[i]);
    return scores;
}
// [snip:block-scores]

// [snip:leave-out]
void leave_out(const AnalogyQuestion& q, const SameKey& same_key, std::size_t begin,
               BlockScores& scores) {
    for (const std::size_t word : q.asked)
        for (const std::size_t place : same_key[word])
            if (place >= begin && place < begin + block)
                scores[place - begin] = never;
}
// [snip:leave-out]

// [snip:answers]
void look_through(const arma::fmat& cosines, std::size_t begin,
                  const AnalogyQuestion& q, const SameKey& same_key,
                  AnalogyAnswers& answers) {
    const auto look_by = [&](BestAnswer& best, auto score) {
        BlockScores scores = block_scores(cosines, q, score);
        leave_out(q, same_key, begin, scores);
        look(best, scores, begin);
    };
    look_by(answers.by_adding,
            [](float a, float b, float c) { return three_cos_add(a, b, c); });
    look_by(answers.by_multiplying,
            [](float a, float b, float c) { return three_cos_mul(a, b, c); });
}
// [snip:answers]

}  // namespace

// [snip:answers-to]
std::vector<AnalogyAnswers> search_answers(
    const std::vector<AnalogyQuestion>& questions,
    const arma::fmat& directions,  // d × V
    std::size_t words,
    const arma::fmat& asked,  // d × n
    const SameKey& same_key) {
    std::vector<AnalogyAnswers> answers(questions.size());
    for (std::size_t begin = 0; begin < words; begin += block) {
        const std::size_t last = std::min(begin + block, words) - 1;
        const arma::fmat cosines =
            directions.cols(begin, last).t() * asked;  // 256 × n
        for (std::size_t i = 0; i < questions.size(); ++i)
            look_through(cosines, begin, questions[i], same_key, answers[i]);
    }
    return answers;
}
// [snip:answers-to]

}  // namespace nn
