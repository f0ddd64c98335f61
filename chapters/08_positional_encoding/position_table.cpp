#include "position_table.hpp"

namespace nn {

namespace {

// [snip:require-positions]
void require_positions(std::size_t steps, std::size_t positions) {
    if (steps <= positions) return;
    require(false, "PositionTable",
            "a sequence of " + std::to_string(steps) + " tokens and " +
                std::to_string(positions) +
                " learned positions; shorten the sequence or learn more positions");
}
// [snip:require-positions]

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
    const std::size_t steps = X.n_cols / sequences;
    require_positions(steps, P.n_cols);
    for (std::size_t s = 0; s < sequences; ++s)
        X.cols(s * steps, (s + 1) * steps - 1) += P.head_cols(steps);
}
// [snip:position-table-add]

// [snip:position-table-back]
void PositionTable::backward(const ParameterLayout& layout, const arma::fmat& dX,
                             std::size_t sequences,
                             std::span<float> gradient) const {
    arma::fmat dP = layout.matrix(gradient, P_);  // width × positions
    const std::size_t steps = dX.n_cols / sequences;
    require_positions(steps, dP.n_cols);
    // forward: x_t += p_t
    for (std::size_t s = 0; s < sequences; ++s)
        dP.head_cols(steps) += dX.cols(s * steps, (s + 1) * steps - 1);
}
// [snip:position-table-back]

}  // namespace nn
