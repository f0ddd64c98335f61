#include "token_sampling.hpp"

#include "nn/sampling.hpp"

namespace nn {

// [snip:draw-token]
template <class T>
std::size_t draw_token(std::span<const T> scores, const SamplingSettings& settings,
                       Rng& rng) {
    std::vector<double> p(scores.begin(), scores.end());
    softmax_at_temperature<double>(p, settings.temperature, p);
    if (settings.top_k > 0) keep_top_k<double>(p, settings.top_k);
    if (settings.nucleus != 1) keep_nucleus<double>(p, settings.nucleus);
    return InverseCdf(p).draw(rng.uniform());
}
// [snip:draw-token]

// [snip:draw-token-instances]
template std::size_t draw_token(std::span<const float>, const SamplingSettings&,
                                Rng&);
template std::size_t draw_token(std::span<const double>, const SamplingSettings&,
                                Rng&);
// [snip:draw-token-instances]

}  // namespace nn
