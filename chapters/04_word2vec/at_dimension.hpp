/// \file
/// \brief What was measured of models of many dimensions, and what it says.
#pragma once

#include <vector>

#include "nn/io/report.hpp"

namespace nn {

// [snip:at-dimension]
/// \brief What a model of one dimension is worth.
struct AtDimension {
    double dimension = 0.0;
    double held_out = 0.0,
           read = 0.0;  ///< gain over the words' frequencies, in nats
    double score = 0.5;
};

/// \brief Claims about held-out losses: of the short text, of the same read more
/// often, and of the long text, a model a dimension, from 2 to 400.
void claim_dimensions(const std::vector<AtDimension>& brief,
                      const std::vector<AtDimension>& often,
                      const std::vector<AtDimension>& full, Report& report);

/// \brief Claims about the synonyms' scores of the long text.
void claim_scores(const std::vector<AtDimension>& full, Report& report);
// [snip:at-dimension]

}  // namespace nn
