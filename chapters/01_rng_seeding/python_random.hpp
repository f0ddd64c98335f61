/// \file
/// \brief CPython's `random` module: the same engine, seeded another way.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <utility>

#include "nn/rng.hpp"

namespace nn {

/// \brief A seed sequence in the sense of the standard: fills the engine's state
/// from a key.
/// \implements{init-by-array}
///
/// Source: Matsumoto and Nishimura, init_by_array (2002). Each of the key's words
/// reaches every word of the state. Exact.
// [snip:init-by-array]
class InitByArray {
public:
    /// \brief The type the standard asks for.
    using result_type = std::uint32_t;

    /// \brief A key of two words; a small seed has 0 in the upper one and uses one
    /// word.
    explicit InitByArray(std::uint64_t seed);

    /// \brief Writes the state; std::mt19937 asks for all of its 624 words.
    void generate(std::uint32_t* begin, std::uint32_t* end) const;

private:
    std::uint32_t key_[2];
    std::size_t length_;
};
// [snip:init-by-array]

/// \brief The stream of CPython's `random.seed(seed)`, call by call.
// [snip:python-random]
class PythonRandom {
public:
    /// \brief `random.seed(seed)` for a seed that is a whole number.
    explicit PythonRandom(std::uint64_t seed);

    /// \brief `random.random()`: \eqref{uniform-53}.
    double random();

    /// \brief `random.randrange(n)`: the upper bits of a word, redrawn until below
    /// n.
    std::uint32_t below(std::uint32_t n);

    // [snip:python-random]
    // [snip:python-shuffle]
    /// \brief `random.shuffle(items)`.
    template <class T>
    void shuffle(std::span<T> items) {
        for (std::size_t i = items.size(); i-- > 1;)
            std::swap(items[i], items[below(static_cast<std::uint32_t>(i + 1))]);
    }

private:
    std::mt19937 engine_;
};
// [snip:python-shuffle]

}  // namespace nn
