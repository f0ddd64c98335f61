#include <random>
#include <sstream>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using nn::exercise::State;

// The state after so many twists: the standard library's engine prints it.
State state_after(std::uint32_t seed, unsigned long long twists) {
    std::mt19937 engine(seed);
    engine.discard(624 * twists);
    std::stringstream text;
    text << engine;
    State state;
    for (std::uint32_t& word : state) text >> word;
    return state;
}

std::string under(std::uint32_t seed) {
    return "seed " + diagnosis::show(seed);
}

State filled(std::uint32_t seed, int shift, std::uint32_t step) {
    State state{seed};
    for (std::uint32_t i = 1; i < 624; ++i) {
        const std::uint32_t x = state[i - 1];
        state[i] = 1812433253u * (shift == 0 ? x : x ^ x >> shift) + i * step;
    }
    return state;
}

struct Word {
    std::uint32_t before, after;
};

std::vector<Word> tempered_words() {
    std::mt19937 engine(5489);
    engine.discard(624);
    std::vector<Word> words;
    for (const std::uint32_t word : state_after(5489, 2))
        words.push_back({word, static_cast<std::uint32_t>(engine())});
    return words;
}

std::uint32_t tempered(std::uint32_t y, int b, int c, bool other_way) {
    y ^= y >> 11;
    y ^= y << b & 0x9d2c5680u;
    y ^= y << c & 0xefc60000u;
    return y ^ (other_way ? y << 18 : y >> 18);
}

struct Twist {
    std::uint32_t seed;
    unsigned long long twists;
};

// What a twist mixes up: y and the oddness are made by the mistake, from words i
// and i + 1.
struct MixUp {
    std::function<std::uint32_t(std::uint32_t, std::uint32_t)> y, odd;
    bool old_words = false;
};

State twisted(State state, const MixUp& mix_up) {
    const State old = state;
    for (std::size_t i = 0; i < 624; ++i) {
        const State& read = mix_up.old_words ? old : state;
        const std::uint32_t a = read[i], b = read[(i + 1) % 624],
                            y = mix_up.y(a, b);
        state[i] =
            read[(i + 397) % 624] ^ y >> 1 ^ mix_up.odd(a, y) % 2 * 0x9908b0dfu;
    }
    return state;
}

diagnosis::Mistake<Twist, State> mistake(const std::string& name,
                                         const MixUp& mix_up) {
    return {name, [=](Twist t) {
                return twisted(state_after(t.seed, t.twists), mix_up);
            }};
}

std::uint32_t joined(std::uint32_t a, std::uint32_t b) {
    return (a & 0x80000000u) | (b & 0x7fffffffu);
}

std::uint32_t of_y(std::uint32_t, std::uint32_t y) {
    return y;
}

std::vector<diagnosis::Mistake<std::uint32_t, State>> seeding_mistakes() {
    return {
        {"init_genrand does not add i",
         [](auto seed) { return filled(seed, 30, 0); }},
        {"init_genrand does not mix in the word shifted by 30",
         [](auto seed) { return filled(seed, 0, 1); }},
        {"init_genrand shifts by another number than 30",
         [](auto seed) { return filled(seed, 31, 1); }},
    };
}

std::vector<diagnosis::Mistake<Twist, State>> twisting_mistakes() {
    return {
        mistake("the upper and the lower mask are exchanged",
                {[](auto a, auto b) { return joined(b, a); }, of_y}),
        mistake("an old word is read where a new one is there already",
                {joined, of_y, true}),
        mistake("whether to xor 0x9908b0df is decided by word i, and not by y",
                {joined, [](auto a, auto) { return a; }}),
        mistake("0x9908b0df is xored in for even y too",
                {joined, [](auto, auto) { return 1u; }}),
        mistake("0x9908b0df is missing for odd y",
                {joined, [](auto, auto) { return 0u; }}),
    };
}

std::vector<diagnosis::Mistake<Word, std::uint32_t>> tempering_mistakes() {
    return {
        {"the shifts by 7 and by 15 are exchanged",
         [](Word word) { return tempered(word.before, 15, 7, false); }},
        {"a shift of the tempering goes the other way: by 18 is to the right",
         [](Word word) { return tempered(word.before, 7, 15, true); }},
    };
}

}  // namespace

TEST_CASE("init_genrand fills the state from a seed") {
    diagnosis::check<std::uint32_t, State>(
        {.inputs = {42, 0, 1, 5489, 0xffffffff},
         .describe = under,
         .right = [](std::uint32_t seed) { return state_after(seed, 0); },
         .yours = nn::exercise::init_genrand,
         .mistakes = seeding_mistakes()});
}

TEST_CASE("twist replaces the state by the next one") {
    diagnosis::check<Twist, State>(
        {.inputs = {{42, 0}, {42, 1}, {5489, 0}, {5489, 7}},
         .describe =
             [](Twist t) {
                 return "the state after " + diagnosis::show(t.twists) +
                        " twists, " + under(t.seed);
             },
         .right = [](Twist t) { return state_after(t.seed, t.twists + 1); },
         .yours =
             [](Twist t) {
                 State state = state_after(t.seed, t.twists);
                 nn::exercise::twist(state);
                 return state;
             },
         .mistakes = twisting_mistakes()});
}

TEST_CASE("temper makes the output of a word") {
    diagnosis::check<Word, std::uint32_t>(
        {.inputs = tempered_words(),
         .describe = [](Word word) { return diagnosis::hex(word.before); },
         .right = [](Word word) { return word.after; },
         .yours = [](Word word) { return nn::exercise::temper(word.before); },
         .mistakes = tempering_mistakes()});
}

TEST_CASE("A million words are those of std::mt19937") {
    std::mt19937 engine(20240229);
    State state = nn::exercise::init_genrand(20240229);
    for (std::size_t i = 0; i < 1000000; ++i) {
        if (i % state.size() == 0) nn::exercise::twist(state);
        if (nn::exercise::temper(state[i % state.size()]) != engine())
            FAIL("word number " << i << " differs");
    }
}
