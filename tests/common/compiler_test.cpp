/// What the book takes for granted of a compiler, and what one did not do.
#include <algorithm>
#include <armadillo>
#include <initializer_list>
#include <vector>

#include "support/catch.hpp"

namespace {

/// Copies out of line, so that the numbers come from memory.
[[gnu::noinline]] void copy_ones(double* to) {
    const std::initializer_list<double> ones{1.0, 1.0, 1.0, 0.0};
    std::copy(ones.begin(), ones.end(), to);
}

[[gnu::noinline]] void copy_six(double* to) {
    const std::initializer_list<double> six{2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 0.0, 0.0};
    std::copy(six.begin(), six.end(), to);
}

[[gnu::noinline]] arma::rowvec nand() {
    return {1.0, 1.0, 1.0, 0.0};
}

}  // namespace

TEST_CASE("constants that end in zeros are copied as they are", "[compiler]") {
    std::vector<double> four(4, 7.0), eight(8, 7.0);
    copy_ones(four.data());
    copy_six(eight.data());
    CHECK(four[2] == 1.0);
    CHECK(four[3] == 0.0);
    CHECK(eight[5] == 2.5);
    CHECK(eight[6] == 0.0);
    CHECK(eight[7] == 0.0);
    CHECK(nand()[3] == 0.0);
}
