/// Our side of chapter 4's race: skip-gram on the text that the peers read.
#include <benchmark/benchmark.h>

#include <string>

#include "nn/word2vec.hpp"
#include "word_vectors_race.hpp"

namespace {

nn::WordEmbedding train(const nn::TokenCorpus& corpus, benchmark::State& state) {
    const nn::Word2VecOptions options{.threads = 2};
    state.counters["words"] = corpus.words * static_cast<double>(options.epochs);
    return nn::train_word2vec(*corpus.tokens, corpus.vocabulary, options);
}

void training(benchmark::State& state) {
    const nn::TokenCorpus corpus = race::text();
    arma::fmat vectors;
    for (auto _ : state) vectors = train(corpus, state).centre;
    race::keep_ours(corpus.vocabulary, vectors);
}

void text_to_vectors(benchmark::State& state) {
    for (auto _ : state) train(race::text(), state);
}

BENCHMARK(training)
    ->Name("skip-gram, training")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(text_to_vectors)
    ->Name("text to vectors")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == std::string("--scores"))
        return race::show_scores(true);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
