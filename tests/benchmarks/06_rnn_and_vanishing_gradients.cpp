/// Our side of chapter 6's race: training steps of a character model. The last
/// value of each is the loss after them; the weights, the symbols and the steps are
/// those of the peer, who draws the same numbers.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "character_race.hpp"
#include "nn/io/blas_threads.hpp"
#include "nn/parallel.hpp"

namespace {

/// Twice the work of the forward pass goes back; one-hot inputs cost nothing.
double flops_of(std::size_t gates) {
    const double sums = static_cast<double>(gates * race::hidden);
    const double n = race::hidden;
    return 3 * 2 * 2500.0 * (sums * n + sums * 2 * n + n * race::symbols);
}

void step(benchmark::State& state, nn::CellKind cell, std::size_t gates) {
    const std::vector<nn::Token> tokens = race::text();
    nn::CharacterModel model = race::model(cell);
    nn::CharacterTrainer trainer(model, tokens, race::training);
    for (std::size_t i = 0; i < race::compared_steps; ++i)
        state.counters["value_" + std::to_string(i)] = trainer.step();
    for (auto _ : state) benchmark::DoNotOptimize(trainer.step());
    state.counters["flops"] = flops_of(gates);
}

/// The measure of all: two threads, a product of large matrices each.
void product(benchmark::State& state) {
    constexpr arma::uword n = 1024;
    const arma::fmat A(n, n, arma::fill::value(0.5F));
    std::vector<arma::fmat> C(race::training.threads);
    for (auto _ : state)
        nn::for_each_shard(C.size(), race::training.threads,
                           [&](std::size_t i) { C[i] = A * A; });
    state.counters["flops"] = 2.0 * n * n * n * static_cast<double>(C.size());
}

}  // namespace

int main(int argc, char** argv) {
    using nn::CellKind;
    benchmark::Initialize(&argc, argv);
    nn::use_one_blas_thread();
    benchmark::RegisterBenchmark("product, 1024", product)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    const auto add = [](const char* name, CellKind cell, std::size_t gates) {
        benchmark::RegisterBenchmark(name, step, cell, gates)
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    };
    add("Elman, training step", CellKind::elman, 1);
    add("GRU, training step", CellKind::gru, 3);
    add("LSTM, training step", CellKind::lstm, 4);
    benchmark::RunSpecifiedBenchmarks();
}
