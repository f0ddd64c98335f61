#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

// What the program holds, and the most that it has held, in bytes.
std::size_t held = 0, most = 0;

constexpr std::size_t front = 16;  // the size of a block stands before it

}  // namespace

void* operator new(std::size_t bytes) {
    void* const block = std::malloc(bytes + front);
    if (block == nullptr) throw std::bad_alloc();
    *static_cast<std::size_t*>(block) = bytes;
    held += bytes;
    most = std::max(most, held);
    return static_cast<char*>(block) + front;
}

void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    try {
        return operator new(bytes);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    void* const block = static_cast<char*>(memory) - front;
    held -= *static_cast<std::size_t*>(block);
    std::free(block);
}

void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;

struct Task {
    std::string name;
    Column query;
    std::size_t size;
    Columns keys, values;
};

// Tokens whose key and value lie in the same places, one after the other.
class Passing final : public nn::exercise::TokenStream {
public:
    explicit Passing(const Task& task)
        : task_(task), key_(task.query.size()), value_(task.size) {}

    const nn::exercise::Token* next() override {
        if (place_ == task_.keys.size()) return nullptr;
        key_ = task_.keys[place_];
        value_ = task_.values[place_++];
        token_ = {key_, value_};
        return &token_;
    }

private:
    const Task& task_;
    std::size_t place_ = 0;
    Column key_, value_;
    nn::exercise::Token token_;
};

Task random_task(std::size_t tokens, std::size_t d, std::size_t size,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    Task task{
        show(tokens) + " tokens, d = " + show(d) + ", values of " + show(size),
        diagnosis::normals(d, rng),
        size,
        {},
        {}};
    task.keys = diagnosis::normal_columns(tokens, d, rng);
    task.values = diagnosis::normal_columns(tokens, size, rng);
    return task;
}

std::vector<Task> tasks() {
    const double ln2 = std::log(2.0);
    return {
        {"three tokens, by hand", {1}, 1, {{0}, {ln2}, {-ln2}}, {{8}, {2}, {4}}},
        random_task(8, 4, 3, 1),
        random_task(40, 3, 2, 2),
        {"scores of 1000 and 1", {1}, 1, {{1000}, {1}}, {{1}, {2}}},
        {"scores of 1, 1000 and 998",
         {1},
         1,
         {{1}, {1000}, {998}},
         {{1}, {2}, {3}}},
        {"scores of -2000 and -2001", {-1}, 1, {{2000}, {2001}}, {{1}, {2}}},
        {"no token", {1, 2}, 2, {}, {}}};
}

// A look-up in passing, and what people make of it.
struct Slip {
    enum Relative {
        to_largest,
        to_nothing,
        to_first,
        to_last
    } relative = to_largest;
    bool root = true;
    bool sum_fades = true;
    bool mix_fades = true;
    bool from_zero = false;  // the largest score, in the place of −∞
    bool divided = true;
    bool nobody = true;  // is a case of its own
    bool mean_so_far = false;
};

double score_of(const Task& task, std::size_t j, const Slip& slip) {
    const std::size_t d = task.query.size();
    double score = 0.0;
    for (std::size_t i = 0; i < d; ++i)
        score += task.keys[j][i] * task.query[i] /
                 (slip.root ? std::sqrt(double(d)) : 1.0);
    return score;
}

double measure(double before, double score, bool first, const Slip& slip) {
    switch (slip.relative) {
        case Slip::to_nothing:
            return 0.0;
        case Slip::to_first:
            return first ? score : before;
        case Slip::to_last:
            return score;
        default:
            return std::max(before, score);
    }
}

std::vector<Close> output_of(const Task& task, const Slip& slip) {
    double m = slip.from_zero || slip.relative == Slip::to_nothing
                   ? 0.0
                   : -std::numeric_limits<double>::infinity();
    double sum = 0.0;
    Column mix(task.size);
    for (std::size_t j = 0; j < task.keys.size(); ++j) {
        const double score = score_of(task, j, slip), before = m;
        m = measure(before, score, j == 0, slip);
        const double fade = std::exp(before - m), share = std::exp(score - m);
        sum = (slip.sum_fades ? fade : 1.0) * sum + share;
        for (std::size_t i = 0; i < mix.size(); ++i)
            mix[i] =
                (slip.mix_fades ? fade : 1.0) * mix[i] + share * task.values[j][i];
    }
    for (double& number : mix)
        if (slip.divided && !(slip.nobody && sum == 0)) number /= sum;
    return diagnosis::rounded(mix);
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Task& task) { return output_of(task, slip); }});
    };
    mistake("1/√d is missing: a score is k · q / √d", {.root = false});
    mistake("the sum does not fade: it is relative to the largest score so far",
            {.sum_fades = false});
    mistake("the mix does not fade: it is relative to the largest score so far",
            {.mix_fades = false});
    mistake("nothing fades: both are relative to the largest score so far",
            {.sum_fades = false, .mix_fades = false});
    mistake("the largest score begins with 0: before any token it is −∞",
            {.from_zero = true});
    mistake("large scores overflow: keep the exponentials relative to the largest",
            {.relative = Slip::to_nothing});
    mistake("large scores overflow: keep the exponentials relative to the largest",
            {.relative = Slip::to_nothing, .nobody = false});
    mistake("all is relative to the first score: a larger one may come",
            {.relative = Slip::to_first});
    mistake("all is relative to the last score: it is the largest that counts",
            {.relative = Slip::to_last});
    mistake("the mix is not divided by the sum: in the end it is",
            {.divided = false});
    mistake("0 divided by 0: where no token passes, the output is 0",
            {.nobody = false});
    return all;
}

// The most that is held at once while a text passes, beyond what is held anyway.
std::size_t memory_for(const Task& task) {
    Passing tokens(task);
    const std::size_t before = held;
    most = held;
    nn::exercise::look_up_in_passing(task.query, task.size, tokens);
    return most - before;
}

}  // namespace

TEST_CASE("What a query finds among the tokens that pass") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return output_of(task, {}); },
         .yours =
             [](const Task& task) {
                 Passing tokens(task);
                 return diagnosis::rounded(nn::exercise::look_up_in_passing(
                     task.query, task.size, tokens));
             },
         .mistakes = mistakes()});
}

TEST_CASE("The memory does not grow with the text") {
    const std::size_t for_100 = memory_for(random_task(100, 4, 3, 5));
    const std::size_t for_10000 = memory_for(random_task(10000, 4, 3, 6));
    if (for_10000 > for_100 + 64)
        FAIL(
            "the memory grows with the text: keep the largest score, the sum and "
            "the mix"
            << "\n    for       10000 tokens\n    expected  as for 100, " << for_100
            << " bytes\n    yours     " << for_10000 << " bytes");
    SUCCEED();
}
