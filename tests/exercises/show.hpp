/// \file
/// \brief Values as the messages of the exercises print them.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>

namespace diagnosis {

/// \brief A word of 32 bits as 0x0000002a.
std::string hex(std::uint32_t word);

/// \brief 17 digits: two doubles that differ look different.
std::string show(double value);

std::string show(const std::string& text);

template <std::integral T>
std::string show(T value) {
    return std::to_string(value);
}

/// \brief At most the first twelve values of a range, in brackets.
template <class Range>
    requires requires(Range r) { r.begin(); }
std::string show(const Range& values) {
    std::string text = "[";
    std::size_t shown = 0;
    for (const auto& value : values) {
        if (shown == 12) return text + " ...]";
        text += (shown++ == 0 ? "" : " ") + show(value);
    }
    return text + "]";
}

/// \brief Two lines, `expected` and `yours`.
template <class Result>
std::string show_difference(const Result& expected, const Result& yours) {
    return "\n    expected  " + show(expected) + "\n    yours     " + show(yours);
}

/// \brief Two long ranges: the place where they part, and the two values there.
template <class Result>
    requires requires(Result r) { r.begin(); }
std::string show_difference(const Result& expected, const Result& yours) {
    if (expected.size() != yours.size())
        return "\n    expected  " + show(expected.size()) + " values\n    yours     " +
               show(yours.size()) + " values";
    if (expected.size() <= 12)
        return "\n    expected  " + show(expected) + "\n    yours     " + show(yours);
    const auto [e, y] = std::mismatch(expected.begin(), expected.end(), yours.begin());
    return "\n    place     " + show(e - expected.begin()) + ", counted from 0" +
           show_difference(*e, *y);
}

}  // namespace diagnosis
