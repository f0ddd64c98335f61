#include "glove_options.hpp"

#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:require-options]
void require_options(const char* where, const GloveOptions& options,
                     std::size_t words) {
    const auto number = [](auto n) { return std::to_string(n); };
    require(words > 0, where, "no words; give at least 1");
    require(options.dimension > 0 && options.dimension <= 10'000, where,
            "a dimension of " + number(options.dimension) +
                "; it must be from 1 to 10000");
    require(options.iterations > 0 && options.threads > 0, where,
            number(options.iterations) + " iterations on " +
                number(options.threads) + " threads; both must be at least 1");
    require(options.learning_rate > 0 && std::isfinite(options.learning_rate),
            where,
            "the learning rate is " + number(options.learning_rate) +
                "; it must be above 0 and finite");
}
// [snip:require-options]

}  // namespace nn
