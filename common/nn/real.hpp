/// \file
/// \brief Numbers of 50 digits, where a chapter proves.
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

namespace nn {

/// \brief A number of 50 decimal digits, in which every double is exact.
// [snip:real]
using Real50 = boost::multiprecision::cpp_bin_float_50;
// [snip:real]

}  // namespace nn
