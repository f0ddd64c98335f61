/// \file
/// \brief The oracle: what a formula is worth in 50 digits, and how far the code is
/// from it.
#pragma once

#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <filesystem>
#include <limits>
#include <string>

#include "support/catch.hpp"

/// \brief Comparison of the book's code with its formulas.
namespace oracle {

/// \brief A number of 50 decimal digits. Every double and every float is exact in
/// it.
using Real = boost::multiprecision::cpp_bin_float_50;

/// \brief The distance between two neighbouring values of T around x, subnormals
/// included.
template <class T>
Real spacing(const Real& x) {
    using Limits = std::numeric_limits<T>;
    int exponent = Limits::min_exponent;
    if (x != 0) frexp(x, &exponent);  // |x| = m 2^exponent, 0.5 <= m < 1
    return ldexp(Real(1),
                 std::max(exponent, Limits::min_exponent) - Limits::digits);
}

/// \brief How far a computed value is from the exact one, in units of the last
/// place.
///
/// The unit is the spacing of T at the exact value, so that a correctly rounded
/// result has an error of at most 0.5. An infinity is right (error 0) where the
/// exact value rounds to it; NaN, or an infinity elsewhere, has an infinite error.
template <class T>
double ulp_error(T got, const Real& exact) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (isnan(exact) || std::isnan(got)) return infinite;
    if (std::isinf(got))
        return exact.template convert_to<T>() == got ? 0.0 : infinite;
    return static_cast<double>(abs(Real(got) - exact) / spacing<T>(exact));
}

/// \brief |got − exact| / |exact|; 0 for two zeros, infinite for NaN or a missed
/// zero.
double relative_error(double got, const Real& exact);

/// \brief Where record() writes: build/oracle.
std::filesystem::path folder();

/// \brief Writes the worst error of a formula for the book: build/oracle/ID.csv.
///
/// Throws std::invalid_argument if the id is not of letters a–z, digits and
/// hyphens, or if the error or the tolerance is negative or not a number.
void record(const std::string& id, double worst_error, const std::string& unit,
            double tolerance);

/// \brief Keeps the worst of many errors, holds it to the contract and records it.
class Worst {
public:
    /// \brief One more error; NaN is the worst of all.
    void see(double error) {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        worst_ = std::max(worst_, std::isnan(error) ? infinite : error);
    }

    /// \brief The worst so far.
    double worst() const { return worst_; }

    /// \brief Checks the worst error against the tolerance and records both for the book.
    void hold(const std::string& id, const std::string& unit, double tolerance) const {
        CHECK(worst_ <= tolerance);
        record(id, worst_, unit, tolerance);
    }

private:
    double worst_ = 0.0;
};

/// \brief The derivative of f at x by a central difference in 50 digits; about 30
/// are right.
template <class Function>
Real derivative(Function f, const Real& x) {
    const Real h = Real("1e-17") * std::max(Real(1), Real(abs(x)));
    return (f(Real(x + h)) - f(Real(x - h))) / (2 * h);
}

/// \brief Holds if the value is within `tolerance` ulp of the exact one.
template <class T>
class WithinUlp : public MatcherBase<T> {
public:
    WithinUlp(Real exact, double tolerance)
        : exact_(std::move(exact)), tolerance_(tolerance) {}

    bool match(const T& got) const override {
        return ulp_error(got, exact_) <= tolerance_;
    }

    std::string describe() const override {
        return "is within " + std::to_string(tolerance_) + " ulp of " +
               exact_.str(20);
    }

private:
    Real exact_;
    double tolerance_;
};

/// \brief `CHECK_THAT(sigmoid(z), oracle::within_ulp(exact, 2))`.
inline WithinUlp<double> within_ulp(const Real& exact, double tolerance) {
    return {exact, tolerance};
}

/// \brief The same for float.
inline WithinUlp<float> within_float_ulp(const Real& exact, double tolerance) {
    return {exact, tolerance};
}

}  // namespace oracle
