// mistake: a word that stands twice in the context gets one share
#include "contract.hpp"
#include "nn/softmax.hpp"

namespace nn::exercise {

Embedding cbow_gradient(const Embedding& words,
                        std::span<const std::size_t> context, std::size_t right) {
    const std::size_t d = words.centre[0].size(), size = words.centre.size();
    const double m = static_cast<double>(context.size());
    Vector h(d);
    for (const std::size_t word : context)
        for (std::size_t k = 0; k < d; ++k) h[k] += words.neighbour[word][k] / m;
    Vector z(size), dz(size), dh(d);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t k = 0; k < d; ++k) z[i] += words.centre[i][k] * h[k];
    cross_entropy_grad<double>(z, right, dz);

    Embedding slopes = {{size, Vector(d)}, {size, Vector(d)}};
    // forward: z_i = w_i · h
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t k = 0; k < d; ++k) {
            slopes.centre[i][k] = dz[i] * h[k];
            dh[k] += dz[i] * words.centre[i][k];
        }
    // forward: h = (c + c' + …) / m
    for (const std::size_t word : context)
        for (std::size_t k = 0; k < d; ++k) slopes.neighbour[word][k] = dh[k] / m;
    return slopes;
}

}  // namespace nn::exercise
