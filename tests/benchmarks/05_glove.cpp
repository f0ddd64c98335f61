/// Our side of chapter 5's race: from the text that the peers read to vectors. And,
/// with --scores, the fast trainer against its classic rival, the algorithm of the
/// paper as programs have it, in double, with two threads that overwrite each
/// other's rows.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "cell_files.hpp"
#include "nn/io/word_source.hpp"
#include "nn/vocabulary.hpp"
#include "simple_glove.hpp"
#include "train_glove.hpp"
#include "word_vectors_race.hpp"

namespace {

constexpr unsigned threads = 2;
constexpr std::size_t dimension = 100, iterations = 15;
constexpr double x_max = 10.0, power = 0.75, rate = 0.05;

/// The Bible, a verse a line; words that occur five times.
struct Text {
    std::size_t words;
    std::vector<nn::Token> tokens;
};

Text bible() {
    std::vector<std::string> words;
    std::vector<std::size_t> line_ends;
    nn::read_bible([&](std::string_view word) {
        if (word.empty())
            line_ends.push_back(words.size());
        else
            words.emplace_back(word);
    });
    const nn::Vocabulary vocabulary(nn::count_words(words), 5.0);
    Text text{vocabulary.size(), {}};
    std::size_t line = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (; line < line_ends.size() && line_ends[line] == i; ++line)
            text.tokens.push_back(nn::line_end);
        if (const auto token = vocabulary.find(words[i]))
            text.tokens.push_back(*token);
    }
    return text;
}

/// Rows of d numbers and a bias, for all words as rows and then as columns.
class Classic {
public:
    Classic(std::size_t words, const std::vector<nn::Cell>& cells)
        : words_(words), cells_(cells), w_(2 * words * row), sums_(w_.size(), 1.0) {
        nn::Rng rng(42);
        for (double& x : w_) x = (rng.uniform() - 0.5) / dimension;
    }

    double iteration() {
        std::vector<double> costs(threads);
        std::vector<std::thread> team;
        for (unsigned t = 0; t < threads; ++t)
            team.emplace_back([&, t] {
                const std::size_t begin = cells_.size() * t / threads;
                const std::size_t end = cells_.size() * (t + 1) / threads;
                double cost = 0;
                for (std::size_t i = begin; i < end; ++i) cost += learn(cells_[i]);
                costs[t] = cost;
            });
        for (std::thread& thread : team) thread.join();
        return (costs[0] + costs[1]) / static_cast<double>(cells_.size());
    }

private:
    static constexpr std::size_t row = dimension + 1;

    double learn(const nn::Cell& cell) {
        double *const w = &w_[cell.row * row], *const w_sum =
                                                   &sums_[cell.row * row];
        double* const c = &w_[(words_ + cell.column) * row];
        double* const c_sum = &sums_[(words_ + cell.column) * row];
        double diff = w[dimension] + c[dimension] - std::log(cell.x);
        for (std::size_t k = 0; k < dimension; ++k) diff += w[k] * c[k];
        const double weight =
            cell.x > x_max ? 1.0 : std::pow(cell.x / x_max, power);
        const double slope = weight * diff * rate;
        for (std::size_t k = 0; k < dimension; ++k) {
            const double w_step = slope * c[k], c_step = slope * w[k];
            w[k] -= w_step / std::sqrt(w_sum[k]);
            c[k] -= c_step / std::sqrt(c_sum[k]);
            w_sum[k] += w_step * w_step;
            c_sum[k] += c_step * c_step;
        }
        w[dimension] -= slope / std::sqrt(w_sum[dimension]);
        c[dimension] -= slope / std::sqrt(c_sum[dimension]);
        w_sum[dimension] += slope * slope;
        c_sum[dimension] += slope * slope;
        return 0.5 * weight * diff * diff;
    }

    std::size_t words_;
    const std::vector<nn::Cell>& cells_;
    std::vector<double> w_, sums_;
};

double now() {
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

nn::GloveOptions options() {
    return {.dimension = dimension,
            .iterations = iterations,
            .learning_rate = rate,
            .threads = threads};
}

/// Seconds of training, and the mean cost of the last iteration.
struct Race {
    double seconds, cost;
};

Race fast(const nn::BlockFile& blocks, std::size_t words) {
    const double start = now();
    const double cost = nn::train_glove(blocks, words, options()).costs.back();
    return {now() - start, cost};
}

Race classic(const std::vector<nn::Cell>& cells, std::size_t words) {
    Classic trainer(words, cells);
    const double start = now();
    double cost = 0;
    for (std::size_t i = 0; i < iterations; ++i) cost = trainer.iteration();
    return {now() - start, cost};
}

/// One iteration, one thread.
Race simple(const std::vector<nn::Cell>& cells, std::size_t words) {
    nn::SimpleGlove trainer(words, options());
    const double start = now();
    const double cost = trainer.learn(cells, {x_max, power});
    return {now() - start, cost};
}

double median(std::array<double, 3> values) {
    std::sort(values.begin(), values.end());
    return values[1];
}

/// Three rounds in turn. 1 if the fast trainer is below six times the classic one,
/// or ends at a cost more than 5 % above .0256, where GloVe's own program ends.
int show_trainers() {
    const Text text = bible();
    nn::TokenArray tokens(text.tokens);
    const nn::BlockFile blocks(nn::CellRuns(tokens, {}), {x_max, power});
    std::vector<nn::Cell> cells = nn::count_pairs(tokens, {});
    nn::Rng rng(1);
    rng.shuffle(std::span(cells));
    std::array<double, 3> ours{}, theirs{}, plain{};
    Race last{}, lock_free{};
    for (std::size_t i = 0; i < 3; ++i) {
        ours[i] = (last = fast(blocks, text.words)).seconds;
        theirs[i] = (lock_free = classic(cells, text.words)).seconds;
        plain[i] = simple(cells, text.words).seconds;
    }
    const double million = static_cast<double>(cells.size() * iterations) / 1e6;
    const double ratio = median(theirs) / median(ours);
    const bool is_fast = ratio >= 6.0, is_good = last.cost <= 1.05 * 0.0256;
    std::printf(
        "The Bible a verse a line, %zu cells, %zu iterations, two threads\n",
        cells.size(), iterations);
    std::printf(
        "  blocks, in float         %5.1f million cells/s, last cost %.4f%s\n",
        million / median(ours), last.cost, is_good ? "" : " MISSED");
    std::printf(
        "  lock-free, in double     %5.1f million cells/s, last cost %.4f; "
        "ours %.1f times as fast (bound 6%s)\n",
        million / median(theirs), lock_free.cost, ratio, is_fast ? "" : ", MISSED");
    std::printf("  simple, one thread       %5.1f million cells/s\n",
                million / iterations / median(plain));
    return is_fast && is_good ? 0 : 1;
}

void text_to_vectors(benchmark::State& state) {
    for (auto _ : state) {
        const nn::TokenCorpus corpus = race::text();
        const nn::BlockFile blocks(nn::CellRuns(*corpus.tokens, {}),
                                   {x_max, power});
        const auto learnt =
            nn::train_glove(blocks, corpus.vocabulary.size(), options());
        race::keep_ours(corpus.vocabulary, learnt.word + learnt.context);
        state.counters["words"] = corpus.words;
    }
}

BENCHMARK(text_to_vectors)
    ->Name("text to vectors")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == std::string("--scores")) {
        const int scores = race::show_scores(false);
        return std::max(scores, show_trainers());
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
