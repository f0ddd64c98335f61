#include "length_trial.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "nn/alphabet.hpp"
#include "nn/io/error.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/text.hpp"
#include "nn/parallel.hpp"

namespace nn {

namespace {

// [snip:trial-alphabet]
Alphabet alphabet_of(const Corpus& corpus, const std::string& text) {
    try {
        return Alphabet(text);
    } catch (const std::invalid_argument& refused) {
        throw InputError(corpus.name + ": " + refused.what());
    }
}
// [snip:trial-alphabet]

}  // namespace

// [snip:trial-text-read]
TrialText trial_text(const Corpus& corpus) {
    std::string folded;
    for (const std::string& line : corpus.lines) append_folded(line + '\n', folded);
    const Alphabet alphabet = alphabet_of(corpus, folded);
    std::vector<Token> all = alphabet.encode(folded);
    const std::size_t learned = all.size() * 9 / 10, judged = all.size() - learned;
    if (judged <= judged_lengths.back())
        throw InputError(
            corpus.name + ": " + std::to_string(all.size()) +
            " characters, of which the last tenth must hold more than " +
            std::to_string(judged_lengths.back()) + "; give a text of at least " +
            std::to_string(10 * (judged_lengths.back() + 1)));
    if (alphabet.size() < 2)
        throw InputError(corpus.name +
                         ": all characters are the same; give a text with at least "
                         "2 kinds");
    constexpr std::size_t most = 64;
    for (Token& symbol : all) symbol = std::min(symbol, Token(most - 1));
    const auto end = all.begin() + std::ptrdiff_t(learned);
    return {corpus.name,
            std::min(alphabet.size(), most),
            {all.begin(), end},
            {end, all.end()}};
}
// [snip:trial-text-read]

// [snip:judged-pieces]
std::size_t judged_symbols(const Options& options, const TrialText& text) {
    const std::size_t longest = judged_lengths.back();
    const std::size_t held_out = (text.held_out.size() - 1) / longest * longest;
    return std::min<std::size_t>(held_out, options.quick ? 4096 : 12'288);
}

CausalBatch judged_pieces(const Options& options, const TrialText& text,
                          std::size_t length) {
    return first_pieces(text.held_out, length,
                        judged_symbols(options, text) / length);
}
// [snip:judged-pieces]

namespace {

// [snip:trial-train]
CausalModel beginner(const TrialText& text, PositionKind kind, std::uint32_t seed) {
    Rng rng(seed);
    return {{.positions = kind,
             .symbols = text.symbols,
             .longest = judged_lengths.back()},
            rng};
}

/// \brief Models of the same seed see the same pieces in the same order.
void train_on_text(CausalModel& model, const TrialText& text, std::uint32_t seed,
                   std::size_t updates, const std::function<void()>& done) {
    Rng places(~seed);
    train(
        model, {.updates = updates},
        [&] { return random_pieces(text.train, trained_length, 8, places); }, done);
}
// [snip:trial-train]

// [snip:trial-judge]
/// \brief Judges model number `m` at all lengths.
void judge(const Options& options, const TrialText& text, std::size_t m,
           LengthTrial& trial, arma::mat& by_place) {
    for (std::size_t l = 0; l < judged_lengths.size(); ++l) {
        const arma::vec bits =
            losses_by_place(trial.models[m],
                            judged_pieces(options, text, judged_lengths[l])) /
            std::numbers::ln2;
        trial.bits(l, m / trial_seeds, m % trial_seeds) = arma::mean(bits);
        if (l + 1 == judged_lengths.size()) by_place.col(m) = bits;
    }
}
// [snip:trial-judge]

}  // namespace

// [snip:length-trial-run]
LengthTrial length_trial(const Options& options, const TrialText& text) {
    const std::size_t kinds = position_kinds.size(),
                      updates = options.quick ? 60 : 600;
    LengthTrial trial;
    for (const PositionKind kind : position_kinds)
        for (std::uint32_t s = 0; s < trial_seeds; ++s)
            trial.models.push_back(beginner(text, kind, options.seed + s));
    trial.bits.set_size(judged_lengths.size(), kinds, trial_seeds);
    arma::mat by_place(judged_lengths.back(), trial.models.size());
    Progress bar("Five encodings", "steps", trial.models.size() * updates);
    for_each_shard(trial.models.size(), options.threads, [&](std::size_t m) {
        train_on_text(trial.models[m], text,
                      options.seed + std::uint32_t(m % trial_seeds), updates,
                      [&] { bar.step(); });
        judge(options, text, m, trial, by_place);
    });
    trial.by_place.set_size(by_place.n_rows, kinds);
    for (std::size_t k = 0; k < kinds; ++k)
        trial.by_place.col(k) = arma::mean(
            by_place.cols(k * trial_seeds, (k + 1) * trial_seeds - 1), 1);
    return trial;
}
// [snip:length-trial-run]

// [snip:moment-of-training]
std::vector<float> moment_of_training(const TrialText& text, std::uint32_t seed,
                                      unsigned threads) {
    std::vector<CausalModel> models;
    for (const PositionKind kind : position_kinds)
        models.push_back(beginner(text, kind, seed));
    for_each_shard(models.size(), threads, [&](std::size_t m) {
        train_on_text(models[m], text, seed, 10, [] {});
    });
    std::vector<float> all;
    for (const CausalModel& model : models)
        all.insert(all.end(), model.parameters().begin(), model.parameters().end());
    return all;
}
// [snip:moment-of-training]

// [snip:count-bits]
double counted_bits(const TrialText& text, std::size_t judged, bool looks_back) {
    arma::mat counts(text.symbols, text.symbols, arma::fill::ones);
    const auto before = [&](Token symbol) { return looks_back ? symbol : 0; };
    for (std::size_t i = 1; i < text.train.size(); ++i)
        ++counts(text.train[i], before(text.train[i - 1]));
    double bits = 0;
    for (std::size_t i = 1; i <= judged; ++i) {
        const arma::subview_col<double> seen =
            counts.col(before(text.held_out[i - 1]));
        bits -= std::log2(seen[text.held_out[i]] / arma::accu(seen));
    }
    return bits / double(judged);
}
// [snip:count-bits]

}  // namespace nn
