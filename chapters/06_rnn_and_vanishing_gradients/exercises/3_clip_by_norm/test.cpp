#include <cmath>
#include <limits>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using nn::exercise::Parts;

struct Gradient {
    std::string name;
    Parts parts;
    double longest;
};

std::vector<Gradient> gradients() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    nn::Rng rng(7);
    const Parts layer{diagnosis::normals(12, rng, 3.0), diagnosis::normals(9, rng),
                      diagnosis::normals(3, rng, 0.01)};
    return {
        {"the parts (3, 0) and (4), at most 1", {{3, 0}, {4}}, 1},
        {"the parts (3, 0) and (4), at most 10", {{3, 0}, {4}}, 10},
        {"a layer, at most 2", layer, 2},
        {"a layer, at most 11", layer, 11},
        {"a layer, at most 1000", layer, 1000},
        {"negative slopes, at most 1", {{-6}, {-2, 3}}, 1},
        {"short parts of a long gradient, at most 1", {{0.9}, {0.9}, {-0.9}}, 1},
        {"slopes of 0", {{0, 0}, {0}}, 1},
        {"an infinite slope", {{1, infinity}, {2}}, 1},
        {"a slope that is not a number", {{1, std::nan("")}, {2}}, 1}};
}

// Clipping, and what people make of it.
struct Slip {
    enum Length { euclid, squares, absolute, largest } length = euclid;
    bool one_part_at_a_time = false;
    bool numbers_alone = false;  // each between -longest and longest
    bool short_ones_too = false;
    bool to_one = false;  // and not to `longest`
    bool guards_infinity = true;
    bool guards_nan = true;
    bool returns_after = false;
};

double length_of(const Parts& parts, const Slip& slip) {
    double squares = 0.0, sum = 0.0, largest = 0.0;
    for (const double slope : diagnosis::joined(parts)) {
        squares += slope * slope;
        sum += std::abs(slope);
        largest = std::max(largest, std::abs(slope));
    }
    switch (slip.length) {
        case Slip::squares:
            return squares;
        case Slip::absolute:
            return sum;
        case Slip::largest:
            return largest;
        default:
            return std::sqrt(squares);
    }
}

void scale(Parts& parts, double length, double longest, const Slip& slip) {
    if (std::isinf(length) && slip.guards_infinity) return;
    if (std::isnan(length) && slip.guards_nan) return;
    if (length <= longest && !slip.short_ones_too) return;
    for (auto& part : parts)
        for (double& slope : part) slope *= (slip.to_one ? 1.0 : longest) / length;
}

double clip(Parts& parts, double longest, const Slip& slip) {
    const double length = length_of(parts, slip);
    if (slip.numbers_alone) {
        for (auto& part : parts)
            for (double& slope : part) slope = std::clamp(slope, -longest, longest);
    } else if (slip.one_part_at_a_time) {
        for (auto& part : parts) {
            Parts alone{part};
            scale(alone, length_of(alone, slip), longest, slip);
            part = alone[0];
        }
    } else {
        scale(parts, length, longest, slip);
    }
    return slip.returns_after ? length_of(parts, slip) : length;
}

// The length that is returned, then the slopes.
std::vector<Close> after(double length, const Parts& parts) {
    std::vector<Close> all = diagnosis::rounded(diagnosis::joined(parts));
    all.insert(all.begin(), {length});
    return all;
}

std::vector<Close> clipped(Gradient gradient, const Slip& slip) {
    const double length = clip(gradient.parts, gradient.longest, slip);
    return after(length, gradient.parts);
}

std::vector<diagnosis::Mistake<Gradient, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Gradient, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Gradient& gradient) {
                           return clipped(gradient, slip);
                       }});
    };
    mistake("each part is clipped on its own: all parts have one length together",
            {.one_part_at_a_time = true});
    mistake("each number is clipped on its own: the gradient loses its way",
            {.numbers_alone = true});
    mistake("a short gradient is made longer: it stays as it is",
            {.short_ones_too = true});
    mistake("the root is missing: the length is the root of the sum of squares",
            {.length = Slip::squares});
    mistake("the sum of the sizes: the length is the root of the sum of squares",
            {.length = Slip::absolute});
    mistake("the largest slope: the length is the root of the sum of squares",
            {.length = Slip::largest});
    mistake("clipped to a length of 1: it is to be `longest` long",
            {.to_one = true});
    mistake("an infinite gradient is scaled: without a direction it stays",
            {.guards_infinity = false});
    mistake("a gradient that is not finite is scaled: without a direction it stays",
            {.guards_infinity = false, .guards_nan = false});
    mistake("the length after clipping is returned: the one before is asked for",
            {.returns_after = true});
    return all;
}

}  // namespace

TEST_CASE("Clip by norm: the length before, then the slopes of all parts") {
    diagnosis::check<Gradient, std::vector<Close>>(
        {.inputs = gradients(),
         .describe = [](const Gradient& gradient) { return gradient.name; },
         .right = [](const Gradient& gradient) { return clipped(gradient, {}); },
         .yours =
             [](Gradient gradient) {
                 const double length =
                     nn::exercise::clip_parts(gradient.parts, gradient.longest);
                 return after(length, gradient.parts);
             },
         .mistakes = mistakes()});
}
