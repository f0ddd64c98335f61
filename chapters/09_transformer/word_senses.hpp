/// \file
/// \brief One word in contexts of two senses, on its way through the blocks.
#pragma once

#include <armadillo>
#include <array>
#include <string_view>
#include <vector>

#include "trained_model.hpp"

namespace nn {

/// \brief The stream at the last token of contexts that all end with one word.
// [snip:word-senses]
struct WordSenses {
    std::size_t tokens = 0;  ///< of each context that were read: the last ones
    std::vector<arma::fmat>
        streams;                  ///< width × contexts: before each block, at last
    std::size_t first_sense = 0;  ///< so many contexts are of the first sense
};

/// \brief Reads the contexts of two senses. Of each as many tokens as the shortest
/// has, so that the word stands at one place in all of them.
///
/// Throws std::invalid_argument if the contexts do not end with the same token, a
/// sense has fewer than two, or the model has no tokens for them.
WordSenses word_senses(
    const TrainedModel& trained,
    const std::array<std::vector<std::string_view>, 2>& contexts);

/// \brief How alike vectors of one word are: means of cosines.
struct SenseCosines {
    double within = 0;   ///< two contexts of one sense
    double between = 0;  ///< of different senses
    double told = 0;  ///< share of contexts that are more like the others of their
                      ///< own sense than like those of the other; a tie is half
};

/// \brief Before block number `block`; or behind the last one.
SenseCosines sense_cosines(const WordSenses& senses, std::size_t block);
// [snip:word-senses]

}  // namespace nn
