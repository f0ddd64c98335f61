#include "gap_model.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "nn/initialisation.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:gap-model-construct]
GapModel::GapModel(const GapContextShape& shape, const Answers& answers,
                   arma::fmat E, Rng& rng)
    : answers_(answers),
      E_(std::move(E)),
      context_(layout_, shape),
      readout_(layout_, "out", shape.width, answers.count),
      parameters_(layout_.size()) {
    require(E_.n_rows == shape.width && answers.count > 1 &&
                answers.first + answers.count <= E_.n_cols,
            "GapModel",
            "vectors of " + std::to_string(E_.n_rows) + " × " +
                std::to_string(E_.n_cols) + " for a width of " +
                std::to_string(shape.width) + " and answers " +
                std::to_string(answers.first) + " to " +
                std::to_string(answers.first + answers.count) +
                "; they need as many rows, and a column for each of at least 2 "
                "answers");
    const double bound = 1 / std::sqrt(double(shape.width));
    for (std::size_t i = 0; i < layout_.tensors().size(); ++i)
        if (i != readout_.b() && layout_.tensors()[i].name != "B")
            fill_uniform(layout_.values(parameters(), i), bound, rng);
}
// [snip:gap-model-construct]

// [snip:gap-model-learn]
arma::fmat GapModel::contexts(std::span<const Gap> gaps,
                              GapContextPass<float>& pass) const {
    return context_.forward(layout_, parameters_, E_, gaps, pass);
}

arma::fmat GapModel::scores(std::span<const Gap> gaps,
                            GapContextPass<float>& pass) const {
    return readout_.scores(layout_, parameters_,
                           contexts(gaps, pass));  // answers × gaps
}

double GapModel::learn(std::span<const Gap> gaps, float weight,
                       GapContextPass<float>& pass,
                       std::span<float> gradient) const {
    std::vector<Token> right;
    for (const Gap& gap : gaps) right.push_back(gap.hidden() - answers_.first);
    const arma::fmat H = contexts(gaps, pass);  // width × gaps
    arma::fmat dH;                              // width × gaps
    const double loss =
        readout_.loss(layout_, parameters_, H, right, weight, dH, gradient);
    context_.backward(layout_, parameters_, gaps, dH, pass, gradient);
    return loss;
}
// [snip:gap-model-learn]

}  // namespace nn
