/// \file
/// \brief The book's generator of random numbers: NumPy's legacy stream, bit for
/// bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace nn {

/// \brief A double in [0, 1) with 53 random bits, made of two words of 32.
/// \implements{uniform-53}
///
/// Source: Matsumoto and Nishimura, genrand_res53 (2002); NumPy and CPython use it
/// too. Range: [0, 1 − 2⁻⁵³]. Error: 0 ulp, both steps are exact.
// [snip:uniform-53]
constexpr double uniform_from_bits(std::uint32_t r1, std::uint32_t r2) {
    const double high = r1 >> 5;                            // 27 bits
    const double low = r2 >> 6;                             // 26 bits
    return (high * 67108864.0 + low) / 9007199254740992.0;  // 2²⁶ and 2⁵³
}
// [snip:uniform-53]

/// \brief The smallest 2ᵏ − 1 that is not below `max`, for Rng::interval().
/// \implements{mask}
///
/// Exact on the whole range of 64 bits.
// [snip:mask]
constexpr std::uint64_t mask_of(std::uint64_t max) {
    for (int shift = 1; shift < 64; shift *= 2) max |= max >> shift;
    return max;
}
// [snip:mask]

/// \brief What stretches a point of the disc, at squared radius s, to two normals.
/// \implements{polar-scale}
///
/// Source: Marsaglia and Bray (1964). Domain: 0 < s < 1. Error: ≤ 2 ulp.
// [snip:polar-scale]
double polar_scale(double s);
// [snip:polar-scale]

/// \brief One seeded stream of random numbers.
///
/// The engine is std::mt19937, whose words the C++ standard fixes; the
/// distributions are our own, because the standard leaves those open. Every draw
/// equals that of NumPy's `numpy.random.RandomState(seed)`, for any mixture of
/// calls in any order: the cached second value of normal() survives the other
/// calls, as it does there.
// [snip:rng-words]
class Rng {
public:
    /// \brief Starts the stream at the place that the seed names, by `init_genrand`.
    explicit Rng(std::uint32_t seed) : engine_(seed) {}

    /// \brief The next word of the engine, 32 bits.
    std::uint32_t bits32() { return static_cast<std::uint32_t>(engine_()); }

    /// \brief The next two words, the first one on top.
    std::uint64_t bits64() {
        const std::uint64_t high = bits32();  // its own line: the order is fixed
        return high << 32 | bits32();
    }
    // [snip:rng-words]

    /// \brief A uniform number in [0, 1): NumPy's `rand()`, \eqref{uniform-53}.
    // [snip:rng-uniform]
    double uniform() {
        const std::uint32_t r1 = bits32();
        const std::uint32_t r2 = bits32();
        return uniform_from_bits(r1, r2);
    }
    // [snip:rng-uniform]

    /// \brief A uniform number in [low, high): NumPy's `uniform(low, high)`.
    /// \implements{uniform-range}
    ///
    /// Domain: finite low and high with a finite difference; otherwise
    /// std::invalid_argument. Error: ≤ 2 ulp of the larger bound; rounding may
    /// reach high.
    // [snip:rng-draws]
    double uniform(double low, double high);

    /// \brief A standard normal number: NumPy's `randn()`.
    ///
    /// The polar method: each point that falls into the disc gives two values by
    /// polar_scale(), and the second is kept for the next call.
    double normal();

    /// \brief A whole number from 0 to `max`, both included, all equally likely.
    ///
    /// Draws a word of 32 bits where `max` fits into it and of 64 otherwise, and
    /// none at all for `max` = 0.
    std::uint64_t interval(std::uint64_t max);

    /// \brief A whole number in [low, high): NumPy's `randint(low, high)`.
    ///
    /// Throws std::invalid_argument unless low < high. The whole range of 64 bits
    /// is allowed.
    std::int64_t integer(std::int64_t low, std::int64_t high);
    // [snip:rng-draws]

    /// \brief Puts the items into a random order, in place: NumPy's `shuffle`.
    // [snip:rng-shuffles]
    template <class T>
    void shuffle(std::span<T> items) {
        shuffle_by(items.size(), [&](std::size_t i, std::size_t j) {
            std::swap(items[i], items[j]);
        });
    }

    /// \brief Puts the rows into a random order: NumPy's `shuffle` of a matrix.
    ///
    /// The matrix is Armadillo's, or another that has n_rows and can swap rows.
    template <class Matrix>
    void shuffle_rows(Matrix& matrix) {
        shuffle_by(matrix.n_rows,
                   [&](std::size_t i, std::size_t j) { matrix.swap_rows(i, j); });
    }
    // [snip:rng-shuffles]

    /// \brief 0 … n−1 in a random order: NumPy's `permutation(n)`.
    // [snip:rng-many]
    std::vector<std::size_t> permutation(std::size_t n);

    /// \brief `size` indices drawn with the probabilities p: NumPy's `choice(n,
    /// size, p=p)`.
    ///
    /// Throws std::invalid_argument unless p is non-negative and sums to 1
    /// within 1.5e-8.
    std::vector<std::size_t> choice(std::span<const double> p, std::size_t size);

    /// \brief Fills the span as repeated calls of uniform() would.
    void fill_uniform(std::span<double> out);

    /// \brief Fills the span as repeated calls of normal() would.
    void fill_normal(std::span<double> out);
    // [snip:rng-many]

private:
    /// \brief Fisher and Yates, from the last place to the second.
    // [snip:fisher-yates]
    template <class Swap>
    void shuffle_by(std::size_t n, Swap swap) {
        for (std::size_t i = n; i-- > 1;)
            swap(i, static_cast<std::size_t>(interval(i)));
    }
    // [snip:fisher-yates]

    // [snip:rng-state]
    std::mt19937 engine_;
    double cached_normal_ = 0.0;
    bool has_cached_normal_ = false;
};
// [snip:rng-state]

}  // namespace nn
