#include "nn/readout.hpp"

#include <algorithm>
#include <cmath>

#include "nn/require.hpp"
#include "nn/vector_math.hpp"

namespace nn {

// [snip:readout-scores]
SoftmaxReadout::SoftmaxReadout(ParameterLayout& layout, const std::string& name,
                               std::size_t inputs, std::size_t classes)
    : W_(layout.add(name + ".W", classes, inputs)) {
    layout.add(name + ".b", classes, 1);
}

arma::fmat SoftmaxReadout::scores(const ParameterLayout& layout,
                                  std::span<const float> parameters,
                                  const arma::fmat& H) const {
    arma::fmat Z = layout.matrix(parameters, W()) * H;  // classes × columns
    Z.each_col() += layout.matrix(parameters, b()).col(0);
    return Z;
}
// [snip:readout-scores]

namespace {

// [snip:readout-column]
/// \brief The cross-entropy of a column of scores; the column becomes the slopes.
float loss_of_scores(std::span<float> z, Token right) {
    const float score = z[right];
    const float largest = *std::max_element(z.begin(), z.end());
    float sum = 0.0F;
    for (float& value : z) value = exp_nonpositive(value - largest);
    for (const float value : z) sum += value;
    for (float& value : z) value /= sum;
    z[right] -= 1;
    return largest + std::log(sum) - score;
}
// [snip:readout-column]

}  // namespace

// [snip:readout-loss]
double SoftmaxReadout::loss(const ParameterLayout& layout,
                            std::span<const float> parameters, const arma::fmat& H,
                            std::span<const Token> right, float weight,
                            arma::fmat& dH, std::span<float> gradient) const {
    require(right.size() == H.n_cols, "SoftmaxReadout",
            std::to_string(right.size()) + " answers for " +
                std::to_string(H.n_cols) + " columns; give one a column");
    arma::fmat Z = scores(layout, parameters, H);  // classes × columns
    double sum = 0.0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (right[i] >= Z.n_rows)
            require(false, "SoftmaxReadout",
                    "class " + std::to_string(right[i]) + " of " +
                        std::to_string(Z.n_rows) + "; classes count from 0");
        sum +=
            static_cast<double>(loss_of_scores({Z.colptr(i), Z.n_rows}, right[i]));
    }
    Z *= weight;  // the slopes in the scores
    // forward: Z = W H + b
    arma::fmat dW = layout.matrix(gradient, W()), db = layout.matrix(gradient, b());
    dW += Z * H.t();                              // classes × inputs
    db += arma::sum(Z, 1);                        // classes × 1
    dH = layout.matrix(parameters, W()).t() * Z;  // inputs × columns
    return sum;
}
// [snip:readout-loss]

}  // namespace nn
