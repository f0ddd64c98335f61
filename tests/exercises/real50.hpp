/// \file
/// \brief Numbers of 50 digits, and nn::check_gradient with them, compiled once for
/// all exercises: Boost's templates take seconds in every file that uses them.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>

namespace diagnosis {

/// \brief nn::Real50 behind a wall; the formulas of nn/ take it as they take
/// double.
class Real50 {
public:
    Real50(double value = 0.0);
    template <std::integral T>
    Real50(T value) : Real50(static_cast<double>(value)) {}

    friend Real50 operator+(const Real50& a, const Real50& b);
    friend Real50 operator-(const Real50& a, const Real50& b);
    friend Real50 operator*(const Real50& a, const Real50& b);
    friend Real50 operator/(const Real50& a, const Real50& b);
    friend bool operator==(const Real50& a, const Real50& b);
    friend std::partial_ordering operator<=>(const Real50& a, const Real50& b);

    Real50 operator-() const { return 0 - *this; }
    Real50& operator+=(const Real50& b) { return *this = *this + b; }
    Real50& operator-=(const Real50& b) { return *this = *this - b; }
    Real50& operator*=(const Real50& b) { return *this = *this * b; }
    Real50& operator/=(const Real50& b) { return *this = *this / b; }

    friend Real50 abs(const Real50& a);
    friend Real50 exp(const Real50& a);
    friend Real50 log(const Real50& a);
    friend Real50 log1p(const Real50& a);
    friend Real50 sqrt(const Real50& a);
    friend Real50 tanh(const Real50& a);

    struct Digits;

private:
    friend struct Wall;
    explicit Real50(std::shared_ptr<const Digits> digits)
        : digits_(std::move(digits)) {}

    std::shared_ptr<const Digits> digits_;
};

/// \brief The worst slope of a gradient, as in nn::GradientCheck.
struct WorstSlope {
    double error = 0.0;
    std::size_t parameter = 0;
    double given = 0.0;
    double exact = 0.0;
};

/// \brief nn::check_gradient.
WorstSlope check_gradient(
    const std::function<Real50(std::span<const Real50>)>& loss,
    std::span<const double> parameters, std::span<const double> gradient);

}  // namespace diagnosis
