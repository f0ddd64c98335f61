/// \file
/// \brief A learning rate that rises, then falls along a cosine.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace nn {

/// \brief A schedule of learning rates.
// [snip:rate-schedule]
struct RateSchedule {
    double highest = 1e-3, lowest = 1e-4;
    std::size_t warm_up =
        100;  ///< steps until the highest rate; 0: from the first on
    std::size_t steps = 2000;  ///< until the lowest
};
// [snip:rate-schedule]

/// \brief The rate of step number `step`, counted from 0.
/// \implements{warm-up-cosine}
///
/// Rises along a line to the highest rate, falls along half a cosine to the lowest,
/// and stays there. A warm-up as long as the steps leaves no cosine. Source:
/// Loshchilov and Hutter (2017) for the cosine. Error: ≤ 4 ulp of the highest rate.
// [snip:rate-at]
inline double rate_at(const RateSchedule& schedule, std::size_t step) {
    const auto [highest, lowest, warm_up, steps] = schedule;
    if (step < warm_up) return highest * double(step + 1) / double(warm_up);
    if (step >= steps) return lowest;
    const double share = double(step - warm_up) / double(steps - warm_up);
    const double left = 0.5 * (1 + std::cos(std::numbers::pi * share));
    return lowest + left * (highest - lowest);
}
// [snip:rate-at]

}  // namespace nn
