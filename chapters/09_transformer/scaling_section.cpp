#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "scaling_law.hpp"
#include "scaling_trial.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:scaling-sizes]
constexpr std::array<std::size_t, 6> scaled_widths{8, 12, 16, 24, 32, 48};
constexpr std::size_t text_lengths = 6, scaling_seeds = 2;

/// \brief Sizes of a model or of a text, and what came of them.
struct ScalingSeries {
    std::vector<double> sizes{};
    arma::mat losses{};  ///< sizes × seeds, in nats a token
    std::vector<double> means() const {
        return arma::conv_to<std::vector<double>>::from(arma::mean(losses, 1));
    }
};

/// \brief Each text twice as long as the one before, up to 32,000 tokens.
std::vector<std::size_t> scaled_texts(const TextToLearn& text) {
    const std::size_t longest = std::min<std::size_t>(text.train.size(), 32'000);
    std::vector<std::size_t> lengths;
    for (std::size_t i = text_lengths; i-- > 0;) lengths.push_back(longest >> i);
    return lengths;
}
// [snip:scaling-sizes]

// [snip:scaling-study]
/// \brief Both series: a training is a shard, the longest first.
std::array<ScalingSeries, 2> study_scaling(const Options& options,
                                           const TextToLearn& text) {
    const std::size_t steps = options.quick ? 64 : 640;
    const std::vector<std::size_t> lengths = scaled_texts(text);
    std::vector<ScalingTrial> trials;
    std::array<ScalingSeries, 2> both;
    for (const std::size_t width : scaled_widths) {
        const Transformer<float> model(scaled_shape(text.vocabulary, width));
        both[0].sizes.push_back(double(model.layout().size()));
    }
    for (const std::size_t tokens : lengths)
        both[1].sizes.push_back(double(tokens));
    for (std::uint32_t s = 0; s < scaling_seeds; ++s) {
        for (const std::size_t width : scaled_widths)
            trials.push_back(
                {.width = width, .steps = steps, .seed = options.seed + s});
        for (const std::size_t tokens : lengths)
            trials.push_back(
                {.tokens = tokens, .steps = steps, .seed = options.seed + s});
    }
    const std::size_t n = trials.size();
    std::vector<double> losses(n);
    Progress progress("sizes", "steps", n * steps);
    for_each_shard(n, options.threads, [&](std::size_t i) {
        losses[n - 1 - i] =
            scaled_loss(trials[n - 1 - i], text, [&] { progress.step(); });
    });
    const arma::mat all(losses.data(), n / scaling_seeds, scaling_seeds);
    both[0].losses = all.head_rows(scaled_widths.size());
    both[1].losses = all.tail_rows(lengths.size());
    return both;
}
// [snip:scaling-study]

// [snip:print-series]
/// \brief The table of a series and its fit, and the data of its figure.
PowerLaw print_series(const std::string& name, const char* unit,
                      const ScalingSeries& series, Report& report) {
    const std::vector<double> means = series.means();
    const PowerLaw law = fit_power_law(series.sizes, means);
    report.print("\n%10s   nats a token   of the seeds     fit\n", unit);
    Csv table({name, "loss", "low", "high", "fit"});
    for (std::size_t i = 0; i < means.size(); ++i) {
        const double low = series.losses.row(i).min(),
                     high = series.losses.row(i).max(),
                     fit = law.at(series.sizes[i]);
        const std::string size = std::to_string(std::size_t(series.sizes[i]));
        const std::string mean = report.value(
            "scaling-" + name + "-" + std::to_string(i), "%.3f", means[i]);
        report.print("%10s %14s   %.3f  %.3f   %.3f\n", size.c_str(), mean.c_str(),
                     low, high, fit);
        table.row({series.sizes[i], means[i], low, high, fit});
    }
    const std::string exponent =
        report.value("scaling-" + name + "-exponent", "%.3f", law.exponent);
    const std::string error = report.value("scaling-" + name + "-exponent-error",
                                           "%.3f", law.exponent_error);
    report.print("loss = %.2f size^%s, the exponent ± %s\n", law.factor,
                 exponent.c_str(), error.c_str());
    report.data("scaling_" + name + ".csv", table);
    return law;
}
// [snip:print-series]

// [snip:print-forecast]
/// \brief The largest from all the others; as a percentage of it.
double print_forecast(const std::string& name, const ScalingSeries& series,
                      Report& report) {
    const double error = error_of_forecast(series.sizes, series.means());
    report.print("the last from the others: %s %% off\n",
                 report.value("scaling-" + name + "-forecast", "%+.1f", 100 * error)
                     .c_str());
    return error;
}
// [snip:print-forecast]

// [snip:claim-scaling]
void claim_scaling(const PowerLaw& of_model, double forecast_of_model,
                   const PowerLaw& of_text, double forecast_of_text,
                   Report& report) {
    report.claim({.id = "scaling-parameters",
                  .statement = "The loss falls as a small power of the number of "
                               "parameters.",
                  .quantity = "exponent of the fit",
                  .low = -0.09,
                  .high = -0.03},
                 of_model.exponent);
    report.claim({.id = "scaling-parameters-forecast",
                  .statement = "What a larger model will reach can be told from "
                               "smaller ones.",
                  .quantity = "distance of the forecast for the largest, as a "
                              "share of what it reached",
                  .low = -0.04,
                  .high = 0.04},
                 forecast_of_model);
    report.claim({.id = "scaling-text",
                  .statement = "And of the length of the text.",
                  .quantity = "exponent of the fit",
                  .low = -0.15,
                  .high = -0.04},
                 of_text.exponent);
    report.claim({.id = "scaling-text-forecast",
                  .statement = "What a longer text will bring can be told from "
                               "shorter ones.",
                  .quantity = "distance of the forecast for the longest, as a "
                              "share of what it brought",
                  .low = -0.06,
                  .high = 0.06},
                 forecast_of_text);
}
// [snip:claim-scaling]

}  // namespace

// [snip:show-scaling]
void show_scaling(const Options& options, const TextToLearn& text, Report& report) {
    report.section("scaling", "Loss against parameters, and against text");
    constexpr std::size_t least = 64 << text_lengths;
    if (text.train.size() < least || text.held_out.size() < least / 8) {
        report.print("This needs a text of at least %zu tokens to learn from.\n",
                     least);
        return;
    }
    const auto [models, texts] = study_scaling(options, text);
    const PowerLaw of_model =
        print_series("parameters", "parameters", models, report);
    const double model_forecast = print_forecast("parameters", models, report);
    const PowerLaw of_text = print_series("text", "tokens", texts, report);
    const double text_forecast = print_forecast("text", texts, report);
    claim_scaling(of_model, model_forecast, of_text, text_forecast, report);
}
// [snip:show-scaling]

}  // namespace nn
