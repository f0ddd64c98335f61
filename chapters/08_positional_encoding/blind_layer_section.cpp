#include <algorithm>
#include <cmath>

#include "nn/initialisation.hpp"
#include "nn/multi_head.hpp"
#include "nn/positional_encoding.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:one-layer]
constexpr std::size_t word_width = 16;

/// \brief A layer of self-attention with random weights; the same for one seed.
class OneLayer {
public:
    OneLayer(bool causal, RelativePositions positions, std::uint32_t seed)
        : heads_(layout_, "layer", {word_width, 4, causal, positions}),
          parameters_(layout_.size()) {
        Rng rng(seed);
        fill_uniform<double>(parameters_, 0.5, rng);
    }

    arma::mat read(const arma::mat& X) const {
        MultiHeadPass<double> pass;
        return heads_.forward(layout_, parameters_, X, 1, pass);  // width × T
    }

private:
    ParameterLayout layout_;
    MultiHead<double> heads_;
    std::vector<double> parameters_;
};
// [snip:one-layer]

// [snip:word-columns]
/// \brief A random vector for each word.
class WordColumns {
public:
    WordColumns(std::size_t words, std::uint32_t seed)
        : vectors_(word_width, words) {
        Rng rng(seed);
        rng.fill_normal({vectors_.memptr(), vectors_.n_elem});
    }

    /// \brief A column for each token, with its sinusoids or without.
    arma::mat of(const std::vector<Token>& sentence, bool sinusoids) const {
        arma::mat X(word_width, sentence.size());  // width × T
        for (std::size_t t = 0; t < sentence.size(); ++t)
            X.col(t) = vectors_.col(sentence[t]);
        if (sinusoids) X += sinusoidal_encoding(word_width, sentence.size());
        return X;
    }

private:
    arma::mat vectors_;  // width × words
};
// [snip:word-columns]

// [snip:order-differences]
/// \brief What two orders differ in, at most, after the layer.
struct OrderDifference {
    double tokens = 0;  ///< between the outputs of the same token
    double means = 0;   ///< between the means of all outputs
};

OrderDifference difference_of(const OneLayer& layer, const WordColumns& words,
                              const TwoOrders& pair, bool sinusoids) {
    const arma::mat one = layer.read(words.of(pair.one, sinusoids)),
                    other = layer.read(words.of(pair.other, sinusoids));
    const arma::uvec places =
        arma::conv_to<arma::uvec>::from(places_in(pair.one, pair.other));
    const arma::mat moved = other.cols(places);  // width × T, as the one's tokens
    return {arma::abs(one - moved).max(),
            arma::abs(arma::mean(one, 1) - arma::mean(other, 1)).max()};
}
// [snip:order-differences]

// [snip:ways-to-tell]
/// \brief Something that may tell a layer about order.
struct WayToTell {
    const char* name;
    bool sinusoids, causal;
    RelativePositions positions;
};

constexpr WayToTell ways_to_tell[] = {
    {"nothing", false, false, RelativePositions::none},
    {"sinusoids", true, false, RelativePositions::none},
    {"rotary", false, false, RelativePositions::rotary},
    {"linear bias", false, false, RelativePositions::linear_bias},
    {"causal mask", false, true, RelativePositions::none}};
// [snip:ways-to-tell]

// [snip:print-means]
void print_means(const WayToTell& way, const OneLayer& layer,
                 const WordColumns& words, const TwoOrders& pair, Report& report) {
    const auto print = [&](const std::string& place, const std::vector<Token>& x) {
        const arma::vec mean =
            arma::mean(layer.read(words.of(x, way.sinusoids)), 1);
        report.print("%-12s %-10s %9.5f %9.5f %9.5f\n", way.name, place.c_str(),
                     mean(0), mean(1), mean(2));
    };
    print(pair.one_place, pair.one);
    print(pair.other_place, pair.other);
}
// [snip:print-means]

// [snip:compare-orders]
/// \brief The least and the largest difference over all pairs of the text.
struct DifferenceRange {
    double most_tokens = 0, most_means = 0;
    double least_means = std::numeric_limits<double>::infinity();
};

DifferenceRange compare_orders(const WayToTell& way, const OneLayer& layer,
                               const WordColumns& words, const OrderStudy& study) {
    DifferenceRange range;
    for (const TwoOrders& pair : study.pairs) {
        const auto [tokens, means] =
            difference_of(layer, words, pair, way.sinusoids);
        range.most_tokens = std::max(range.most_tokens, tokens);
        range.most_means = std::max(range.most_means, means);
        range.least_means = std::min(range.least_means, means);
    }
    return range;
}
// [snip:compare-orders]

// [snip:claim-blind]
void claim_blind(const DifferenceRange& blind, double least_told, Report& report) {
    report.claim(
        {.id = "blind-without-positions",
         .statement = "Without positions a layer of self-attention gives each word "
                      "the same output in either order.",
         .quantity = "largest difference, over all pairs",
         .high = 1e-13},
        std::max(blind.most_tokens, blind.most_means));
    report.claim(
        {.id = "positions-tell",
         .statement = "With positions of any kind it tells the two apart.",
         .quantity = "least difference of the mean outputs, over all pairs "
                     "and ways",
         .low = 1e-4},
        least_told);
}
// [snip:claim-blind]

}  // namespace

// [snip:show-blind-layer]
void show_blind_layer(const Options& options, const OrderStudy& study,
                      Report& report) {
    report.section("blind-layer", "A layer of self-attention reads both orders");
    const WordColumns words(study.words.size(), options.seed);
    report.print("the mean of a layer's outputs, its first three numbers\n");
    std::vector<DifferenceRange> ranges;
    for (const WayToTell& way : ways_to_tell) {
        const OneLayer layer(way.causal, way.positions, options.seed + 1);
        print_means(way, layer, words, study.pairs.front(), report);
        ranges.push_back(compare_orders(way, layer, words, study));
    }
    report.print("difference of the means, over %zu pairs: least    largest\n",
                 study.pairs.size());
    double least_told = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        report.print("  %-35s %9.1e  %9.1e\n", ways_to_tell[i].name,
                     ranges[i].least_means, ranges[i].most_means);
        if (i > 0) least_told = std::min(least_told, ranges[i].least_means);
    }
    claim_blind(ranges[0], least_told, report);
}
// [snip:show-blind-layer]

}  // namespace nn
