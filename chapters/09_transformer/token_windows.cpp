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

// [snip:windows-added]
void TokenWindows::add(std::span<const Token> text, std::size_t first,
                       std::size_t length) {
    const auto window = text.subspan(first, length);
    const auto behind = text.subspan(first + 1, length);
    read.insert(read.end(), window.begin(), window.end());
    next.insert(next.end(), behind.begin(), behind.end());
}
// [snip:windows-added]

}  // namespace nn
