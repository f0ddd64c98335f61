// mistake: the upper and the lower words are exchanged
#include "contract.hpp"

namespace nn::exercise {

namespace {

std::uint32_t high(std::uint64_t product) {
    return static_cast<std::uint32_t>(product >> 32);
}

std::uint32_t low(std::uint64_t product) {
    return static_cast<std::uint32_t>(product);
}

Block after_round(const Block& x, const Key& k) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53} * x[0];
    const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * x[2];
    return {low(p1) ^ x[1] ^ k[0], high(p1), low(p0) ^ x[3] ^ k[1], high(p0)};
}

void bump(Key& key) {
    key[0] += 0x9E3779B9u;
    key[1] += 0xBB67AE85u;
}

}  // namespace

Block philox(Block counter, Key key) {
    for (int round = 0; round < 10; ++round) {
        if (round > 0) bump(key);
        counter = after_round(counter, key);
    }
    return counter;
}

}  // namespace nn::exercise
