/// \file
/// \brief Texts and tokens that several tests use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "byte_pair_training.hpp"
#include "nn/rng.hpp"

namespace token_texts {

using Tokens = std::vector<nn::Token>;

/// \brief Bytes drawn from the first `kinds` values from `first` on.
inline std::string random_bytes(nn::Rng& rng, std::size_t length, int kinds,
                                int first = 0) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i)
        bytes += static_cast<char>(first + static_cast<int>(rng.interval(
                                               static_cast<unsigned>(kinds - 1))));
    return bytes;
}

/// \brief Texts of many kinds, valid UTF-8 and not.
inline std::vector<std::string> many_texts() {
    nn::Rng rng(901);
    std::vector<std::string> texts{
        "",
        " ",
        "\n",
        "In the beginning God created the heaven and the earth.",
        "В начале сотворил Бог небо и землю.",
        "起初，神創造天地。",
        "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 ﷽",
        std::string(5000, 'a'),
        std::string("\0\0", 2)};
    std::string words;
    for (int i = 0; i < 700; ++i) words += "and the ";
    texts.push_back(words);
    for (int byte = 0; byte < 256; ++byte)
        texts.emplace_back(1, static_cast<char>(byte));
    for (int i = 0; i < 50; ++i) {
        const std::size_t length = rng.interval(300);
        texts.push_back(random_bytes(rng, length, 256));
        texts.push_back(random_bytes(rng, length, 3, 'a'));
    }
    return texts;
}

/// \brief Trained on words that are not cut any further.
inline nn::BytePairs trained(const std::vector<nn::CountedPiece>& corpus,
                             std::size_t size) {
    return nn::train_byte_pairs(corpus, size);
}

}  // namespace token_texts
