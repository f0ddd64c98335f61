// mistake: the places are left out
#include "contract.hpp"

namespace nn::exercise {

namespace {

std::size_t layer(std::size_t inputs, std::size_t outputs) {
    return inputs * outputs + outputs;  // a matrix and a bias
}

}  // namespace

std::size_t parameters_of(const Shape& shape) {
    const std::size_t w = shape.width;
    const std::size_t vectors = shape.vocabulary * w;
    const std::size_t norm = 2 * w;
    const std::size_t attention = layer(w, 3 * w) + layer(w, w);
    const std::size_t feed_forward = layer(w, 4 * w) + layer(4 * w, w);
    const std::size_t block = norm + attention + norm + feed_forward;
    return vectors + shape.layers * block + norm;
}

}  // namespace nn::exercise
