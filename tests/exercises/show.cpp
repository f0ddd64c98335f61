#include "exercises/show.hpp"

#include <cmath>
#include <cstdio>

namespace diagnosis {

std::string hex(std::uint32_t word) {
    char text[16];
    std::snprintf(text, sizeof text, "0x%08x", word);
    return text;
}

std::string show(double value) {
    if (std::isnan(value)) return "not a number";
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value + 0.0);  // 0 and not -0
    return text;
}

bool Near::operator==(const Near& other) const {
    if (std::isnan(value) && std::isnan(other.value)) return true;
    if (value == other.value) return true;  // infinities too
    const double size = std::abs(value);
    return std::isfinite(size) && std::abs(value - other.value) <= 1e-14 * size;
}

std::string show(Near number) {
    return show(number.value);
}

bool Close::operator==(const Close& other) const {
    if (std::isnan(value) && std::isnan(other.value)) return true;
    if (value == other.value) return true;  // infinities too
    const double size = std::max(1.0, std::abs(value));
    return std::isfinite(size) && std::abs(value - other.value) <= 1e-12 * size;
}

std::string show(Close number) {
    if (std::isnan(number.value)) return "not a number";
    char text[32];
    std::snprintf(text, sizeof text, "%.14g", number.value + 0.0);
    return text;
}

std::string show(const std::string& text) {
    return text;
}

}  // namespace diagnosis
