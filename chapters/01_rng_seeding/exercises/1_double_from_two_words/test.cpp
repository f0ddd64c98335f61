#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

struct Words {
    std::uint32_t a, b;
};

double divided(double high, double low, double divisor) {
    return (high * 0x1p26 + low) / divisor;
}

std::vector<Words> words() {
    std::vector<Words> words = {{0, 0},
                                {0xffffffff, 0xffffffff},
                                {0xffffffff, 0},
                                {0, 0xffffffff},
                                {0x20, 0x40}};
    nn::Rng rng(42);
    for (int i = 0; i < 1000; ++i) {
        const std::uint32_t a = rng.bits32();
        words.push_back({a, rng.bits32()});
    }
    return words;
}

std::vector<diagnosis::Mistake<Words, double>> mistakes() {
    return {
        {"the two words are swapped",
         [](Words w) { return divided(w.b >> 5, w.a >> 6, 0x1p53); }},
        {"divided by 2^53 - 1 instead of 2^53: the result can be 1",
         [](Words w) { return divided(w.a >> 5, w.b >> 6, 0x1p53 - 1); }},
        {"only the first word is used: 32 random bits of 53",
         [](Words w) { return w.a / 0x1p32; }},
        {"only the second word is used: 32 random bits of 53",
         [](Words w) { return w.b / 0x1p32; }},
        {"all 64 bits are used, and a double has room for 53: the result can be 1",
         [](Words w) { return (w.a * 0x1p32 + w.b) / 0x1p64; }},
        {"the two shifts are exchanged",
         [](Words w) { return divided(w.a >> 6, w.b >> 5, 0x1p53); }},
    };
}

}  // namespace

TEST_CASE("Two words of 32 bits make one double in [0, 1)") {
    using diagnosis::hex;
    diagnosis::check<Words, double>(
        {.inputs = words(),
         .describe =
             [](Words w) { return "a = " + hex(w.a) + ", b = " + hex(w.b); },
         .right = [](Words w) { return nn::uniform_from_bits(w.a, w.b); },
         .yours = [](Words w) { return nn::exercise::uniform_from_bits(w.a, w.b); },
         .mistakes = mistakes()});
}
