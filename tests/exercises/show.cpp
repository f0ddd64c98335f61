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
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

bool Near::operator==(const Near& other) const {
    if (std::isnan(value) && std::isnan(other.value)) return true;
    return std::abs(value - other.value) <= 1e-14 * std::abs(value);
}

std::string show(Near number) {
    return show(number.value);
}

std::string show(const std::string& text) {
    return text;
}

}  // namespace diagnosis
