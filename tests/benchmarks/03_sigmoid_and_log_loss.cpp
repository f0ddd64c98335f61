/// Our side of chapter 3's race. Each work reports its values, which the peer must
/// reach too, and the bytes that it cannot avoid to move.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "nn/fast_logistic.hpp"
#include "nn/parallel.hpp"
#include "nn/rng.hpp"
#include "nn/vector_math.hpp"

namespace {

constexpr unsigned threads = 2;
constexpr std::size_t many = 10'000'000;
constexpr double array_bytes = many * sizeof(float);
constexpr arma::uword inputs = 100;
constexpr arma::uword examples = 200'000;

/// What NumPy's RandomState(seed).randn() gives, as floats.
void fill_normal(std::span<float> out, std::uint32_t seed) {
    nn::Rng rng(seed);
    for (float& x : out) x = static_cast<float>(rng.normal());
}

const std::vector<float>& logits() {
    static const std::vector<float> z = [] {
        std::vector<float> normal(many);
        fill_normal(normal, 42);
        return normal;
    }();
    return z;
}

const std::vector<float>& labels() {
    static const std::vector<float> y = [] {
        std::vector<float> coin(many);
        nn::Rng rng(43);
        for (float& label : coin) label = rng.uniform() < 0.5 ? 1.0F : 0.0F;
        return coin;
    }();
    return y;
}

double mean(std::span<const float> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(values.size());
}

/// The measure of all: how fast two threads copy an array of this size.
void copy(benchmark::State& state) {
    const std::vector<float>& from = logits();
    std::vector<float> to(many);
    constexpr std::size_t shard = 1 << 16;
    for (auto _ : state)
        nn::for_each_shard((many + shard - 1) / shard, threads, [&](std::size_t s) {
            const std::size_t begin = s * shard,
                              end = std::min(begin + shard, many);
            std::copy(&from[begin], from.data() + end, &to[begin]);
        });
    state.counters["bytes"] = 2 * array_bytes;
}

void sigmoid(benchmark::State& state) {
    std::vector<float> p(many);
    for (auto _ : state) nn::sigmoid(logits(), p, threads);
    state.counters["value"] = mean(p);
    state.counters["bytes"] = 2 * array_bytes;
}

/// As PyTorch's sigmoid(x) must: a new array each time, so that the kernel hands
/// out its pages anew.
void sigmoid_new_array(benchmark::State& state) {
    std::unique_ptr<float[]> p;
    for (auto _ : state) {
        p.reset();
        p = std::make_unique_for_overwrite<float[]>(many);
        nn::sigmoid(logits(), {p.get(), many}, threads);
    }
    state.counters["value"] = mean({p.get(), many});
    state.counters["bytes"] = 2 * array_bytes;
}

void log_loss(benchmark::State& state) {
    double loss = 0;
    for (auto _ : state)
        loss = nn::mean_log_loss_from_logits(logits(), labels(), threads);
    state.counters["value"] = loss;
    state.counters["bytes"] = 2 * array_bytes;
}

/// The label says whether the first input is above the second.
void logistic(benchmark::State& state, arma::uword batch) {
    static const arma::fmat X = [] {
        arma::fmat normal(inputs, examples);
        fill_normal({normal.memptr(), normal.n_elem}, 44);
        return normal;
    }();
    static const arma::frowvec y =
        arma::conv_to<arma::frowvec>::from(X.row(0) > X.row(1));
    arma::fvec parameters;
    for (auto _ : state) {
        parameters.zeros(inputs + 1);
        nn::logistic_epoch(parameters, X, y, batch, 0.1F);
    }
    for (arma::uword i = 0; i <= inputs; ++i)
        state.counters["value_" + std::to_string(i)] =
            static_cast<double>(parameters[i]);
    state.counters["bytes"] =
        sizeof(float) * static_cast<double>(X.n_elem + y.n_elem);
    state.counters["flops"] = 4.0 * static_cast<double>(X.n_elem);
}

template <class... Arguments>
void add(const char* name, Arguments... work) {
    benchmark::RegisterBenchmark(name, work...)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

}  // namespace

int main(int argc, char** argv) {
    add("copy, 10 million", copy);
    add("sigmoid, 10 million", sigmoid);
    add("sigmoid, a new array", sigmoid_new_array);
    add("log loss, 10 million", log_loss);
    add("log loss by softplus", log_loss);
    add("logistic, batches of 256", logistic, arma::uword{256});
    add("logistic, one batch", logistic, examples);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
