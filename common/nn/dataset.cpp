#include "nn/dataset.hpp"

#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:require-dataset]
void require_dataset(const char* where, const Dataset& data) {
    require(data.X.n_cols > 0, where, "no examples; give at least 1");
    require(data.X.n_cols == data.y.n_elem, where,
            std::to_string(data.X.n_cols) + " examples and " +
                std::to_string(data.y.n_elem) +
                " labels; give one label an example");
    for (arma::uword i = 0; i < data.y.n_elem; ++i) {
        if (data.y[i] == 0.0 || data.y[i] == 1.0) continue;
        require(false, where,
                "label " + std::to_string(i) + " is " + std::to_string(data.y[i]) +
                    "; a label must be 0 or 1");
    }
    if (data.X.is_finite()) return;
    const arma::uvec bad = arma::find_nonfinite(data.X);
    require(false, where,
            "input " + std::to_string(bad[0] % data.X.n_rows) + " of example " +
                std::to_string(bad[0] / data.X.n_rows) + " is " +
                std::to_string(data.X[bad[0]]) + "; inputs must be finite");
}
// [snip:require-dataset]

// [snip:require-inputs]
void require_inputs(const char* where, const arma::mat& X, arma::uword inputs) {
    require(X.n_rows == inputs, where,
            "the examples have " + std::to_string(X.n_rows) +
                " inputs and the model has weights for " + std::to_string(inputs) +
                "; the numbers must be equal");
}

Dataset columns_of(const Dataset& data, const arma::uvec& columns) {
    return {data.X.cols(columns), data.y.cols(columns)};
}
// [snip:require-inputs]

}  // namespace nn
