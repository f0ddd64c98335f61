#include <cmath>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Mistake;
using diagnosis::show;
using Point = std::vector<double>;

struct Line {
    double w, b;
};

struct Place {
    Point w, x;
    double b;
};

std::vector<Place> places() {
    return {
        {{3, 4}, {3, 4}, -5},
        {{3, 4}, {0, 0}, -5},
        {{6, 8}, {3, 4}, -10},
        {{-2}, {1.5}, 7},
        {{2, -3, 6}, {1, 1, -1}, 2.5},
        {{8, 9, 12}, {0.5, -0.25, 1}, 0},
        {{0.5, 0, -0.1, 0.7}, {-3, 11, 0.3, 2}, -0.4},
    };
}

std::string describe(const Place& p) {
    return "w = " + show(p.w) + ", x = " + show(p.x) + ", b = " + show(p.b);
}

double sum_of(const Place& p) {
    double sum = p.b;
    for (std::size_t i = 0; i < p.w.size(); ++i) sum += p.w[i] * p.x[i];
    return sum;
}

double squares_of(const Place& p) {
    double squares = 0.0;
    for (const double w : p.w) squares += w * w;
    return squares;
}

double length_of(const Place& p) {
    return std::sqrt(squares_of(p));
}

double sizes_of(const Place& p) {
    double sizes = 0.0;
    for (const double w : p.w) sizes += std::abs(w);
    return sizes;
}

double distance_of(const Place& p) {
    return sum_of(p) / length_of(p);
}

// From x, so far along w.
std::vector<Close> moved(const Place& p, double steps) {
    std::vector<Close> point;
    for (std::size_t i = 0; i < p.x.size(); ++i)
        point.push_back({p.x[i] + steps * p.w[i]});
    return point;
}

std::vector<Mistake<Line, Close>> mistakes_of_threshold() {
    return {
        {"the sign: at a threshold of b / w the sum is 2b, and not 0",
         [](Line n) { return Close{n.b / n.w}; }},
        {"the weight is left out: −b is the threshold only if the weight is 1",
         [](Line n) { return Close{-n.b}; }},
        {"multiplied by the weight instead of divided",
         [](Line n) { return Close{-n.b * n.w}; }},
        {"upside down: the bias is divided by the weight",
         [](Line n) { return Close{-n.w / n.b}; }},
    };
}

std::vector<Mistake<Place, Close>> mistakes_of_distance() {
    return {
        {"the side is lost: where the neuron is silent the distance is negative",
         [](const Place& p) { return Close{std::abs(distance_of(p))}; }},
        {"this is the weighted sum: it has to be divided by the length of w",
         [](const Place& p) { return Close{sum_of(p)}; }},
        {"divided by the square of the length: a root is missing",
         [](const Place& p) { return Close{sum_of(p) / squares_of(p)}; }},
        {"the length of w is not the sum of its weights' sizes: add squares, and "
         "take the root",
         [](const Place& p) { return Close{sum_of(p) / sizes_of(p)}; }},
        {"the bias is not divided by the length of w: it is in the sum, and the "
         "whole sum is",
         [](const Place& p) {
             return Close{(sum_of(p) - p.b) / length_of(p) + p.b};
         }},
        {"the bias is missing: this is the distance from a boundary through the "
         "origin",
         [](const Place& p) { return Close{(sum_of(p) - p.b) / length_of(p)}; }},
        {"the bias is in the length of w: it does not turn the boundary, it only "
         "moves it",
         [](const Place& p) {
             return Close{sum_of(p) / std::sqrt(squares_of(p) + p.b * p.b)};
         }},
    };
}

std::vector<Mistake<Place, std::vector<Close>>> mistakes_of_nearest() {
    return {
        {"the walk goes away from the boundary: twice the distance is left",
         [](const Place& p) { return moved(p, distance_of(p) / length_of(p)); }},
        {"the arrow is not made 1 long before the walk: it goes too far, or not "
         "far enough",
         [](const Place& p) { return moved(p, -distance_of(p)); }},
        {"the walk is as long as the weighted sum, and not as the distance",
         [](const Place& p) { return moved(p, -sum_of(p) / length_of(p)); }},
        {"on the silent side the walk goes the wrong way: the distance is negative "
         "there, and its sign belongs into the walk",
         [](const Place& p) {
             return moved(p, -std::abs(distance_of(p)) / length_of(p));
         }},
    };
}

}  // namespace

TEST_CASE("At its threshold a neuron with one input changes its answer") {
    diagnosis::check<Line, Close>(
        {.inputs = {{2, -3}, {1, 5}, {-2, 3}, {0.25, 1}, {-10, -1}},
         .describe =
             [](Line n) { return "w = " + show(n.w) + ", b = " + show(n.b); },
         .right = [](Line n) { return Close{-n.b / n.w}; },
         .yours = [](Line n) { return Close{nn::exercise::threshold(n.w, n.b)}; },
         .mistakes = mistakes_of_threshold()});
}

TEST_CASE("The signed distance from the boundary") {
    diagnosis::check<Place, Close>(
        {.inputs = places(),
         .describe = describe,
         .right = [](const Place& p) { return Close{distance_of(p)}; },
         .yours =
             [](const Place& p) {
                 return Close{nn::exercise::signed_distance(p.w, p.x, p.b)};
             },
         .mistakes = mistakes_of_distance()});
}

TEST_CASE("The nearest point of the boundary") {
    diagnosis::check<Place, std::vector<Close>>(
        {.inputs = places(),
         .describe = describe,
         .right =
             [](const Place& p) {
                 return moved(p, -distance_of(p) / length_of(p));
             },
         .yours =
             [](const Place& p) {
                 std::vector<Close> point;
                 for (const double x :
                      nn::exercise::nearest_on_boundary(p.w, p.x, p.b))
                     point.push_back({x});
                 return point;
             },
         .mistakes = mistakes_of_nearest()});
}
