/// Several heads, there and back, against the PyTorch that is installed.
#include <cstdlib>
#include <iostream>
#include <string>

#include "nn/io/blas_threads.hpp"
#include "nn/multi_head.hpp"
#include "nn/rng.hpp"
#include "support/distance.hpp"
#include "support/peer_numbers.hpp"

namespace {

constexpr std::size_t width = 32, heads = 4, sequences = 3, steps = 70;

/// Floats, exact in T.
template <class T, class Numbers>
void draw(Numbers&& numbers, nn::Rng& rng, float times = 1.0F) {
    for (T& x : numbers) x = T(times * static_cast<float>(rng.uniform(-0.5, 0.5)));
}

template <class T>
Named there_and_back(bool causal) {
    nn::Rng rng(42);
    nn::ParameterLayout layout;
    const nn::MultiHead<T> layer(layout, "a", {width, heads, causal});
    std::vector<T> parameters(layout.size()), gradient(layout.size());
    draw<T>(parameters, rng);
    arma::Mat<T> X(width, sequences * steps), dY(width, sequences * steps);
    draw<T>(X, rng, 4.0F), draw<T>(dY, rng);
    nn::MultiHeadPass<T> pass;
    const arma::Mat<T> Y = layer.forward(layout, parameters, X, sequences, pass),
                       dX = layer.backward(layout, parameters, X, dY, pass,
                                           gradient);
    Named all{{"Y", {Y.begin(), Y.end()}}, {"dX", {dX.begin(), dX.end()}}};
    for (std::size_t i = 0; i < layout.tensors().size(); ++i) {
        const std::span<const T> slopes =
            layout.values(std::span<const T>(gradient), i);
        all[layout.tensors()[i].name.substr(2)] = {slopes.begin(), slopes.end()};
    }
    return all;
}

template <class T>
void compare(const Named& peer, const std::string& precision, double bound) {
    for (const bool causal : {false, true})
        for (const auto& [name, numbers] : there_and_back<T>(causal)) {
            const std::string place =
                precision + (causal ? "-causal-" : "-all-") + name;
            const std::vector<double>& right = peer.at(place);
            REQUIRE(numbers.size() == right.size());
            Distance distance;
            for (std::size_t i = 0; i < right.size(); ++i)
                distance.see(numbers[i], right[i]);
            INFO(place);
            CHECK(distance.share() <= bound);
        }
}

}  // namespace

TEST_CASE("PyTorch's heads give the same, there and back", "[torch]") {
    if (std::system(NN_PYTHON " -c 'import torch' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-torch not installed\n";
        return;
    }
    nn::use_one_blas_thread();
    const Named peer = peer_numbers(NN_PYTHON, NN_PEER);
    compare<float>(peer, "float", 2e-6);
    compare<double>(peer, "double", 1e-12);
}
