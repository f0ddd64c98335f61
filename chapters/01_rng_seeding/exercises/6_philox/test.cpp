#include <random>
#include <utility>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/philox.hpp"

namespace {

using nn::exercise::Block;
using nn::exercise::Key;

struct Question {
    Block counter;
    Key key;
};

// The words in hexadecimal: the form of the published answers.
template <class Words>
std::string hex(const Words& words) {
    std::string text;
    for (const std::uint32_t word : words)
        text += (text.empty() ? "" : " ") + diagnosis::hex(word);
    return text;
}

std::string describe(const Question& question) {
    return "counter " + hex(question.counter) + "\n              key     " +
           hex(question.key);
}

std::string yours(const Question& question) {
    return hex(nn::exercise::philox(question.counter, question.key));
}

// What may be wrong with the rounds.
struct Recipe {
    int rounds = 10;
    bool bump_first = false, bump = true;
    std::uint64_t m0 = 0xD2511F53, m1 = 0xCD9E8D57;
    bool halves_exchanged = false, crossed = true;
};

Block after_round(const Block& x, const Key& k, const Recipe& recipe) {
    std::uint64_t p = recipe.m1 * x[2], q = recipe.m0 * x[0];
    if (!recipe.crossed) std::swap(p, q);
    const auto half = [&](std::uint64_t product, bool upper) {
        return static_cast<std::uint32_t>(
            upper != recipe.halves_exchanged ? product >> 32 : product);
    };
    return {half(p, true) ^ x[1] ^ k[0], half(p, false),
            half(q, true) ^ x[3] ^ k[1], half(q, false)};
}

diagnosis::Mistake<Question, std::string> mistake(const std::string& name,
                                                  const Recipe& recipe) {
    return {name, [=](const Question& question) {
                auto [x, k] = question;
                for (int round = 0; round < recipe.rounds; ++round) {
                    if (recipe.bump && (round > 0 || recipe.bump_first))
                        k = {k[0] + 0x9E3779B9u, k[1] + 0xBB67AE85u};
                    x = after_round(x, k, recipe);
                }
                return hex(x);
            }};
}

std::vector<diagnosis::Mistake<Question, std::string>> mistakes() {
    return {
        mistake(
            "the key is bumped before the first round: that one uses it as given",
            {.bump_first = true}),
        mistake("the key is never bumped: between two rounds it changes",
                {.bump = false}),
        mistake("the upper and the lower words are exchanged",
                {.halves_exchanged = true}),
        mistake("nine rounds instead of ten", {.rounds = 9}),
        mistake("eleven rounds instead of ten", {.rounds = 11}),
        mistake("the two multipliers are exchanged",
                {.m0 = 0xCD9E8D57, .m1 = 0xD2511F53}),
        mistake("the two products are not crossed: p1 goes to places 0 and 1, p0 "
                "to 2 and 3",
                {.crossed = false}),
    };
}

std::vector<Question> random_questions() {
    std::mt19937 engine(42);
    const auto word = [&] { return static_cast<std::uint32_t>(engine()); };
    std::vector<Question> questions(1000);
    for (Question& question : questions) {
        for (std::uint32_t& x : question.counter) x = word();
        for (std::uint32_t& k : question.key) k = word();
    }
    return questions;
}

}  // namespace

TEST_CASE("Philox4x32-10 gives its published answers") {
    constexpr std::uint32_t ones = 0xffffffff;
    const Question zeros = {{0, 0, 0, 0}, {0, 0}};
    const Question all_ones = {{ones, ones, ones, ones}, {ones, ones}};
    const Question pi = {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                         {0xa4093822, 0x299f31d0}};
    const auto answer = [&](const Question& question) {
        if (question.counter == zeros.counter)
            return "0x6627e8d5 0xe169c58d 0xbc57ac4c 0x9b00dbd8";
        if (question.counter == all_ones.counter)
            return "0x408f276d 0x41c83b0e 0xa20bc7c6 0x6d5451fd";
        return "0xd16cfe09 0x94fdcceb 0x5001e420 0x24126ea1";
    };
    diagnosis::check<Question, std::string>({.inputs = {zeros, all_ones, pi},
                                             .describe = describe,
                                             .right = answer,
                                             .yours = yours,
                                             .mistakes = mistakes()});
}

TEST_CASE("A thousand other blocks are those of nn::philox") {
    diagnosis::check<Question, std::string>(
        {.inputs = random_questions(),
         .describe = describe,
         .right =
             [](const Question& q) { return hex(nn::philox(q.counter, q.key)); },
         .yours = yours,
         .mistakes = mistakes()});
}
