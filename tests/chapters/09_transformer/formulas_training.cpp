/// Where training begins, its steps and their rates, in 50 digits.
#include <boost/math/constants/constants.hpp>

#include "adamw.hpp"
#include "rate_schedule.hpp"
#include "support/oracle.hpp"
#include "transformer.hpp"

using oracle::Real;
using oracle::Worst;

TEST_CASE("what a transformer's weights are before it has learnt anything",
          "[gpt-beginning]") {
    const nn::Transformer<double> model(
        {.vocabulary = 9,
         .context = 6,
         .layers = 3,
         .block = {.attention = {.width = 8, .heads = 2}}});
    std::vector<double> got(model.layout().size(), 7.0);
    nn::Rng rng(42), same(42);
    model.begin(got, rng);
    Worst worst;
    const Real usual = Real("0.02") * sqrt(Real(768) / 8);
    for (const nn::TensorPlace& place : model.layout().tensors()) {
        const bool joins_stream =
            place.name.ends_with(".W_O") || place.name.ends_with(".W_2");
        const Real spread = joins_stream ? usual / sqrt(Real(6)) : usual;
        for (std::size_t i = 0; i < place.rows * place.columns; ++i) {
            const double value = got[place.offset + i];
            if (place.columns > 1)
                worst.see(oracle::ulp_error(value, spread * Real(same.normal())));
            else
                CHECK(value == (place.name.ends_with("gain") ? 1.0 : 0.0));
        }
    }
    worst.hold("gpt-beginning", "ulp", 2.0);
}

namespace {

/// A matrix and a vector under AdamW; the second decays by nothing.
struct Walk {
    Walk() { layout.add("W", 5, 4), layout.add("b", 5, 1); }
    nn::ParameterLayout layout;
    nn::AdamWSettings settings{.weight_decay = 0.25};
};

/// One parameter in 50 digits.
struct ExactWalk {
    Real w, mean = 0, mean_square = 0, fade1 = 1, fade2 = 1;

    void step(const nn::AdamWSettings& settings, const Real& g, const Real& rate,
              bool decays) {
        const Real beta1 = Real("0.9"), beta2 = Real("0.99");
        fade1 *= beta1, fade2 *= beta2;
        mean = beta1 * mean + (1 - beta1) * g;
        mean_square = beta2 * mean_square + (1 - beta2) * g * g;
        if (decays) w -= rate * Real(settings.weight_decay) * w;
        w -= rate * mean / (1 - fade1) /
             (sqrt(mean_square / (1 - fade2)) + Real("1e-8"));
    }
};

}  // namespace

TEST_CASE("a hundred steps of AdamW", "[adamw]") {
    const Walk walk;
    nn::AdamW adamw(walk.layout, walk.settings);
    nn::WorkerTeam team(2);
    nn::Rng rng(43);
    std::vector<float> w(25), g(25);
    for (float& x : w) x = static_cast<float>(rng.normal());
    std::vector<ExactWalk> exact;
    for (const float x : w) exact.push_back({Real(x)});
    double path = 0;
    for (std::size_t step = 0; step < 100; ++step) {
        const double rate = nn::rate_at({.warm_up = 10, .steps = 80}, step);
        path += rate;
        for (std::size_t i = 0; i < g.size(); ++i) {
            g[i] = static_cast<float>(rng.normal() *
                                      std::pow(10.0, double(i % 5) - 3));
            exact[i].step(walk.settings, g[i], rate, i < 20);
        }
        adamw.step(w, g, rate, team);
    }
    Worst worst;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const Real room =
            1e-5 * path + 100 * oracle::spacing<float>(abs(exact[i].w));
        worst.see(static_cast<double>(abs(w[i] - exact[i].w) / room));
    }
    worst.hold("adamw", "of 1e-5 of the path and 100 ulp of the parameter", 1.0);
}

TEST_CASE("a rate that rises, then falls along a cosine", "[warm-up-cosine]") {
    Worst worst;
    for (const nn::RateSchedule& schedule :
         {nn::RateSchedule{}, nn::RateSchedule{0.3, 0.0, 0, 7},
          nn::RateSchedule{1.0, 0.1, 5, 5}, nn::RateSchedule{6e-4, 6e-5, 9, 31}})
        for (std::size_t step = 0; step < schedule.steps + 3; ++step) {
            const Real high = schedule.highest, low = schedule.lowest;
            Real exact = low;
            if (step < schedule.warm_up)
                exact = high * (step + 1) / schedule.warm_up;
            else if (step < schedule.steps)
                exact = low + (high - low) / 2 *
                                  (1 + cos(boost::math::constants::pi<Real>() *
                                           (step - schedule.warm_up) /
                                           (schedule.steps - schedule.warm_up)));
            worst.see(static_cast<double>(abs(nn::rate_at(schedule, step) - exact) /
                                          oracle::spacing<double>(high)));
        }
    worst.hold("warm-up-cosine", "ulp of the highest rate", 4.0);
}
