/// \file
/// \brief How far computed numbers are from the right ones.
#pragma once

#include <algorithm>
#include <cmath>

/// \brief How far numbers are from what they should be, as a share of the largest.
class Distance {
public:
    void see(double got, double right) {
        most_ = std::max(most_, std::abs(got - right));
        largest_ = std::max(largest_, std::abs(right));
    }
    double share() const { return most_ / largest_; }

private:
    double most_ = 0.0, largest_ = 1e-30;
};
