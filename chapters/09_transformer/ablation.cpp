#include "ablation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "small_training.hpp"

namespace nn {

// [snip:ablations]
std::vector<Ablation> ablations(std::size_t vocabulary, std::size_t steps) {
    const Ablation whole{
        "everything",
        {.vocabulary = vocabulary,
         .context = 32,
         .layers = 4,
         .block = {.attention = {.width = 32, .heads = 4}}},
        {.highest = 1e-2, .lowest = 1e-3, .warm_up = steps / 10, .steps = steps}};
    std::vector<Ablation> all{whole};
    const auto changed = [&](const char* name, auto change) {
        Ablation other = whole;
        other.name = name;
        change(other);
        all.push_back(other);
    };
    changed("without positions", [](auto& a) { a.shape.positions = false; });
    changed("without residuals", [](auto& a) { a.shape.block.residual = false; });
    changed("without normalisation",
            [](auto& a) { a.shape.block.norm = NormPlacement::nowhere; });
    changed("normalised after",
            [](auto& a) { a.shape.block.norm = NormPlacement::after; });
    changed("one head", [](auto& a) { a.shape.block.attention.heads = 1; });
    changed("without feed-forward",
            [](auto& a) { a.shape.block.feed_forward = false; });
    changed("without warm-up", [](auto& a) { a.rate.warm_up = 0; });
    changed("high rate", [](auto& a) { a.rate.highest = 1e-1; });
    changed("high rate at once",
            [](auto& a) { a.rate.highest = 1e-1, a.rate.warm_up = 0; });
    return all;
}
// [snip:ablations]

// [snip:ablated-bits]
double ablated_bits(const Ablation& ablation, const TextToLearn& text,
                    std::uint32_t seed, const std::function<void()>& done) {
    constexpr std::size_t sequences = 8, most_judged = 64;
    const std::size_t context = ablation.shape.context;
    const Transformer<float> model(ablation.shape);
    Rng rng(seed), places(~seed);
    std::vector<float> parameters = beginning(model, rng);
    train_small(
        model, parameters, ablation.rate,
        [&] { return random_pieces(text.train, context, sequences, places); },
        done);
    const std::size_t pieces =
        text.held_out.empty() ? 0 : (text.held_out.size() - 1) / context;
    return mean_loss(model, parameters,
                     first_pieces(text.held_out, context,
                                  std::min(pieces, most_judged))) /
           std::numbers::ln2;
}
// [snip:ablated-bits]

}  // namespace nn
