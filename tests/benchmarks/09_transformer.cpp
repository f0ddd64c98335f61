/// Our side of chapter 9's race: training steps of the public small setting, and a
/// text that is written token by token. The values are the losses of the first
/// steps, and the largest score at the end of the text; the peer draws the same
/// weights and tokens.
#include <benchmark/benchmark.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "adamw.hpp"
#include "key_value_cache.hpp"
#include "nn/clipping.hpp"
#include "nn/io/blas_threads.hpp"
#include "nn/ordered_gradient.hpp"
#include "nn/parallel.hpp"
#include "support/peak_memory.hpp"
#include "token_loss.hpp"
#include "transformer.hpp"
#include "transformer_memory.hpp"

namespace {

constexpr unsigned threads = 2;
constexpr std::size_t sequences = 12, steps = 64, compared_steps = 3;
constexpr nn::TransformerShape shape{};  // its defaults are the public setting

/// A training over one batch, from the weights of NumPy's RandomState(42).
class Training {
public:
    Training(std::size_t shards, unsigned with_threads)
        : model_(shape),
          parameters_(model_.layout().size()),
          ordered_(parameters_.size(), shards, with_threads),
          adamw_(model_.layout(), {}),
          passes_(shards) {
        nn::Rng rng(42);
        for (const nn::TensorPlace& place : model_.layout().tensors())
            for (std::size_t i = 0; i < place.rows * place.columns; ++i) {
                const float drawn = static_cast<float>(rng.uniform(-0.05, 0.05));
                parameters_[place.offset + i] =
                    place.name.ends_with("gain") ? 1 + drawn : drawn;
            }
        for (std::vector<nn::Token>* row : {&tokens_, &right_})
            for (std::size_t i = 0; i < sequences * steps; ++i)
                row->push_back(
                    static_cast<nn::Token>(rng.integer(0, shape.vocabulary)));
    }

    /// A step; returns the mean loss before it.
    double step() {
        const double sum =
            ordered_.sum([this](std::size_t shard, std::span<float> gradient,
                                const nn::AddingTurn& turn) {
                return work(shard, gradient, turn);
            });
        nn::clip_by_norm(ordered_.gradient(), 1.0);
        adamw_.step(parameters_, ordered_.gradient(), 1e-3, ordered_.team());
        return sum / double(tokens_.size());
    }

    const nn::Transformer<float>& model() const { return model_; }
    const std::vector<float>& parameters() const { return parameters_; }
    std::span<const nn::Token> text() const {
        return std::span(tokens_).first(steps);
    }

    /// The bytes of all that the way forward has left.
    double activations() const {
        std::size_t numbers = 0;
        for (const nn::TransformerPass<float>& pass : passes_)
            numbers += nn::numbers_in(pass);
        return double(sizeof(float) * numbers);
    }

private:
    double work(std::size_t shard, std::span<float> gradient,
                const nn::AddingTurn& turn) {
        const std::size_t part = sequences / passes_.size(),
                          first = shard * part * steps;
        const std::span<const nn::Token> tokens(&tokens_[first], part * steps),
            right(&right_[first], part * steps);
        nn::TransformerPass<float>& pass = passes_[shard];
        model_.forward(parameters_, tokens, part, pass);
        constexpr float share = 1.0F / (sequences * steps);
        const double loss = nn::token_loss<float>(pass.logits, right, share);
        model_.backward(parameters_, tokens, pass, gradient, turn);
        return loss;
    }

    nn::Transformer<float> model_;
    std::vector<float> parameters_;
    nn::OrderedGradient ordered_;
    nn::AdamW adamw_;
    std::vector<nn::TransformerPass<float>> passes_;
    std::vector<nn::Token> tokens_, right_;
};

constexpr std::size_t public_shards = 4;

void require_same_bytes() {
    const auto with = [](unsigned number) {
        Training training(public_shards, number);
        for (int i = 0; i < 5; ++i) training.step();
        return training.parameters();
    };
    const std::vector<float> one = with(1);
    for (const unsigned number : {2U, 3U})
        if (std::memcmp(with(number).data(), one.data(),
                        one.size() * sizeof(float)) != 0)
            throw std::runtime_error("other bytes at " + std::to_string(number) +
                                     " threads");
}

/// Products there, and twice as many back: with the matrices, and among tokens the
/// T (T + 1) / 2 pairs that may meet, where the way back computes scores again.
double flops() {
    const double n = double(shape.block.attention.width), layers = shape.layers;
    const double tokens = double(sequences * steps);
    const double matrices = layers * 12 * n * n + n * double(shape.vocabulary);
    return 3 * 2 * tokens * matrices + 7 * layers * n * tokens * double(steps + 1);
}

struct Memory {
    double taken, most;  // bytes
};

/// What training takes: four copies of the parameters (weights, slopes, two means)
/// and the activations are to be enough.
Memory memory() {
    const double taken = peak_memory::growth([] {
        Training training(public_shards, threads);
        for (int i = 0; i < 3; ++i) training.step();
    });  // first, before anything was taken and freed
    Training training(public_shards, 1);
    training.step();
    return {taken, 4.0 * sizeof(float) * double(training.parameters().size()) +
                       training.activations()};
}

void step(benchmark::State& state, std::size_t shards, const Memory& memory) {
    require_same_bytes();
    Training training(shards, threads);
    for (std::size_t i = 0; i < compared_steps; ++i)
        state.counters["value_" + std::to_string(i)] = training.step();
    for (auto _ : state) benchmark::DoNotOptimize(training.step());
    state.counters["flops"] = flops();
    state.counters["memory"] = memory.taken;
    state.counters["memory_most"] = memory.most;
}

/// As if each token had been drawn from the scores after those before it.
void write(benchmark::State& state) {
    const Training start(1, 1);
    nn::KeyValueCache<float> cache(start.model(), start.parameters());
    for (auto _ : state) {
        cache.begin(start.text().first(1));
        for (const nn::Token token : start.text().subspan(1)) cache.add(token);
        benchmark::DoNotOptimize(cache.scores());
    }
    state.counters["value"] = double(cache.scores().max());
}

/// The measure of all: two threads, a product of large matrices each.
void product(benchmark::State& state) {
    constexpr arma::uword n = 1024;
    const arma::fmat A(n, n, arma::fill::value(0.5F));
    std::vector<arma::fmat> C(threads);
    for (auto _ : state)
        nn::for_each_shard(C.size(), threads, [&](std::size_t i) { C[i] = A * A; });
    state.counters["flops"] = 2.0 * n * n * n * static_cast<double>(C.size());
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    nn::use_one_blas_thread();
    benchmark::RegisterBenchmark("training step", step, public_shards, memory())
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("writing 64 tokens", write)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("product, 1024", product)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
}
