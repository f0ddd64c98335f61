#include "nn/position_table.hpp"

namespace nn {

namespace {

// [snip:steps-of]
/// \brief The length of each sequence, if there is a position for each of its
/// tokens.
std::size_t steps_of(const arma::fmat& X, std::size_t sequences,
                     std::size_t positions) {
    if (sequences == 0 || X.n_cols % sequences != 0)
        require(false, "PositionTable",
                std::to_string(X.n_cols) + " tokens in " +
                    std::to_string(sequences) +
                    " sequences; give at least 1 sequence, and each as many");
    const std::size_t steps = X.n_cols / sequences;
    if (steps > positions)
        require(false, "PositionTable",
                "a sequence of " + std::to_string(steps) + " tokens and " +
                    std::to_string(positions) +
                    " learned positions; shorten the sequence or learn more "
                    "positions");
    return steps;
}
// [snip:steps-of]

}  // namespace

// [snip:position-table-begin]
PositionTable::PositionTable(ParameterLayout& layout, const std::string& name,
                             std::size_t width, std::size_t positions) {
    require(width > 0 && positions > 0, "PositionTable",
            std::to_string(positions) + " positions of " + std::to_string(width) +
                " numbers; give at least 1 of each");
    P_ = layout.add(name + ".P", width, positions);
}
// [snip:position-table-begin]

// [snip:position-table-add]
void PositionTable::add_to(const ParameterLayout& layout,
                           std::span<const float> parameters, std::size_t sequences,
                           arma::fmat& X) const {
    const arma::fmat P = layout.matrix(parameters, P_);  // width × positions
    const std::size_t steps = steps_of(X, sequences, P.n_cols);
    for (std::size_t s = 0; s < sequences; ++s)
        X.cols(s * steps, (s + 1) * steps - 1) += P.head_cols(steps);
}
// [snip:position-table-add]

// [snip:position-table-back]
void PositionTable::backward(const ParameterLayout& layout, const arma::fmat& dX,
                             std::size_t sequences,
                             std::span<float> gradient) const {
    arma::fmat dP = layout.matrix(gradient, P_);  // width × positions
    const std::size_t steps = steps_of(dX, sequences, dP.n_cols);
    // forward: x_t += p_t
    for (std::size_t s = 0; s < sequences; ++s)
        dP.head_cols(steps) += dX.cols(s * steps, (s + 1) * steps - 1);
}
// [snip:position-table-back]

}  // namespace nn
