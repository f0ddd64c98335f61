#include "gap_reading.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

#include "nn/parallel.hpp"
#include "nn/require.hpp"
#include "nn/softmax.hpp"

namespace nn {

// [snip:gaps-of]
std::vector<Gap> gaps_of(std::span<const TokenLine> lines, const Answers& answers,
                         std::size_t most, Rng& rng) {
    std::vector<Gap> gaps;
    for (const TokenLine& line : lines) {
        std::vector<std::size_t> places;  // that may be hidden
        std::size_t known = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            known += line[i] != unknown_word;
            if (answers.contain(line[i])) places.push_back(i);
        }
        for (std::size_t n = 0; known > 1 && n < most && !places.empty(); ++n) {
            const std::size_t chosen = rng.integer(0, places.size());
            gaps.push_back({line, places[chosen]});
            places.erase(places.begin() + std::ptrdiff_t(chosen));
        }
    }
    return gaps;
}
// [snip:gaps-of]

namespace {

// [snip:judge-gaps]
constexpr std::size_t gaps_a_shard = 256;

GapScore sum_of_shard(const GapModel& model, std::span<const Gap> gaps) {
    GapContextPass<float> pass;
    const arma::fmat Z = model.scores(gaps, pass);  // answers × gaps
    GapScore sum;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const Token right = gaps[i].hidden() - model.answers().first;
        sum.bits += double(cross_entropy<float>({Z.colptr(i), Z.n_rows}, right)) /
                    std::numbers::ln2;
        sum.right += Z.col(i).index_max() == right;
    }
    return sum;
}

}  // namespace

GapScore judge_gaps(const GapModel& model, std::span<const Gap> gaps,
                    unsigned threads) {
    require(!gaps.empty(), "judge_gaps", "no gap; give at least 1");
    std::vector<GapScore> sums((gaps.size() + gaps_a_shard - 1) / gaps_a_shard);
    for_each_shard(sums.size(), threads, [&](std::size_t shard) {
        const std::size_t from = shard * gaps_a_shard;
        sums[shard] = sum_of_shard(
            model, gaps.subspan(from, std::min(gaps_a_shard, gaps.size() - from)));
    });
    GapScore all;
    for (const GapScore& sum : sums) all.bits += sum.bits, all.right += sum.right;
    const double count = static_cast<double>(gaps.size());
    return {all.bits / count, all.right / count};
}
// [snip:judge-gaps]

// [snip:answer-gap]
GapAnswer answer_gap(const GapModel& model, const Gap& gap, std::size_t guesses) {
    GapContextPass<float> pass;
    const arma::fmat z = model.scores({&gap, 1}, pass);  // answers × 1
    std::vector<Token> order(z.n_rows);
    std::iota(order.begin(), order.end(), Token{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Token a, Token b) { return z[a] > z[b]; });
    order.resize(std::min<std::size_t>(guesses, order.size()));
    for (Token& answer : order) answer += model.answers().first;
    return {pass.A[0], order};
}
// [snip:answer-gap]

// [snip:looked-at]
namespace {

void add_weights(const Gap& gap, const arma::fmat& A,
                 std::vector<LookedAt>& words) {
    const arma::fvec weights = arma::mean(A, 1);  // of the heads: words of the line
    double shown = 0.0;
    for (std::size_t j = 0; j < gap.words.size(); ++j) shown += gap.shows(j);
    for (std::size_t j = 0; j < gap.words.size(); ++j) {
        if (!gap.shows(j)) continue;
        words[gap.words[j]].times += 1.0;
        words[gap.words[j]].weight += double(weights[j]) * shown;
    }
}

}  // namespace

std::vector<LookedAt> looked_at(const GapModel& model, std::span<const Gap> gaps,
                                std::size_t vocabulary) {
    std::vector<LookedAt> words(vocabulary);
    GapContextPass<float> pass;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        model.contexts(gaps.subspan(i, 1), pass);
        add_weights(gaps[i], pass.A[0], words);
    }
    for (LookedAt& word : words)
        if (word.times > 0) word.weight /= word.times;
    return words;
}
// [snip:looked-at]

}  // namespace nn
