/// \file
/// \brief Learning rates that fall while the learning goes on.
#pragma once

#include <algorithm>

namespace nn {

/// \brief The rate after the share `done` / `total` of the work: it falls along a
/// line, and stops at a ten-thousandth of the first rate.
/// \implements{learning-rate-decay}
///
/// Domain: rate > 0, total > 0, done ≥ 0. Error: ≤ 2 ulp of the first rate.
// [snip:linear-decay]
inline double linear_decay(double rate, double done, double total) {
    return rate * std::max(1e-4, 1.0 - done / total);
}
// [snip:linear-decay]

}  // namespace nn
