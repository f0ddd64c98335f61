#include <stdexcept>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

struct Range {
    std::uint32_t seed, max;
};

using Numbers = std::vector<std::uint32_t>;
using Draw =
    std::function<std::uint32_t(std::uint32_t max, nn::exercise::NextWord)>;

// Twenty numbers and the word after them, which tells how many words they took.
Numbers numbers(const Range& range, const Draw& draw) {
    nn::Rng rng(range.seed);
    int words = 0;
    const auto next_word = [&] {
        if (++words > 10000)
            throw std::runtime_error(
                "a number took more than 10000 words; does your mask "
                "keep only as many bits as max has?");
        return rng.bits32();
    };
    Numbers numbers;
    for (int i = 0; i < 20; ++i, words = 0)
        numbers.push_back(draw(range.max, next_word));
    numbers.push_back(rng.bits32());
    return numbers;
}

diagnosis::Mistake<Range, Numbers> mistake(const std::string& name,
                                           const Draw& draw) {
    return {name, [=](const Range& range) { return numbers(range, draw); }};
}

std::uint32_t mask_of(std::uint32_t max) {
    return static_cast<std::uint32_t>(nn::mask_of(max));
}

std::uint32_t redrawn(std::uint32_t limit, std::uint32_t mask,
                      const nn::exercise::NextWord& next_word) {
    std::uint32_t value = next_word() & mask;
    while (value > limit) value = next_word() & mask;
    return value;
}

std::vector<diagnosis::Mistake<Range, Numbers>> mistakes() {
    return {
        mistake(
            "the remainder of a division: some numbers come more often than others",
            [](auto max, auto next_word) {
                return max == 0 ? 0
                                : static_cast<std::uint32_t>(
                                      next_word() % (std::uint64_t{max} + 1));
            }),
        mistake("clamped to max instead of drawn again: max comes too often",
                [](auto max, auto next_word) {
                    return max == 0 ? 0 : std::min(next_word() & mask_of(max), max);
                }),
        mistake("the mask has one bit too few: the upper numbers never come",
                [](auto max, auto next_word) {
                    return max == 0 ? 0 : next_word() & mask_of(max) >> 1;
                }),
        mistake("max itself is never drawn: it is a number like the others",
                [](auto max, auto next_word) {
                    return max == 0 ? 0 : redrawn(max - 1, mask_of(max), next_word);
                }),
        mistake("a word is drawn for max = 0, and shifts all numbers after it",
                [](auto max, auto next_word) {
                    return redrawn(max, mask_of(max), next_word);
                }),
    };
}

}  // namespace

TEST_CASE("Whole numbers from 0 to max, drawn as NumPy draws them") {
    diagnosis::check<Range, Numbers>(
        {.inputs = {{42, 5},
                    {42, 0},
                    {42, 1},
                    {1, 9},
                    {2, 255},
                    {3, 256},
                    {4, 1000000},
                    {5, 0x80000000},
                    {6, 0xffffffff}},
         .describe =
             [](Range range) {
                 return "20 numbers with max = " + diagnosis::show(range.max) +
                        " under seed " + diagnosis::show(range.seed) +
                        ", and the word after them";
             },
         .right =
             [](Range range) {
                 nn::Rng rng(range.seed);
                 Numbers numbers(20);
                 for (auto& n : numbers)
                     n = static_cast<std::uint32_t>(rng.interval(range.max));
                 numbers.push_back(rng.bits32());
                 return numbers;
             },
         .yours =
             [](Range range) { return numbers(range, nn::exercise::interval); },
         .mistakes = mistakes()});
}
