/// \file
/// \brief Catch2, version 2 or 3, under one set of names.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

namespace oracle {
template <class T>
using MatcherBase = Catch::Matchers::MatcherBase<T>;
inline auto mentions(const std::string& text) { return Catch::Matchers::ContainsSubstring(text); }
}  // namespace oracle
#else
#include <catch2/catch.hpp>

namespace oracle {
template <class T>
using MatcherBase = Catch::MatcherBase<T>;
inline auto mentions(const std::string& text) { return Catch::Matchers::Contains(text); }
}  // namespace oracle
#endif
