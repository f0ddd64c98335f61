/// \file
/// \brief Catch2, version 2 or 3, under one set of names.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

namespace oracle {
template <class T>
using MatcherBase = Catch::Matchers::MatcherBase<T>;
}
#else
#include <catch2/catch.hpp>

namespace oracle {
template <class T>
using MatcherBase = Catch::MatcherBase<T>;
}
#endif

using Catch::Approx;
