#include <cmath>
#include <numbers>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::show;
using nn::exercise::Schedule;

std::vector<Schedule> schedules() {
    return {{8, 2, 4, 12}, {1, 0.25, 10, 30}, {0.5, 0.125, 0, 7}, {4, 0, 3, 8}};
}

// A schedule's rates, and what people make of them.
struct Slip {
    bool first_is_zero = false;
    bool share_of_all = false;  // of the steps, the warm-up included
    bool whole_numbers = false;
    bool goes_on = false;  // after the end
    double half_turns = 1.0;
    bool to_zero = false;  // and not to the lowest
    bool line = false;
    bool halved = true;
    bool upside_down = false;
};

double share_of(const Schedule& s, std::size_t step, const Slip& slip) {
    const std::size_t from = slip.share_of_all ? 0 : s.warm_up;
    if (slip.whole_numbers) return double((step - from) / (s.steps - from));
    return double(step - from) / double(s.steps - from);
}

double left_of(double share, const Slip& slip) {
    if (slip.line) return 1.0 - share;
    const double cosine = std::cos(slip.half_turns * std::numbers::pi * share);
    return (slip.halved ? 0.5 : 1.0) * (slip.upside_down ? 1 - cosine : 1 + cosine);
}

double rate(const Schedule& s, std::size_t step, const Slip& slip) {
    if (step < s.warm_up) {
        const std::size_t stair = slip.first_is_zero ? step : step + 1;
        return slip.whole_numbers ? s.highest * double(stair / s.warm_up)
                                  : s.highest * double(stair) / double(s.warm_up);
    }
    if (step >= s.steps && !slip.goes_on) return s.lowest;
    const double left = left_of(share_of(s, step, slip), slip);
    return slip.to_zero ? left * s.highest
                        : s.lowest + left * (s.highest - s.lowest);
}

template <class Rate>
std::vector<Close> rates(const Schedule& schedule, Rate at) {
    diagnosis::Column all;
    for (std::size_t step = 0; step <= schedule.steps + 3; ++step)
        all.push_back(at(schedule, step));
    return diagnosis::rounded(all);
}

std::vector<Close> with(const Schedule& schedule, const Slip& slip) {
    return rates(schedule, [&](const Schedule& s, std::size_t step) {
        return rate(s, step, slip);
    });
}

std::vector<diagnosis::Mistake<Schedule, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Schedule, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Schedule& schedule) { return with(schedule, slip); }});
    };
    mistake(
        "the first step has the rate 0: the warm-up begins with the first stair",
        {.first_is_zero = true});
    mistake("the cosine begins with step 0: it begins where the warm-up ends",
            {.share_of_all = true});
    mistake("whole numbers are divided: make doubles of them first",
            {.whole_numbers = true});
    mistake("the cosine goes on behind the end: the lowest rate stays",
            {.goes_on = true});
    mistake("a whole wave of the cosine: it is half of one, down",
            {.half_turns = 2.0});
    mistake("a quarter of a wave: at the end the cosine is −1",
            {.half_turns = 0.5});
    mistake("the rate falls to 0: it falls to the lowest rate", {.to_zero = true});
    mistake("it falls along a line: it falls along a cosine", {.line = true});
    mistake("half is missing: 1 + cos goes from 2 to 0", {.halved = false});
    mistake("the cosine rises: at its beginning is the highest rate",
            {.upside_down = true});
    return all;
}

std::string describe(const Schedule& s) {
    return "highest " + show(Close{s.highest}) + ", lowest " +
           show(Close{s.lowest}) + ", warm-up " + show(s.warm_up) + ", " +
           show(s.steps) + " steps";
}

}  // namespace

TEST_CASE("The rates of all steps, and of three behind the end") {
    diagnosis::check<Schedule, std::vector<Close>>(
        {.inputs = schedules(),
         .describe = describe,
         .right = [](const Schedule& schedule) { return with(schedule, {}); },
         .yours =
             [](const Schedule& schedule) {
                 return rates(schedule, nn::exercise::rate_at);
             },
         .mistakes = mistakes()});
}
