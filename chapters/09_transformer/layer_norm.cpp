#include "layer_norm.hpp"

#include <cmath>
#include <vector>

#include "nn/lanes.hpp"

namespace nn {

// [snip:layer-norm-begin]
template <class T>
LayerNorm<T>::LayerNorm(ParameterLayout& layout, const std::string& name,
                        std::size_t width) {
    require(width > 0, "LayerNorm", "a width of 0; give at least 1 number a token");
    gain_ = layout.add(name + ".gain", width, 1);
    layout.add(name + ".bias", width, 1);
}
// [snip:layer-norm-begin]

// [snip:layer-norm-forward]
template <class T>
void LayerNorm<T>::forward(const ParameterLayout& layout,
                           std::span<const T> parameters, const arma::Mat<T>& X,
                           LayerNormPass<T>& pass) const {
    const std::size_t n = X.n_rows;
    const std::span<const T> g = layout.values(parameters, gain());
    if (n != g.size())
        require(false, "LayerNorm",
                "X is " + std::to_string(n) + " × " + std::to_string(X.n_cols) +
                    "; it needs " + std::to_string(g.size()) + " rows");
    const std::span<const T> b = layout.values(parameters, bias());
    pass.normal.set_size(n, X.n_cols);
    pass.Y.set_size(n, X.n_cols);
    pass.scale.set_size(X.n_cols);
    // [snip:normalise-column]
    for (arma::uword t = 0; t < X.n_cols; ++t) {
        const T* const x = X.colptr(t);
        T *const u = pass.normal.colptr(t), *const y = pass.Y.colptr(t);
        const T mean =
            sum_in_lanes<T>(n, [x](std::size_t i) { return x[i]; }) / T(n);
        const auto square = [x, mean](std::size_t i) {
            return (x[i] - mean) * (x[i] - mean);
        };
        const T variance = sum_in_lanes<T>(n, square) / T(n);
        const T scale = pass.scale[t] = 1 / std::sqrt(variance + T(epsilon));
        for (std::size_t i = 0; i < n; ++i) u[i] = (x[i] - mean) * scale;
        for (std::size_t i = 0; i < n; ++i) y[i] = g[i] * u[i] + b[i];
    }
    // [snip:normalise-column]
}
// [snip:layer-norm-forward]

// [snip:layer-norm-backward]
template <class T>
void LayerNorm<T>::backward(const ParameterLayout& layout,
                            std::span<const T> parameters, const arma::Mat<T>& dY,
                            const LayerNormPass<T>& pass, std::span<T> gradient,
                            arma::Mat<T>& dX) const {
    require(arma::size(dY) == arma::size(pass.normal) &&
                arma::size(dX) == arma::size(dY),
            "LayerNorm",
            "dY, dX and the pass are of different shapes; give those of the way "
            "forward");
    const std::size_t n = dY.n_rows;
    const std::span<const T> g = layout.values(parameters, gain());
    T *const dg = layout.values(gradient, gain()).data(),
             *const db = layout.values(gradient, bias()).data();
    std::vector<T> column(n);
    T* const du = column.data();
    // [snip:normalise-back]
    for (arma::uword t = 0; t < dY.n_cols; ++t) {
        const T *const dy = dY.colptr(t), *const u = pass.normal.colptr(t);
        T* const dx = dX.colptr(t);
        // forward: y = g ⊙ u + b
        for (std::size_t i = 0; i < n; ++i) dg[i] += dy[i] * u[i];
        for (std::size_t i = 0; i < n; ++i) db[i] += dy[i];
        for (std::size_t i = 0; i < n; ++i) du[i] = dy[i] * g[i];
        // forward: u = (x − mean) scale
        const auto slope = [du](std::size_t i) { return du[i]; };
        const auto along = [du, u](std::size_t i) { return du[i] * u[i]; };
        const T mean = sum_in_lanes<T>(n, slope) / T(n);
        const T turn = sum_in_lanes<T>(n, along) / T(n);
        const T scale = pass.scale[t];
        for (std::size_t i = 0; i < n; ++i)
            dx[i] += scale * (du[i] - mean - u[i] * turn);
    }
    // [snip:normalise-back]
}
// [snip:layer-norm-backward]

// [snip:layer-norm-instances]
template class LayerNorm<float>;
template class LayerNorm<double>;
// [snip:layer-norm-instances]

}  // namespace nn
