#include "nn/io/number_option.hpp"

#include <cstdio>
#include <cstdlib>

namespace nn {

// [snip:whole-number]
CLI::Validator whole_number(const std::string& what, std::uint64_t low,
                            std::uint64_t high) {
    return CLI::Validator(
        [=](std::string& text) -> std::string {
            const bool digits = !text.empty() && text.size() <= 19 &&
                                text.find_first_not_of("0123456789") == text.npos;
            if (digits && std::stoull(text) >= low && std::stoull(text) <= high) {
                text =
                    std::to_string(std::stoull(text));  // CLI11 would read 010 as 8
                return {};
            }
            return what + " must be a whole number from " + std::to_string(low) +
                   " to " + std::to_string(high) + ", not '" + text + "'";
        },
        std::to_string(low) + "..." + std::to_string(high));
}
// [snip:whole-number]

// [snip:number-text]
std::string number_text(double number) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.9g", number);
    return digits;
}
// [snip:number-text]

// [snip:real-number]
CLI::Validator real_number(const std::string& what, double low, double high) {
    return CLI::Validator(
        [=](std::string& text) -> std::string {
            const bool plain =
                text.find_first_not_of("0123456789+-.eE") == text.npos;
            char* end = text.data();
            const double number = std::strtod(text.c_str(), &end);
            const bool whole = end != text.data() && *end == '\0';
            if (plain && whole && number >= low && number <= high) return {};
            return what + " must be a number from " + number_text(low) + " to " +
                   number_text(high) + ", not '" + text + "'";
        },
        number_text(low) + "..." + number_text(high));
}
// [snip:real-number]

}  // namespace nn
