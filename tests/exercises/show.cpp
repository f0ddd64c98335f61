#include "exercises/show.hpp"

#include <cstdio>

namespace diagnosis {

std::string hex(std::uint32_t word) {
    char text[16];
    std::snprintf(text, sizeof text, "0x%08x", word);
    return text;
}

std::string show(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

std::string show(const std::string& text) { return '"' + text + '"'; }

}  // namespace diagnosis
