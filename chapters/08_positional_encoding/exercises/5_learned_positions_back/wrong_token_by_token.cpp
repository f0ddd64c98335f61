// mistake: the batch is read token by token
#include <string>

#include "contract.hpp"
#include "nn/require.hpp"

namespace nn::exercise {

Columns slopes_of_positions(const Columns& dX, std::size_t sequences,
                            std::size_t positions) {
    const std::size_t tokens = dX.size() / sequences, width = dX[0].size();
    require(tokens <= positions, "slopes_of_positions",
            std::to_string(tokens) + " tokens and " + std::to_string(positions) +
                " positions; shorten the sequences or learn more positions");
    Columns slopes(positions, std::vector<double>(width));
    for (std::size_t s = 0; s < sequences; ++s)
        for (std::size_t t = 0; t < tokens; ++t)
            // forward: x_t += p_t
            for (std::size_t i = 0; i < width; ++i)
                slopes[t][i] += dX[t * sequences + s][i];
    return slopes;
}

}  // namespace nn::exercise
