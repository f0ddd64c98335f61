/// \file
/// \brief Compiled once with the compiler's own standard library, once with libc++.
#include "standard_library.hpp"

#include <algorithm>
#include <numeric>
#include <random>

// [snip:which-library]
#define NN_TEXT(x) #x
#define NN_LIBRARY(name, version) name " " NN_TEXT(version)
#ifdef _LIBCPP_VERSION
#define NN_DRAWS nn_draws_libcxx
constexpr const char* library_name = NN_LIBRARY("libc++", _LIBCPP_VERSION);
#else
#define NN_DRAWS nn_draws_default
constexpr const char* library_name = NN_LIBRARY("libstdc++", _GLIBCXX_RELEASE);
#endif
// [snip:which-library]

namespace {

// [snip:in-what-order]
void receive(double a, double b, nn::StandardDraws& draws) {
    draws.first_argument = a;
    draws.second_argument = b;
}

void two_draws_in_one_call(std::uint32_t seed, nn::StandardDraws& draws) {
    std::mt19937 engine(seed);
    const auto draw = [&] { return static_cast<double>(engine()) / 4294967296.0; };
    receive(draw(), draw(), draws);  // which draw comes first? C++ leaves it open
}
// [snip:in-what-order]

}  // namespace

namespace nn {

// [snip:std-draws]
extern "C" void NN_DRAWS(std::uint32_t seed, StandardDraws* draws) {
    draws->library = library_name;
    std::mt19937 engine(seed);
    std::uniform_int_distribution<int> digit(0, 9);
    for (int& integer : draws->integers) integer = digit(engine);
    engine.seed(seed);
    std::normal_distribution<double> gauss;
    for (double& normal : draws->normals) normal = gauss(engine);
    engine.seed(seed);
    std::iota(draws->shuffled, draws->shuffled + 10, 0);
    std::shuffle(draws->shuffled, draws->shuffled + 10, engine);
    two_draws_in_one_call(seed, *draws);
}
// [snip:std-draws]

}  // namespace nn
