/// \file
/// \brief Exercise 1.5, what is to be written.
#pragma once

#include <functional>
#include <utility>

namespace nn::exercise {

/// \brief A stream of random numbers, uniform and normal ones in any mixture.
class NormalStream {
public:
    /// \brief Takes the source of uniform numbers in [0, 1).
    explicit NormalStream(std::function<double()> uniform)
        : uniform_(std::move(uniform)) {}

    /// \brief The next uniform number.
    double uniform() { return uniform_(); }

    /// \brief The next standard normal number: this one is yours.
    double normal();

private:
    std::function<double()> uniform_;
    double cached_ = 0.0;
    bool has_cached_ = false;
};

}  // namespace nn::exercise
