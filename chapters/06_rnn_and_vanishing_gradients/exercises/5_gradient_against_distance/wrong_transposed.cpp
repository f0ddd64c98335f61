// mistake: W_h is transposed
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

namespace {

double norm(const Matrix& A) {
    double squares = 0.0;
    for (const Vector& row : A)
        for (const double a : row) squares += a * a;
    return std::sqrt(squares);
}

// forward: h_t = tanh(W_h h_{t−1} + W_x x_t + b)
Matrix jacobian(const Matrix& W_h, const Vector& h) {
    Matrix J = W_h;
    for (std::size_t i = 0; i < J.size(); ++i)
        for (std::size_t j = 0; j < h.size(); ++j)
            J[i][j] = (1.0 - h[i] * h[i]) * W_h[j][i];
    return J;
}

}  // namespace

Vector influence_on_last(const Matrix& W_h, const std::vector<Vector>& states) {
    const std::size_t n = W_h.size(), T = states.size() - 1;
    Matrix P(n, Vector(n));  // ∂h_T/∂h_t
    for (std::size_t i = 0; i < n; ++i) P[i][i] = 1.0;
    Vector norms(T + 1);
    norms[T] = norm(P);
    for (std::size_t t = T; t > 0; --t) {
        P = product(P, jacobian(W_h, states[t]));
        norms[t - 1] = norm(P);
    }
    return norms;
}

}  // namespace nn::exercise
