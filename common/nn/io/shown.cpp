#include "nn/io/shown.hpp"

#include "nn/io/text.hpp"

namespace nn {

// [snip:thousands]
std::string thousands(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}
// [snip:thousands]

// [snip:print-wrapped]
void print_wrapped(std::string text, Report& report) {
    for (char& c : text)
        if (c == '\n') c = '/';
    constexpr std::size_t width = 64;
    while (text.size() > width) {
        std::size_t cut = text.rfind(' ', width);
        if (cut == std::string::npos || cut == 0)
            cut = valid_utf8(text.substr(0, width));
        report.print("  %s\n", text.substr(0, cut).c_str());
        text.erase(0, text[cut] == ' ' ? cut + 1 : cut);
    }
    report.print("  %s\n", text.c_str());
}
// [snip:print-wrapped]

}  // namespace nn
