#include <numeric>
#include <span>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/rng.hpp"

namespace {

struct Deck {
    std::uint32_t seed;
    int size;
};

using Order = std::vector<int>;
using Shuffle = std::function<void(std::span<int>, nn::exercise::Interval)>;

std::vector<Deck> decks() {
    std::vector<Deck> decks = {{42, 10}};
    for (std::uint32_t seed = 0; seed < 40; ++seed)
        for (const int size : {2, 3, 5, 100}) decks.push_back({seed, size});
    return decks;
}

Order sorted(int size) {
    Order order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

Order shuffled(Deck deck, const Shuffle& shuffle) {
    nn::Rng rng(deck.seed);
    Order order = sorted(deck.size);
    shuffle(order, [&](std::uint64_t max) { return rng.interval(max); });
    return order;
}

// What a loop makes that swaps place i with the place that `partner` draws for it.
diagnosis::Mistake<Deck, Order> mistake(
    const std::string& name, bool forwards, std::size_t first,
    const std::function<std::uint64_t(std::size_t i, std::size_t n,
                                      nn::exercise::Interval)>& partner) {
    return {name, [=](Deck deck) {
                return shuffled(deck, [&](std::span<int> items, auto interval) {
                    const std::size_t n = items.size();
                    for (std::size_t step = first; step < n; ++step) {
                        const std::size_t i =
                            forwards ? step : n - 1 - (step - first);
                        std::swap(items[i], items[partner(i, n, interval)]);
                    }
                });
            }};
}

std::vector<diagnosis::Mistake<Deck, Order>> mistakes() {
    return {
        mistake("drawn from all n places at each step, which is biased: the 27 "
                "paths for 3 items cannot be shared evenly by 6 orders",
                false, 1,
                [](auto, auto n, auto interval) { return interval(n - 1); }),
        mistake("drawn from all n places at each step, which is biased: the 27 "
                "paths for 3 items cannot be shared evenly by 6 orders",
                true, 0,
                [](auto, auto n, auto interval) { return interval(n - 1); }),
        mistake("an item cannot stay in its place: this is Sattolo's shuffle, "
                "which makes single cycles only",
                false, 1,
                [](auto i, auto, auto interval) { return interval(i - 1); }),
        mistake(
            "it goes forwards: all orders are equally likely, but NumPy starts "
            "from the last place, so the same seed gives another order",
            true, 0,
            [](auto i, auto n, auto interval) { return i + interval(n - 1 - i); }),
        mistake("it grows from the first place: all orders are equally likely, but "
                "NumPy starts from the last place",
                true, 1, [](auto i, auto, auto interval) { return interval(i); }),
        mistake("the last step is missing: places 0 and 1 are never asked to swap",
                false, 2, [](auto i, auto, auto interval) { return interval(i); }),
    };
}

}  // namespace

TEST_CASE("The order is that of NumPy's shuffle") {
    diagnosis::check<Deck, Order>(
        {.inputs = decks(),
         .describe =
             [](Deck deck) {
                 return "0 to " + diagnosis::show(deck.size - 1) +
                        " in order, seed " + diagnosis::show(deck.seed);
             },
         .right =
             [](Deck deck) {
                 Order order = sorted(deck.size);
                 nn::Rng(deck.seed).shuffle(std::span(order));
                 return order;
             },
         .yours = [](Deck deck) { return shuffled(deck, nn::exercise::shuffle); },
         .mistakes = mistakes()});
}

TEST_CASE("Nothing and a single item stay as they are") {
    CHECK(shuffled({42, 0}, nn::exercise::shuffle) == sorted(0));
    CHECK(shuffled({42, 1}, nn::exercise::shuffle) == sorted(1));
}
