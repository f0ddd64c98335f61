#include "adamw.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:adamw-begin]
AdamW::AdamW(const ParameterLayout& layout, const AdamWSettings& settings)
    : settings_(settings), mean_(layout.size()), mean_square_(layout.size()) {
    const auto [beta1, beta2, epsilon, weight_decay] = settings;
    require(
        beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0 &&
            std::isfinite(epsilon) && weight_decay >= 0 &&
            std::isfinite(weight_decay),
        "AdamW",
        "betas of " + std::to_string(beta1) + " and " + std::to_string(beta2) +
            ", an epsilon of " + std::to_string(epsilon) + ", a weight decay of " +
            std::to_string(weight_decay) +
            "; betas lie in [0, 1), epsilon above 0, the decay at 0 or above, and "
            "both are finite");
    constexpr std::size_t most = 32768;
    for (const TensorPlace& place : layout.tensors()) {
        const std::size_t size = place.rows * place.columns;
        for (std::size_t first = 0; first < size; first += most)
            pieces_.push_back({place.offset + first, std::min(most, size - first),
                               place.columns > 1});
    }
}
// [snip:adamw-begin]

namespace {

// [snip:adamw-piece]
/// \brief One step of Adam, the decay first.
struct AdamWStep {
    float beta1, beta2, epsilon, rate, keeps;
    float unfade1, unfade2;  // 1 / (1 − beta^t)

    void walk(std::size_t n, float* w, const float* g, float* m, float* s) const {
        for (std::size_t i = 0; i < n; ++i) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            s[i] = beta2 * s[i] + (1 - beta2) * g[i] * g[i];
            const float length = std::sqrt(s[i] * unfade2) + epsilon;
            w[i] = keeps * w[i] - rate * (m[i] * unfade1) / length;
        }
    }
};
// [snip:adamw-piece]

}  // namespace

// [snip:adamw-step]
void AdamW::step(std::span<float> parameters, std::span<const float> gradient,
                 double rate, WorkerTeam& team) {
    require_learning_rate("AdamW", rate);
    require_same_length("AdamW", parameters, gradient);
    require_same_length<const float>("AdamW", mean_, gradient);
    const float beta1 = float(settings_.beta1), beta2 = float(settings_.beta2);
    fade1_ *= beta1, fade2_ *= beta2;
    const AdamWStep plain{beta1,           beta2, float(settings_.epsilon),
                          float(rate),     1.0F,  1 / (1 - fade1_),
                          1 / (1 - fade2_)};
    AdamWStep decaying = plain;
    decaying.keeps = float(1 - rate * settings_.weight_decay);
    team.for_each_shard(pieces_.size(), [&](std::size_t i) {
        const auto [first, count, decays] = pieces_[i];
        (decays ? decaying : plain)
            .walk(count, parameters.data() + first, gradient.data() + first,
                  mean_.data() + first, mean_square_.data() + first);
    });
}
// [snip:adamw-step]

// [snip:adamw-resume]
void AdamW::resume(const AdamState<float>& state) {
    require(state.mean.size() == mean_.size() &&
                state.mean_square.size() == mean_.size(),
            "AdamW",
            "a state of " + std::to_string(state.mean.size()) + " and " +
                std::to_string(state.mean_square.size()) + " numbers for " +
                std::to_string(mean_.size()) + " parameters; give as many");
    for (const float fade : {state.fade1, state.fade2})
        require(fade >= 0 && fade <= 1, "AdamW",
                "a fade is " + std::to_string(fade) +
                    "; a power of beta lies within [0, 1]");
    mean_ = state.mean, mean_square_ = state.mean_square;
    fade1_ = state.fade1, fade2_ = state.fade2;
}
// [snip:adamw-resume]

}  // namespace nn
