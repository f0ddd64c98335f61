#include <string>
#include <vector>

#include "nn/io/stopwatch.hpp"
#include "nn/parallel.hpp"
#include "sections.hpp"
#include "simple_word2vec.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:peak]
/// \brief Multiplications and additions a second of large products of matrices, on
/// all threads at once.
double peak_flops(unsigned threads) {
    const arma::uword n = 768;
    const arma::fmat A(n, n, arma::fill::ones);
    std::vector<arma::fmat> products(threads);
    const auto multiply = [&] {
        for_each_shard(threads, threads, [&](std::size_t i) {
            for (int again = 0; again < 4; ++again) products[i] = A * A;
        });
    };
    multiply();
    const auto flops = 4.0 * 2.0 * static_cast<double>(n * n * n) * threads;
    return flops / seconds_of(multiply);
}
// [snip:peak]

// [snip:flops-a-word]
/// \brief What the algorithm multiplies and adds for a word of the text: for each
/// pair and each of its 1 + k guesses a score and two moves, 2d each.
double flops_a_word(const std::vector<Token>& text, const Vocabulary& vocabulary,
                    const Word2VecOptions& options) {
    Rng rng(options.seed);
    const auto kept = thinned_out(text, vocabulary, options.sample, rng);
    const double share =
        static_cast<double>(kept.size()) / static_cast<double>(text.size());
    const double pairs = static_cast<double>(options.context_window) + 1.0;  // mean
    return share * pairs * static_cast<double>(1 + options.negative_samples) * 6.0 *
           static_cast<double>(options.dimension);
}
// [snip:flops-a-word]

}  // namespace

// [snip:show-speed]
void show_speed(const Study& study, Report& report) {
    report.section("speed", "Words a second, on this machine");
    const std::vector<Token> text =
        first_lines(*study.corpus.tokens, study.options.quick ? 20'000 : 400'000);
    const std::vector<Token> little(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.size() / 4));
    Word2VecOptions options{.epochs = 1, .seed = study.options.seed};
    const auto rate = [&](const std::vector<Token>& words, unsigned threads) {
        TokenArray tokens(words);
        options.threads = threads;
        return static_cast<double>(words.size()) / seconds_of([&] {
                   if (threads > 0)
                       train_word2vec(tokens, study.corpus.vocabulary, options);
                   else
                       train_pair_by_pair(tokens, study.corpus.vocabulary, options,
                                          Architecture::skip_gram);
               });
    };
    const unsigned threads = study.options.threads;
    const double simple = rate(little, 0), one = rate(text, 1),
                 all = rate(text, threads);
    const double flops = flops_a_word(text, study.corpus.vocabulary, options);
    const double peak = peak_flops(threads);
    report.print("pair by pair, one thread        %9s words/s\n",
                 report.value("words-pair-by-pair", "%.0f", simple).c_str());
    report.print("the fast version, one thread    %9.0f, %s times as fast\n", one,
                 report.value("speed-ratio", "%.0f", one / simple).c_str());
    report.print("the fast version, %2u threads    %9.0f\n", threads, all);
    report.print(
        "its share of what products of matrices reach here   %s %%\n",
        report.value("peak-share", "%.0f", 100.0 * all * flops / peak).c_str());
    report.value("words-a-second", "%.0f", all);
    report.value("pair-by-pair-seconds", "%.0f",
                 5.0 * study.corpus.words / simple);
}
// [snip:show-speed]

}  // namespace nn
