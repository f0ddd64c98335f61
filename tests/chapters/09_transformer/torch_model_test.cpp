/// The whole transformer, there and back, and steps of AdamW, against the PyTorch
/// that is installed.
#include <cstdlib>
#include <iostream>

#include "adamw.hpp"
#include "nn/io/blas_threads.hpp"
#include "support/distance.hpp"
#include "support/peer_numbers.hpp"
#include "token_loss.hpp"
#include "transformer.hpp"

using nn::Token;

namespace {

constexpr std::size_t vocabulary = 11, sequences = 3, steps = 13;

/// The model and the tokens that the peer draws, too.
template <class T>
struct Drawn {
    Drawn() : parameters(model.layout().size()), gradient(model.layout().size()) {
        nn::Rng rng(42);
        for (T& x : parameters)
            x = static_cast<T>(static_cast<float>(rng.uniform(-0.5, 0.5)));
        for (std::vector<Token>* row : {&tokens, &right})
            for (std::size_t i = 0; i < sequences * steps; ++i)
                row->push_back(static_cast<Token>(rng.integer(0, vocabulary)));
    }

    /// The mean loss; its slopes are in the gradient.
    double there_and_back() {
        constexpr T share = T(1) / T(sequences * steps);
        std::fill(gradient.begin(), gradient.end(), T(0));
        model.forward(parameters, tokens, sequences, pass);
        const double sum = nn::token_loss<T>(pass.logits, right, share, T(0.1));
        model.backward(parameters, tokens, pass, gradient);
        return sum / double(sequences * steps);
    }

    nn::Transformer<T> model{{.vocabulary = vocabulary,
                              .context = 16,
                              .layers = 3,
                              .block = {.attention = {.width = 32, .heads = 4}}}};
    std::vector<T> parameters, gradient;
    std::vector<Token> tokens, right;
    nn::TransformerPass<T> pass;
};

/// Each tensor's distance from the peer's, as a share of the largest number there.
template <class T>
void compare(const Named& peer, const std::string& prefix,
             const nn::ParameterLayout& layout, const std::vector<T>& numbers,
             double bound) {
    for (const nn::TensorPlace& place : layout.tensors()) {
        const std::vector<double>& right = peer.at(prefix + place.name);
        REQUIRE(place.rows * place.columns == right.size());
        Distance distance;
        for (std::size_t i = 0; i < right.size(); ++i)
            distance.see(double(numbers[place.offset + i]), right[i]);
        INFO(prefix + place.name);
        CHECK(distance.share() <= bound);
    }
}

template <class T>
void compare_slopes(const Named& peer, const std::string& precision, double bound) {
    Drawn<T> drawn;
    const double loss = drawn.there_and_back();
    CHECK(std::abs(loss - peer.at(precision + "-loss")[0]) <= bound);
    compare(peer, precision + "-", drawn.model.layout(), drawn.gradient, bound);
}

}  // namespace

TEST_CASE("PyTorch's transformer gives the same loss, slopes and steps",
          "[torch]") {
    if (std::system(NN_PYTHON " -c 'import torch' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-torch not installed\n";
        return;
    }
    nn::use_one_blas_thread();
    const Named peer = peer_numbers(NN_PYTHON, NN_PEER);
    compare_slopes<float>(peer, "float", 1e-5);
    compare_slopes<double>(peer, "double", 1e-12);
    Drawn<float> drawn;
    // Slopes in what is added to all keys are 0, but for rounding: a large epsilon
    // keeps AdamW from making steps of that.
    nn::AdamW adamw(drawn.model.layout(), {.epsilon = 1e-3});
    nn::WorkerTeam team(1);
    for (int step = 0; step < 3; ++step) {
        drawn.there_and_back();
        adamw.step(drawn.parameters, drawn.gradient, 0.01, team);
    }
    compare(peer, "trained-", drawn.model.layout(), drawn.parameters, 1e-5);
}
