#include "exercises/real50.hpp"

#include <vector>

#include "nn/gradient_check.hpp"

namespace diagnosis {

struct Real50::Digits {
    nn::Real50 value;
};

// The two sides of the wall.
struct Wall {
    static const nn::Real50& in(const Real50& number) {
        return number.digits_->value;
    }
    static Real50 out(const nn::Real50& value) {
        return Real50(
            std::make_shared<const Real50::Digits>(Real50::Digits{value}));
    }
};

Real50::Real50(double value) : Real50(Wall::out(value)) {}

Real50 operator+(const Real50& a, const Real50& b) {
    return Wall::out(Wall::in(a) + Wall::in(b));
}

Real50 operator-(const Real50& a, const Real50& b) {
    return Wall::out(Wall::in(a)-Wall::in(b));
}

Real50 operator*(const Real50& a, const Real50& b) {
    return Wall::out(Wall::in(a)*Wall::in(b));
}

Real50 operator/(const Real50& a, const Real50& b) {
    return Wall::out(Wall::in(a) / Wall::in(b));
}

bool operator==(const Real50& a, const Real50& b) {
    return Wall::in(a) == Wall::in(b);
}

std::partial_ordering operator<=>(const Real50& a, const Real50& b) {
    if (Wall::in(a) < Wall::in(b)) return std::partial_ordering::less;
    if (Wall::in(a) > Wall::in(b)) return std::partial_ordering::greater;
    return a == b ? std::partial_ordering::equivalent
                  : std::partial_ordering::unordered;
}

Real50 abs(const Real50& a) {
    return Wall::out(abs(Wall::in(a)));
}

Real50 exp(const Real50& a) {
    return Wall::out(exp(Wall::in(a)));
}

Real50 log(const Real50& a) {
    return Wall::out(log(Wall::in(a)));
}

Real50 log1p(const Real50& a) {
    return Wall::out(log1p(Wall::in(a)));
}

Real50 sqrt(const Real50& a) {
    return Wall::out(sqrt(Wall::in(a)));
}

Real50 tanh(const Real50& a) {
    return Wall::out(tanh(Wall::in(a)));
}

WorstSlope check_gradient(
    const std::function<Real50(std::span<const Real50>)>& loss,
    std::span<const double> parameters, std::span<const double> gradient) {
    const auto walled = [&](std::span<const nn::Real50> at) {
        std::vector<Real50> numbers;
        for (const nn::Real50& number : at) numbers.push_back(Wall::out(number));
        return Wall::in(loss(numbers));
    };
    const nn::GradientCheck check =
        nn::check_gradient(walled, parameters, gradient);
    return {check.worst, check.parameter, check.given, check.exact};
}

}  // namespace diagnosis
