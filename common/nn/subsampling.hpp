/// \file
/// \brief How much of each word a model gets to see: fewer of the common words, and
/// more of the rare ones among the noise.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/require.hpp"

namespace nn {

/// \brief The chance of a word's occurrence to stay in the text.
/// \implements{keep-probability}
///
/// f = count / total is the word's share of the text, t = `sample` the share above
/// which words are thinned; 0 keeps all. The rule is that of word2vec's program,
/// which is gentler than the one in the paper. Throws std::invalid_argument unless
/// 0 < count ≤ total < ∞ and 0 ≤ sample < ∞. Range: (0, 1]. Error: ≤ 2.5 ulp.
// [snip:keep-probability]
inline double keep_probability(double count, double total, double sample) {
    if (!(count > 0.0 && count <= total && std::isfinite(total)))
        require(false, "keep_probability",
                "a count of " + std::to_string(count) + " of " +
                    std::to_string(total) +
                    " words; it must be positive, and at most all of them");
    if (!(sample >= 0.0 && std::isfinite(sample)))
        require(false, "keep_probability",
                "sample is " + std::to_string(sample) +
                    "; it is a share of the text, or 0 to keep every word");
    if (sample == 0.0) return 1.0;
    const double x = sample * total / count;  // t / f
    return std::min(1.0, std::sqrt(x) + x);   // (√(f/t) + 1) t/f
}
// [snip:keep-probability]

/// \brief The weights by which noise words are drawn: each count to a power.
/// \implements{noise-weight}
///
/// Power 1 draws words as often as the text has them, 0 all alike. Throws
/// std::invalid_argument unless the counts are positive and finite, and the power
/// is finite. Error: ≤ 1 ulp.
// [snip:noise-weights]
inline std::vector<double> noise_weights(const std::vector<double>& counts,
                                         double power) {
    require(std::isfinite(power), "noise_weights",
            "the power is not a finite number; 0.75 is usual");
    std::vector<double> weights;
    weights.reserve(counts.size());
    for (const double count : counts) {
        if (!(count > 0.0 && std::isfinite(count)))
            require(false, "noise_weights",
                    "word " + std::to_string(weights.size()) + " has the count " +
                        std::to_string(count) + "; counts are positive and finite");
        weights.push_back(std::pow(count, power));
    }
    return weights;
}
// [snip:noise-weights]

}  // namespace nn
