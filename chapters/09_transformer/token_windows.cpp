#include "token_windows.hpp"

#include "nn/philox.hpp"

namespace nn {

// [snip:window-place]
std::size_t WindowPlaces::first(std::uint64_t number) const {
    constexpr std::uint32_t stream = 0x74657874;  // "text": dropout has others
    const double u = CounterRng(seed, stream).uniform(number);
    return static_cast<std::size_t>(u * static_cast<double>(tokens - length));
}
// [snip:window-place]

}  // namespace nn
