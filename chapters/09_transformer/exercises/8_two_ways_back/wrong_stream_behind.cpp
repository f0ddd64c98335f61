// mistake: a part is given the stream behind it
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

namespace {

Column sum(Column a, const Column& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
}

}  // namespace

Column stream_back(std::span<const Part> parts, const Column& x,
                   const Column& slopes) {
    std::vector<Column> stream{x};  // before each part, and behind the last
    for (const Part& part : parts)
        stream.push_back(sum(stream.back(), part.forward(stream.back())));
    Column dx = slopes;
    for (std::size_t i = parts.size(); i-- > 0;) {
        // forward: x = x + f(x)
        const Column through = parts[i].back(stream[i + 1], dx);
        dx = sum(dx, through);
    }
    return dx;
}

}  // namespace nn::exercise
