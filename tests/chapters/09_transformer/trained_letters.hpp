/// \file
/// \brief A small model of the letters of a text, trained in a moment.
#pragma once

#include <string>
#include <vector>

#include "nn/causal_batch.hpp"
#include "nn/io/blas_threads.hpp"
#include "small_training.hpp"
#include "support/repeated.hpp"
#include "trained_model.hpp"

/// A model of the letters of a text, after some steps.
struct Trained {
    nn::CharacterCodec codec;
    std::vector<nn::Token> tokens;
    nn::Transformer<float> model;
    std::vector<float> numbers;

    explicit Trained(const std::string& text)
        : codec(nn::Alphabet(text)),
          tokens(codec.encode(repeated(text, 20))),
          model({.vocabulary = codec.size(),
                 .context = 40,
                 .layers = 2,
                 .block = {.attention = {.width = 16, .heads = 2}}}) {
        nn::use_one_blas_thread();
        nn::Rng rng(3);
        numbers = nn::beginning(model, rng);
        nn::train_small(model, numbers,
                        {.highest = 0.01, .warm_up = 5, .steps = 20},
                        [&] { return nn::random_pieces(tokens, 40, 2, rng); });
    }

    nn::TrainedModel trained() const { return {model, numbers, codec}; }
};
