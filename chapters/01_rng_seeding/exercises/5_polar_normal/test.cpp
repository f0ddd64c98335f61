#include <cmath>
#include <memory>
#include <numbers>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

using nn::exercise::NormalStream;

// Calls on two streams: n and u ask the first for a normal and a uniform number, N
// and U the second.
struct Calls {
    std::uint32_t seed;
    std::string letters;
};

using Numbers = std::vector<diagnosis::Near>;

// Two streams of any kind that has uniform() and normal().
template <class Stream>
Numbers answers(const Calls& calls, Stream first, Stream second) {
    Numbers numbers;
    for (const char letter : calls.letters) {
        Stream& stream = letter == 'n' || letter == 'u' ? first : second;
        const bool normal = letter == 'n' || letter == 'N';
        numbers.push_back({normal ? stream.normal() : stream.uniform()});
    }
    return numbers;
}

std::function<double()> uniforms(std::uint32_t seed) {
    return [rng = nn::Rng(seed)]() mutable { return rng.uniform(); };
}

Numbers yours(const Calls& calls) {
    return answers(calls, NormalStream(uniforms(calls.seed)),
                   NormalStream(uniforms(calls.seed + 1)));
}

using Pair = std::pair<double, double>;
using MakePair = std::function<Pair(const std::function<double()>& uniform)>;

// What happens to the second number of a pair.
enum class Keep { own, never, forever, shared };

struct Cache {
    double value = 0.0;
    bool full = false;
};

// A stream with a mistake in it.
struct Mistaken {
    std::function<double()> uniform;
    MakePair make_pair;
    Keep keep;
    std::shared_ptr<Cache> cache;

    double normal() {
        if (cache->full) {
            cache->full = keep == Keep::forever;
            return cache->value;
        }
        const auto [given, kept] = make_pair(uniform);
        *cache = {kept, keep != Keep::never};
        return given;
    }
};

diagnosis::Mistake<Calls, Numbers> mistake(const std::string& name,
                                           const MakePair& make_pair,
                                           Keep keep = Keep::own) {
    return {name, [=](const Calls& calls) {
                auto one = std::make_shared<Cache>();
                auto two = keep == Keep::shared ? one : std::make_shared<Cache>();
                return answers(
                    calls, Mistaken{uniforms(calls.seed), make_pair, keep, one},
                    Mistaken{uniforms(calls.seed + 1), make_pair, keep, two});
            }};
}

struct Point {
    double x, y, s;
};

Point point(const std::function<double()>& uniform) {
    const double x = 2.0 * uniform() - 1.0;
    const double y = 2.0 * uniform() - 1.0;
    return {x, y, x * x + y * y};
}

Point point_in_circle(const std::function<double()>& uniform) {
    Point p = point(uniform);
    while (p.s >= 1.0 || p.s == 0.0) p = point(uniform);
    return p;
}

double factor(double s) {
    return std::sqrt(-2.0 * std::log(s) / s);
}

Pair polar(const std::function<double()>& uniform) {
    const Point p = point_in_circle(uniform);
    return {factor(p.s) * p.y, factor(p.s) * p.x};
}

Pair swapped(const Pair& pair) {
    return {pair.second, pair.first};
}

Pair trigonometric(double a, double b) {
    const double radius = std::sqrt(-2.0 * std::log(a));
    const double angle = 2.0 * std::numbers::pi * b;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

std::vector<diagnosis::Mistake<Calls, Numbers>> mistakes() {
    return {
        mistake("the two numbers come in the other order: NumPy gives f·y first",
                [](auto& uniform) { return swapped(polar(uniform)); }),
        mistake("the second number is thrown away, and with it half of the work",
                polar, Keep::never),
        mistake("the kept number is given again and again", polar, Keep::forever),
        mistake("two streams share one cache: a static variable belongs to all",
                polar, Keep::shared),
        mistake("not divided by s under the root",
                [](auto& uniform) {
                    const Point p = point_in_circle(uniform);
                    const double f = std::sqrt(-2.0 * std::log(p.s));
                    return Pair{f * p.y, f * p.x};
                }),
        mistake("a point outside of the circle is kept: the logarithm of s is then "
                "positive, and the root is not a number",
                [](auto& uniform) {
                    const Point p = point(uniform);
                    return Pair{factor(p.s) * p.y, factor(p.s) * p.x};
                }),
        mistake("this is the trigonometric method of Box and Muller: good normal "
                "numbers, but others than NumPy's",
                [](auto& uniform) {
                    const double a = 1.0 - uniform();
                    return trigonometric(a, uniform());
                }),
        mistake("this is the trigonometric method of Box and Muller: good normal "
                "numbers, but others than NumPy's",
                [](auto& uniform) {
                    const double a = uniform();
                    return trigonometric(a, uniform());
                }),
    };
}

}  // namespace

TEST_CASE(
    "Normal numbers are those of NumPy's randn, whatever is drawn in between") {
    diagnosis::check<Calls, Numbers>(
        {.inputs = {{42, "nnnnnn"},
                    {42, "nunUuunnunn"},
                    {42, "nNnNuNUnnN"},
                    {7, "unnNunNNNnuunn"},
                    {1, std::string(200, 'n')}},
         .describe =
             [](const Calls& calls) {
                 return "the calls " + calls.letters.substr(0, 20) +
                        " under seed " + diagnosis::show(calls.seed) +
                        "\n              (n normal, u uniform; N and U on a second "
                        "stream)";
             },
         .right =
             [](const Calls& calls) {
                 return answers(calls, nn::Rng(calls.seed),
                                nn::Rng(calls.seed + 1));
             },
         .yours = yours,
         .mistakes = mistakes()});
}
