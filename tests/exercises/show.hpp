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

/// \brief A double whose last digits may differ: equal within 1e-14 of its size.
struct Near {
    double value;
    bool operator==(const Near& other) const;
};

std::string show(Near number);

/// \brief A double that was rounded on its way: equal within 1e-12, of its size
/// above 1.
struct Close {
    double value;
    bool operator==(const Close& other) const;
};

std::string show(Close number);

template <std::integral T>
std::string show(T value) {
    return std::to_string(value);
}

/// \brief At most the first twelve values of a range, in brackets.
template <class Range>
requires requires(Range r) {
    r.begin();
}
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

/// \brief Two ranges: both if they are short, otherwise the first place where they
/// differ.
template <class Result>
requires requires(Result r) {
    r.begin();
}
std::string show_difference(const Result& expected, const Result& yours) {
    const std::string e = show(expected), y = show(yours);
    if (expected.size() != yours.size() || std::max(e.size(), y.size()) <= 60)
        return "\n    expected  " + e + "\n    yours     " + y;
    const auto [a, b] =
        std::mismatch(expected.begin(), expected.end(), yours.begin());
    return "\n    place     " + show(a - expected.begin()) + ", counted from 0" +
           show_difference(*a, *b);
}

}  // namespace diagnosis
