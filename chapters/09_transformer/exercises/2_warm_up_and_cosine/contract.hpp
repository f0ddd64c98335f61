/// \file
/// \brief Exercise 9.2, what is to be written.
#pragma once

#include <cstddef>

namespace nn::exercise {

/// \brief A schedule of learning rates.
struct Schedule {
    double highest, lowest;
    std::size_t warm_up;  ///< steps until the highest rate; 0: from the first on
    std::size_t steps;    ///< until the lowest, more than those of the warm-up
};

/// \brief The rate of step number `step`, counted from 0.
///
/// In the warm-up, equal stairs from 0 up: the last of its steps has the highest
/// rate. From step `warm_up` to step `steps` half a cosine down to the lowest rate,
/// which stays.
double rate_at(const Schedule& schedule, std::size_t step);

}  // namespace nn::exercise
